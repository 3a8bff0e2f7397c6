/** Layouts of the matrix with events down and states across, and the cells of all layouts: links to their evidence. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { evidenceAddress, makeColumnName } from "./elements.ts";
import { isChosen, isCurrent, nameHeading } from "./matrix_rows.ts";
import type { Layer, Matrix } from "./content.ts";

/** The place of a cell: group, layer, state. */
export type Place = [number, number, number];

/** What a layout puts into the table. */
export interface Layout {
  label: string;
  /** who has a column */
  states: Matrix["members"];
  /** under the title of an event */
  listNotes: (layer: Layer) => string[];
  renderCell: (layer: Layer, at: Place) => HTMLElement;
}

export function renderEventTable(data: Matrix, layout: Layout) {
  const { label, states } = layout;
  const head = el(
    "tr",
    {},
    el("th", { scope: "col", class: "what" }, _("Event")),
    el("th", { scope: "col", class: "toward" }, _("Reference party")),
    ...states.map(makeColumnName),
  );
  const bodies = data.groups.map((group, at) =>
    el(
      "tbody",
      {},
      el(
        "tr",
        { class: isCurrent(data, group) ? "group current" : "group" },
        el("th", { scope: "rowgroup", colspan: String(states.length + 2) }, el("span", {}, nameHeading(data, group.heading))),
      ),
      ...group.layers.map((layer, place) => renderRow(data, layout, layer, at, place)),
    ),
  );
  return el("table", { "aria-label": label }, el("thead", {}, head), ...bodies);
}

function renderRow(data: Matrix, { states, listNotes, renderCell }: Layout, layer: Layer, at: number, place: number) {
  const [when, ...others] = listNotes(layer);
  const what = el(
    "th",
    { scope: "row", class: "what" },
    el("a", { href: evidenceAddress(layer.event, layer.toward, data.mode) }, layer.title),
    el("span", { class: "note" }, when),
    ...others.map((note) => el("span", { class: "note toward-note" }, note)),
  );
  const cells = states.map((_state, seat) => el("td", {}, renderCell(layer, [at, place, seat])));
  return el("tr", { class: isChosen(data, layer) ? "chosen" : undefined }, what, el("td", { class: "toward" }, layer.to), ...cells);
}

/**
 * A link to the evidence of a cell; the first takes the tab, the others the arrow keys.
 * @param label all that it shows, in words
 */
export function makeCell(data: Matrix, layer: Layer, at: Place, state: string, name: string, label: string, content: (Node | string)[]) {
  const own = state === layer.toward;
  return el(
    "a",
    {
      href: evidenceAddress(layer.event, layer.toward, data.mode),
      class: `${name}${own ? " own" : ""}${isChosen(data, layer) ? " chosen" : ""}`,
      tabindex: at.every((step) => step === 0) ? "0" : "-1",
      "data-cell": at.join(" "),
      "data-key": `${layer.event} ${layer.toward} ${state}`,
      "aria-label": label,
    },
    ...content,
  );
}
