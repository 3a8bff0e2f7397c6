/** Two layouts of the matrix: members down and events across to see it all, or events down to read it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { formatWeakness } from "../ui/certainty_labels.ts";
import { paintStance } from "../ui/stance_paint.ts";
import { WORDS } from "../ui/code_labels.ts";
import { evidenceAddress, makeColumnName } from "./elements.ts";
import type { Group, Layer, Matrix } from "./content.ts";

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
export function renderReadable(data: Matrix) {
  const heads = data.members.map(makeColumnName);
  const head = el(
    "tr",
    {},
    el("th", { scope: "col", class: "what" }, _("Event")),
    el("th", { scope: "col", class: "toward" }, _("Reference party")),
    ...heads,
  );
  const bodies = data.groups.map((group, at) =>
    el(
      "tbody",
      {},
      el(
        "tr",
        { class: isCurrent(data, group) ? "group current" : "group" },
        el("th", { scope: "rowgroup", colspan: String(data.members.length + 2) }, el("span", {}, nameHeading(data, group.heading))),
      ),
      ...group.layers.map((layer, place) => renderRow(data, layer, at, place)),
    ),
  );
  return el("table", { "aria-label": _("Stances of the members by event") }, el("thead", {}, head), ...bodies);
}

function renderRow(data: Matrix, layer: Layer, at: number, place: number) {
  const when = el("span", { class: "note" }, data.by === "date" ? dateRange(layer.date_start, layer.date_end) : longDate(layer.date_start));
  const what = el(
    "th",
    { scope: "row", class: "what" },
    el("a", { href: evidenceAddress(layer.event, layer.toward, data.mode) }, layer.title),
    when,
  );
  const cells = data.members.map((_member, seat) => el("td", {}, renderCell(data, layer, [at, place, seat])));
  return el("tr", { class: isChosen(data, layer) ? "chosen" : undefined }, what, el("td", { class: "toward" }, layer.to), ...cells);
}

/**
 * One cell: a link to its evidence; the first takes the tab, the others the arrow keys.
 * @param at group, layer, member
 */
function renderCell(data: Matrix, layer: Layer, at: number[]) {
  const [code, other, , weakness] = layer.cells[at[2]];
  const member = data.members[at[2]];
  const own = member.id === layer.toward;
  const cell = el(
    "a",
    {
      href: evidenceAddress(layer.event, layer.toward, data.mode),
      class: `cell paint${own ? " own" : ""}${isChosen(data, layer) ? " chosen" : ""}`,
      tabindex: at.every((place) => place === 0) ? "0" : "-1",
      "data-cell": at.join(" "),
      "data-key": `${layer.event} ${layer.toward} ${member.id}`,
      "aria-label": [formatCell(data, layer, member.name, own ? "" : code, other), weakness && formatWeakness(weakness)]
        .filter(Boolean)
        .join("; "),
    },
    ...(data.size === "read" ? [own ? "●" : code] : []),
  );
  return paintStance(cell, code, data.palette, other, Boolean(weakness));
}

/**
 * What a cell is read out as.
 * @param code empty for the party concerned
 */
function formatCell({ labels }: Matrix, layer: Layer, actor: string, code: string, other: string) {
  if (!code) return _("{event}: {actor}, reference party", { event: layer.title, actor });
  const values = { event: layer.title, actor, toward: layer.to, stance: labels[code] };
  return other
    ? _("{event}: {actor} toward {toward}, {stance}; sources disagree ({other})", { ...values, other: labels[other] })
    : _("{event}: {actor} toward {toward}, {stance}", values);
}

const isChosen = ({ chosen }: Matrix, layer: Layer) => chosen && chosen[0] === layer.event && chosen[1] === layer.toward;

const isCurrent = ({ by, year }: Matrix, group: Group) => by === "date" && String(year) === group.heading;

function nameHeading(data: Matrix, heading: string) {
  if (data.by === "date") return heading;
  if (data.by === "kind") return WORDS.kind[heading] ?? heading;
  if (heading === "own") return _("own case");
  return data.size === "read" ? data.labels[heading] : heading;
}
