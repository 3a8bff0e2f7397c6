/** Two layouts of the matrix: members down and events across to see it all, or events down to read it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { formatWeakness } from "../ui/certainty_labels.ts";
import { paintStance } from "../ui/stance_paint.ts";
import { isCurrent, isUncast, nameHeading, nameStance } from "./matrix_rows.ts";
import { makeCell, renderEventTable } from "./matrix_table.ts";
import type { Layer, Matrix } from "./content.ts";
import type { Place } from "./matrix_table.ts";

const ROOM_A_LETTER = 7.2;
const [NARROWEST, WIDEST] = [4.6, 26];
/** On a small screen a finger must find a cell; the frame scrolls. */
const [SMALL_SCREEN, NARROWEST_SMALL] = [700, 9];
const NAMES_WIDTH = 104;

/** Members down, events across: as narrow as the page asks, never narrower than can be seen. */
export function renderOverview(data: Matrix) {
  const layers = data.groups.reduce((sum, group) => sum + group.layers.length, 0);
  const table = el("table", { "aria-label": _("Stances of the members by event") });
  const fit = () => {
    const room = (table.parentElement?.clientWidth ?? 1200) - NAMES_WIDTH - 2;
    const width = Math.max(
      innerWidth < SMALL_SCREEN ? NARROWEST_SMALL : NARROWEST,
      Math.min(WIDEST, Math.floor((room / layers) * 100) / 100),
    );
    table.style.setProperty("--cell", `${width}px`);
    thinHeadings(table, width);
  };
  const heads = data.groups.map((group) =>
    el(
      "th",
      { scope: "colgroup", colspan: String(group.layers.length), class: isCurrent(data, group) ? "current" : undefined },
      el("span", {}, nameHeading(data, group.heading)),
    ),
  );
  const rows = data.members.map((member, seat) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, member.name),
      ...data.groups.flatMap((group, at) =>
        group.layers.map((layer, place) => el("td", { class: place ? undefined : "first" }, renderCell(data, layer, [at, place, seat]))),
      ),
    ),
  );
  table.append(el("thead", {}, el("tr", {}, el("td"), ...heads)), el("tbody", {}, ...rows));
  new ResizeObserver(fit).observe(table);
  requestAnimationFrame(fit);
  return table;
}

/** Show only headings that have room; years every so many. */
function thinHeadings(table: HTMLElement, width: number) {
  let free = -Infinity;
  let at = 0;
  const heads = [...table.querySelectorAll("thead th")] as HTMLTableCellElement[];
  const whole = heads.reduce((sum, head) => sum + head.colSpan * width, 0);
  for (const head of heads) {
    const text = head.textContent ?? "";
    const need = text.length * ROOM_A_LETTER + 8;
    const shown = at >= free && at + need - 8 <= whole;
    head.classList.toggle("thin", !shown);
    if (shown) free = at + need;
    at += head.colSpan * width;
  }
}

/** Events down, members across, with everything in words. */
export const renderReadable = (data: Matrix) =>
  renderEventTable(data, {
    label: _("Stances of the members by event"),
    states: data.members,
    listNotes: (layer) => [data.by === "date" ? dateRange(layer.date_start, layer.date_end) : longDate(layer.date_start)],
    renderCell: (layer, at) => renderCell(data, layer, at),
  });

function renderCell(data: Matrix, layer: Layer, at: Place) {
  const [code, other, , weakness] = layer.cells[at[2]];
  const { id, name } = data.members[at[2]];
  const own = id === layer.toward;
  const label = [formatCell(data, layer, name, own ? "" : code, other), weakness && formatWeakness(weakness)].filter(Boolean).join("; ");
  const text = own ? "●" : isUncast(layer, code) ? "" : code;
  const cell = makeCell(data, layer, at, id, "cell paint", label, data.size === "read" ? [text] : []);
  if (isUncast(layer, code)) cell.classList.add("uncast");
  return paintStance(cell, code, data.palette, other, Boolean(weakness));
}

/**
 * What a cell is read out as.
 * @param code empty for the party concerned
 */
function formatCell(data: Matrix, layer: Layer, actor: string, code: string, other: string) {
  if (!code) return _("{event}: {actor}, reference party", { event: layer.title, actor });
  const values = { event: layer.title, actor, toward: layer.to, stance: nameStance(data, layer, code) };
  return other
    ? _("{event}: {actor} toward {toward}, {stance}; sources disagree ({other})", { ...values, other: data.labels[other] })
    : _("{event}: {actor} toward {toward}, {stance}", values);
}
