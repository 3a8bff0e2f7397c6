// @ts-check
/** One legend for both maps, and the list of what differs between them, each row with its evidence. */
import { announce } from "../document/announce.js";
import { linkPage } from "../document/link.js";
import { followStaleness } from "../document/staleness.js";
import { gettext as _, ngettext } from "../language/messages.js";
import { joinNames } from "../language/numbers.js";
import { longDate } from "../map/dates.js";
import { make, makeSvg } from "../map/dom.js";
import { bothThemes, makeChip } from "../palette/stance.js";
import { linkHere, makeShareButton } from "../share/button.js";

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".differences"));
  if (!host || !data) return;
  const { content, share } = data;
  host.replaceChildren(
    layLegend(content),
    make("div", { class: "head" }, make("h1", {}, sayHeading(content)), ...(share ? [makeShareButton(share, () => ({ kind: "comparison", link: linkHere(), title: sayPair(content) }))] : [])),
    layMembers(content),
    ...sayAlike(content),
    ...layTable(_("Different stances"), content.stances, content, layStanceRow, [_("Change")]),
    ...layTable(_("Different membership"), content.statuses, content, layStatusRow),
    ...layTable(_("Zones with a different status"), content.zones, content, layZoneRow),
  );
  announce(host, content.words);
  followStaleness(host, () => (isOf(content) ? "" : _("These are the differences for {pair}. Those for the current maps will follow when the server responds.", { pair: sayPair(content) })));
}

/** Whether the differences are those of the views that the maps show. @param {any} content */
function isOf({ heads }) {
  return heads.every((/** @type {any} */ head, /** @type {number} */ place) => {
    const frame = /** @type {HTMLIFrameElement|null} */ (document.querySelector(place ? ".st-key-atlas-right iframe" : ".st-key-atlas-left iframe"));
    const view = /** @type {any} */ (frame?.contentWindow)?.atlas?.store.view;
    if (!view) return true;
    return view.event ? head.event?.id === view.event && head.toward.id === view.toward : !head.event && head.day.slice(0, 4) === String(view.year);
  });
}

/** The view of a moment, as a link's parameters. @param {any} head @returns {Record<string, string>} */
const viewOf = (head) => (head.event ? { event: head.event.id, toward: head.toward.id } : { year: head.day.slice(0, 4) });

/** A moment by its name, with a link to its evidence. @param {any} head */
export function layHead(head) {
  if (!head.event) return _("As of {day}", { day: longDate(head.day) });
  return linkPage("events", viewOf(head), _("{event}, toward {country}", { event: head.event.title, country: head.toward.name }));
}

/** What is compared, for a citation. @param {{heads: any[]}} content */
export function sayPair({ heads }) {
  const [left, right] = heads.map((/** @type {any} */ head) => (head.event ? _("{event}, toward {country}", { event: head.event.title, country: head.toward.name }) : head.day.slice(0, 4)));
  return _("{left} compared with {right}", { left, right });
}

/** @param {any} content */
function sayHeading({ stances, statuses, zones }) {
  const said = [
    ...(stances.length ? [ngettext("{count} stance", "{count} stances", stances.length)] : []),
    ...(statuses.length ? [ngettext("{count} membership", "{count} memberships", statuses.length)] : []),
    ...(zones.length ? [ngettext("{count} zone", "{count} zones", zones.length)] : []),
  ];
  if (!said.length) return _("No differences");
  return _("Differences: {list}", { list: joinNames(said) });
}

/** Stances can be set against each other only where both maps show an event. @param {any} content */
function sayAlike({ heads, stances, statuses, zones }) {
  const events = heads.filter((/** @type {any} */ head) => head.event).length;
  if (events === 1) return [make("p", { class: "note" }, _("Only one map shows an event, so stances are not compared. Select an event on the other map too."))];
  if (!stances.length && !statuses.length && !zones.length) return [make("p", { class: "note" }, _("Move one of the sliders, or select another event or reference party on one of the maps."))];
  return [];
}

/** @param {any} content */
export function layLegend({ scale, styles, colours, heads }) {
  const events = heads.filter((/** @type {any} */ head) => head.event).length;
  const contested = scale.find((/** @type {any} */ row) => row.code === "NEU");
  const rows = [
    ...(events ? scale.map((/** @type {any} */ row) => makeChip(row, colours)) : []),
    ...(events && contested ? [makeChip({ ...contested, label: _("Stripes: sources disagree"), other: "LEAN" }, colours)] : []),
    ...(events < 2 ? Object.keys(styles).filter((key) => key !== "none").map((key) => swatch(key, styles)) : []),
  ];
  return make("div", { class: "legend-row", role: "group", "aria-label": _("Legend for both maps") }, ...rows);
}

/** @param {any} content */
function layMembers({ members }) {
  const [left, right] = members.counts;
  const parts = [_("Members: {left} on the left map, {right} on the right map.", { left, right })];
  if (members.only_first.length) parts.push(_("Only on the left: {list}.", { list: joinNames(members.only_first) }));
  if (members.only_second.length) parts.push(_("Only on the right: {list}.", { list: joinNames(members.only_second) }));
  return make("p", {}, parts.join(" "));
}

/** @param {string} title @param {any[]} rows @param {any} content @param {(row: any, content: any) => (Node|string)[]} lay cells of a row @param {string[]} [more] heads of further columns */
function layTable(title, rows, content, lay, more = []) {
  if (!rows.length) return [];
  const head = make("tr", {}, make("td"), ...[...content.heads.map(layHead), ...more].map((cell) => make("th", { scope: "col" }, cell)));
  const body = rows.map((row) => {
    const [name, ...cells] = lay(row, content);
    return make("tr", { "data-row": row.id }, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
  });
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return [make("h2", {}, title), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table)];
}

/** @param {any} row @param {any} content */
function layStanceRow(row, { colours, heads }) {
  const name = row.state ? linkPage("members", { ...viewOf(heads[0]), panel: row.id }, row.name) : row.name;
  return [name, layStance(row.first, colours), layStance(row.second, colours), sayShift(row)];
}

/** @param {any} stance @param {any} colours */
function layStance(stance, colours) {
  if (!stance) return make("span", { class: "note" }, _("not coded"));
  const cell = make("span", {}, makeChip(stance, colours));
  if (stance.contested) cell.append(" ", make("span", { class: "note" }, _("sources disagree")));
  return cell;
}

/** @param {any} row */
function sayShift({ first, second, shift }) {
  if (shift > 0) return ngettext("{count} step more supportive", "{count} steps more supportive", shift);
  if (shift < 0) return ngettext("{count} step less supportive", "{count} steps less supportive", -shift);
  if (shift === 0) return first.contested === second.contested ? _("other interpretations") : second.contested ? _("same stance; sources now disagree") : _("same stance; sources no longer disagree");
  return make("span", { class: "note" }, _("not comparable"));
}

/** @param {any} row @param {any} content */
const layStatusRow = (row, { styles, heads }) => [linkPage("members", { ...viewOf(heads[0]), panel: row.id }, row.name), swatch(row.first, styles), swatch(row.second, styles)];

/** @param {any} row @param {any} content */
const layZoneRow = (row, { heads }) => [linkPage("", { ...viewOf(heads[1]), panel: row.id }, row.name), row.first || _("not yet disputed"), row.second || _("not yet disputed")];

/** @param {string} key @param {any} styles */
function swatch(key, styles) {
  const style = styles[key];
  const box = makeSvg("rect", { x: 1.5, y: 1.5, width: 23, height: 13, rx: 2, "stroke-width": style.width, ...(style.dash ? { "stroke-dasharray": style.dash } : {}) });
  box.style.setProperty("fill", bothThemes(style.fill));
  box.style.setProperty("stroke", bothThemes(style.line));
  const mark = makeSvg("svg", { width: 26, height: 16, class: "mark", "aria-hidden": "true" }, box);
  return make("span", { class: "status" }, mark, style.label);
}
