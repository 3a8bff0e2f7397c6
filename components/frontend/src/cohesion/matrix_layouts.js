// @ts-check
/** Two layouts of the matrix: members down and events across to see it all, or events down to read it. */
import { gettext as _ } from "../language/messages.js";
import { dateRange, longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { paintElement } from "./paint.js";
import { evidenceAddress, makeColumnName } from "./parts.js";

const ROOM_A_LETTER = 7.2;
const [NARROWEST, WIDEST] = [4.6, 26];
/** On a small screen a finger must find a cell; the frame scrolls. */
const [SMALL_SCREEN, NARROWEST_SMALL] = [700, 9];
const NAMES_WIDTH = 104;

/** Members down, events across: as narrow as the page asks, never narrower than can be seen. @param {any} data */
export function layOverview(data) {
  const layers = data.groups.reduce((/** @type {number} */ sum, /** @type {any} */ group) => sum + group.layers.length, 0);
  const table = make("table", { "aria-label": _("Stances of the members by event") });
  const fit = () => {
    const room = (table.parentElement?.clientWidth ?? 1200) - NAMES_WIDTH - 2;
    const width = Math.max(innerWidth < SMALL_SCREEN ? NARROWEST_SMALL : NARROWEST, Math.min(WIDEST, Math.floor((room / layers) * 100) / 100));
    table.style.setProperty("--cell", `${width}px`);
    thinHeadings(table, width);
  };
  const heads = data.groups.map((/** @type {any} */ group) =>
    make("th", { scope: "colgroup", colspan: String(group.layers.length), class: isCurrent(data, group) ? "current" : undefined }, make("span", {}, nameHeading(data, group.heading))));
  const rows = data.members.map((/** @type {any} */ member, /** @type {number} */ seat) =>
    make("tr", {}, make("th", { scope: "row" }, member.name),
      ...data.groups.flatMap((/** @type {any} */ group, /** @type {number} */ at) =>
        group.layers.map((/** @type {any} */ layer, /** @type {number} */ place) =>
          make("td", { class: place ? undefined : "first" }, layCell(data, layer, [at, place, seat]))))));
  table.append(make("thead", {}, make("tr", {}, make("td"), ...heads)), make("tbody", {}, ...rows));
  new ResizeObserver(fit).observe(table);
  requestAnimationFrame(fit);
  return table;
}

/** Show only headings that have room; years every so many. @param {HTMLElement} table @param {number} width */
function thinHeadings(table, width) {
  let free = -Infinity;
  let at = 0;
  const heads = /** @type {HTMLTableCellElement[]} */ ([...table.querySelectorAll("thead th")]);
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

/** Events down, members across, with everything in words. @param {any} data */
export function layReadable(data) {
  const heads = data.members.map(makeColumnName);
  const head = make("tr", {}, make("th", { scope: "col", class: "what" }, _("Event")), make("th", { scope: "col", class: "toward" }, _("Reference party")), ...heads);
  const bodies = data.groups.map((/** @type {any} */ group, /** @type {number} */ at) =>
    make("tbody", {},
      make("tr", { class: isCurrent(data, group) ? "group current" : "group" }, make("th", { scope: "rowgroup", colspan: String(data.members.length + 2) }, make("span", {}, nameHeading(data, group.heading)))),
      ...group.layers.map((/** @type {any} */ layer, /** @type {number} */ place) => layRow(data, layer, at, place))));
  return make("table", { "aria-label": _("Stances of the members by event") }, make("thead", {}, head), ...bodies);
}

/** @param {any} data @param {any} layer @param {number} at @param {number} place */
function layRow(data, layer, at, place) {
  const when = make("span", { class: "note" }, data.by === "date" ? dateRange(layer.date_start, layer.date_end) : longDate(layer.date_start));
  const what = make("th", { scope: "row", class: "what" }, make("a", { href: evidenceAddress(layer.event, layer.toward) }, layer.title), when);
  const cells = data.members.map((/** @type {any} */ _member, /** @type {number} */ seat) => make("td", {}, layCell(data, layer, [at, place, seat])));
  return make("tr", { class: isChosen(data, layer) ? "chosen" : undefined }, what, make("td", { class: "toward" }, layer.to), ...cells);
}

/** One cell: a link to its evidence; the first takes the tab, the others the arrow keys. @param {any} data @param {any} layer @param {number[]} at group, layer, member */
function layCell(data, layer, at) {
  const [code, other] = layer.cells[at[2]];
  const member = data.members[at[2]];
  const own = member.id === layer.toward;
  const cell = make("a", {
    href: evidenceAddress(layer.event, layer.toward),
    class: `cell${own ? " own" : ""}${isChosen(data, layer) ? " chosen" : ""}`,
    tabindex: at.every((place) => place === 0) ? "0" : "-1",
    "data-cell": at.join(" "),
    "data-key": `${layer.event} ${layer.toward} ${member.id}`,
    "aria-label": sayCell(data, layer, member.name, own ? "" : code, other),
  }, ...(data.size === "read" ? [own ? "●" : code] : []));
  return paintElement(cell, code, other);
}

/** What a cell is read out as. @param {any} data @param {any} layer @param {string} actor @param {string} code empty for the party concerned @param {string} other */
function sayCell({ labels }, layer, actor, code, other) {
  if (!code) return _("{event}: {actor}, reference party", { event: layer.title, actor });
  const values = { event: layer.title, actor, toward: layer.to, stance: labels[code] };
  return other
    ? _("{event}: {actor} toward {toward}, {stance}; sources disagree ({other})", { ...values, other: labels[other] })
    : _("{event}: {actor} toward {toward}, {stance}", values);
}

/** @param {any} data @param {any} layer */
const isChosen = ({ chosen }, layer) => chosen && chosen[0] === layer.event && chosen[1] === layer.toward;

/** @param {any} data @param {any} group */
const isCurrent = ({ by, year }, group) => by === "date" && String(year) === group.heading;

/** @param {any} data @param {string} heading */
function nameHeading(data, heading) {
  if (data.by === "date") return heading;
  if (data.by === "kind") return WORDS.kind[heading] ?? heading;
  if (heading === "own") return _("own case");
  return data.size === "read" ? data.labels[heading] : heading;
}
