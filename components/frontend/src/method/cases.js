// @ts-check
/** Cases side by side: discrepancies, disputed memberships, cells that two readers code differently. */
import { makeJump } from "../document/document.js";
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { makeCite } from "../panel/evidence.js";
import { linkEvent, makeChip } from "./stance.js";

/** @typedef {import("./stance.js").Page} Page */

/** @param {any} content @param {Page} page */
export function layDiscrepancies(content, page) {
  const cases = make("ul", { class: "cases" }, ...content.cases.map((/** @type {any} */ row) => layCase(row, page)));
  if (!content.memberships.length) return [cases];
  return [cases, make("h3", {}, content.heading), make("ul", { class: "cases" }, ...content.memberships.map((/** @type {any} */ row) => layMembership(row, page)))];
}

/** @param {any} row @param {Page} page */
function layCase(row, page) {
  const sides = row.sides.map((/** @type {any} */ side) => laySide(side.statement, side.source));
  const where = row.event ? [make("p", { class: "where" }, _("Event:"), " ", linkEvent(row.event, page))] : [];
  return layFold(`discrepancy-${row.id}`, row.topic, row.handling, [...where, make("div", { class: "sides" }, ...sides)]);
}

/** @param {any} row @param {Page} page */
function layMembership(row, page) {
  const status = WORDS.status[`${row.bloc} ${row.status}`] ?? `${row.bloc} ${row.status}`;
  return layFold(`membership-${row.id}`, _("{country}, {year}: {status}", { country: page.names[row.country], year: row.year, status }), row.disagreement, [laySide(row.basis, row.source)]);
}

/** @param {string} statement @param {any} source */
const laySide = (statement, source) => make("div", { class: "side" }, make("p", {}, statement), makeCite(source));

/** What it is about and how it is handled; opened, what each side says. @param {string} id @param {string} topic @param {string} outcome @param {Node[]} inside */
function layFold(id, topic, outcome, inside) {
  const summary = make("summary", {}, make("span", { class: "topic" }, topic), make("span", { class: "outcome" }, outcome));
  return make("li", {}, make("details", { class: "fold case", id }, summary, make("div", { class: "inside" }, ...inside)));
}

/** @param {any} content @param {Page} page */
export function layAgreement(content, page) {
  const facts = content.facts.map((/** @type {string} */ text) => make("p", { class: "fact" }, text));
  if (!content.differing?.length) return facts;
  const rows = content.differing.map((/** @type {any} */ cell) => make("li", {},
    make("div", {}, _("{actor} toward {toward}:", { actor: page.names[cell.actor], toward: page.names[cell.toward] }), " ", linkEvent(cell.event_id, page, cell.toward),
      " ", _("according to"), " ", makeJump(page.works[cell.source_id] ?? cell.source_id, `source-${cell.source_id}`)),
    make("div", { class: "readings" }, _("first coder:"), " ", makeChip(cell.first, page), " ", _("second coder:"), " ", makeChip(cell.second, page))));
  return [...facts, make("h3", {}, content.heading), make("ul", { class: "rows" }, ...rows)];
}
