// @ts-check
/** The list of sources: a filter, groups by kind, and in each source what it gave and disputes. */
import { layRow, layRows, makeJump } from "../document/document.js";
import { gettext as _, ngettext } from "../language/messages.js";
import { make, setText } from "../map/dom.js";
import { sayCertainty } from "../panel/certainty.js";
import { sayLocator } from "../panel/evidence.js";
import { linkEvent, makeBar, makeChip, sayWork } from "./stance.js";

/** @typedef {import("./stance.js").Page} Page */
/** @typedef {{element: HTMLDetailsElement, group: HTMLDetailsElement, words: string}} Entry */

/** @param {any} content @param {Page} page @param {string|null} eventId the event in view */
export function laySources(content, page, eventId) {
  const most = Math.max(1, ...content.groups.flatMap((/** @type {any} */ group) => group.sources.map((/** @type {any} */ source) => source.claims.length)));
  /** @type {Entry[]} */
  const entries = [];
  const groups = content.groups.map((/** @type {any} */ group, /** @type {number} */ place) => {
    const title = make("h3", {}, `${group.title} (${group.sources.length})`);
    const element = make("details", { class: "fold group", open: place === 0 }, make("summary", {}, title));
    for (const source of group.sources) {
      const row = laySource(source, content, page, most);
      entries.push({ element: row, group: element, words: listWords(source, content, page) });
      element.append(row);
    }
    return element;
  });
  return [makeFilter(entries, page, eventId), ...groups];
}

/** What the filter looks through: the source, and the countries, events and words of its claims. @param {any} source @param {any} content @param {Page} page */
function listWords(source, content, page) {
  const [actor, event, toward, summary] = ["actor", "event_id", "toward", "summary"].map((name) => content.columns.indexOf(name));
  const claims = source.claims.flatMap((/** @type {string[]} */ claim) => [page.names[claim[actor]], page.names[claim[toward]], page.events[claim[event]]?.title, claim[summary]]);
  return [...new Set([sayWork(source), source.kind, source.id, source.note, ...claims])].join(" \n").toLowerCase();
}

/** Words as typed; what stands in quotation marks is one. @param {string} text */
const readWords = (text) => [...text.toLowerCase().matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, phrase]) => phrase ?? word);

/** @param {Entry[]} entries @param {Page} page @param {string|null} eventId */
function makeFilter(entries, page, eventId) {
  const input = make("input", { type: "search", id: "source-filter", placeholder: _("Author, title, country, event"), autocomplete: "off" });
  const status = make("span", { role: "status", class: "count" });
  const clear = make("button", { type: "button", class: "jump" }, _("Clear the filter"));
  const openBefore = entries.map((entry) => entry.group.open);
  const apply = () => {
    const words = readWords(input.value);
    const hits = entries.map((entry) => words.every((word) => entry.words.includes(word)));
    const groups = new Set(entries.map((entry) => entry.group));
    entries.forEach((entry, place) => { entry.element.hidden = !hits[place]; });
    for (const group of groups) {
      const found = entries.filter((entry, place) => entry.group === group && hits[place]).length;
      group.hidden = !found;
      group.open = words.length ? found > 0 : openBefore[entries.findIndex((entry) => entry.group === group)];
    }
    const count = hits.filter(Boolean).length;
    clear.hidden = !words.length;
    if (count) setText(status, words.length ? ngettext("{found} of {count} source", "{found} of {count} sources", entries.length, { found: count }) : "");
    else setText(status, _("No source matches “{words}”. The search covers authors, titles, publishers, kinds, and the countries, events and text of claims; try fewer words.", { words: input.value.trim() }));
  };
  input.addEventListener("input", apply);
  clear.addEventListener("click", () => { input.value = ""; apply(); input.focus(); });
  clear.hidden = true;
  const offers = [];
  const event = eventId ? page.events[eventId] : null;
  if (event) {
    const offer = make("button", { type: "button", class: "jump" }, _("Only sources for “{event}”", { event: event.title }));
    offer.addEventListener("click", () => { input.value = `"${event.title.replaceAll('"', " ")}"`; apply(); });
    offers.push(offer);
  }
  return make("div", { class: "filter" }, make("label", { for: "source-filter" }, _("Filter sources")), input, status, clear, ...offers);
}

/** @param {any} source @param {any} content @param {Page} page @param {number} most */
function laySource(source, content, page, most) {
  const contested = source.disputes.filter((/** @type {any} */ dispute) => dispute.kind === "contested").length;
  const marks = [
    ngettext("{count} claim", "{count} claims", source.claims.length),
    contested ? ngettext("in {count} stance where sources disagree", "in {count} stances where sources disagree", contested) : "",
    source.discrepancies.length ? ngettext("in {count} discrepancy", "in {count} discrepancies", source.discrepancies.length) : "",
  ].filter(Boolean);
  const summary = make("summary", {},
    make("span", { class: "work" }, sayWork(source)),
    makeBar(source.stances, most, page),
    make("span", { class: "marks" }, marks.join(", ")));
  const inside = make("div", { class: "inside" });
  const element = make("details", { class: "fold source", id: `source-${source.id}` }, summary, inside);
  // Hundreds of sources with all their claims would be laid out for the few that are opened.
  element.addEventListener("toggle", () => {
    if (element.open && !inside.hasChildNodes()) inside.append(...layInside(source, content, page));
  });
  return element;
}

/** @param {any} source @param {any} content @param {Page} page @returns {Node[]} */
function layInside(source, content, page) {
  const body = [];
  if (source.note) body.push(make("p", {}, source.note));
  if (source.url) body.push(make("p", {}, _("URL:"), " ", make("a", { class: "to", href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.url)));
  if (source.rows.length) body.push(make("p", {}, _("Besides claims: {rows}.", { rows: source.rows.join(", ") })));
  body.push(make("p", {}, make("a", { class: "to", href: `?source=${source.id}`, target: "_self" }, _("Link to this source"))));
  if (source.disputes.length) {
    body.push(make("h4", {}, _("Where it differs from other sources")),
      make("ul", { class: "rows" }, ...source.disputes.map((/** @type {any} */ dispute) => layDispute(dispute, page))));
  }
  if (source.discrepancies.length) {
    const jumps = source.discrepancies.map((/** @type {string} */ id) => make("li", {}, makeJump(content.topics[id], `discrepancy-${id}`)));
    body.push(make("h4", {}, _("Discrepancies involving this source")), make("ul", { class: "rows" }, ...jumps));
  }
  if (source.claims.length) body.push(make("h4", {}, _("Claims by country and event")), layClaims(source, content, page));
  else body.push(make("p", { class: "none" }, _("No claims about stances.")));
  return body;
}

/** @param {any} dispute @param {Page} page */
function layDispute(dispute, page) {
  /** @type {Node[]} */
  const others = dispute.others.flatMap((/** @type {[string, string]} */ [source, code]) => [
    make("span", { class: "against" }, makeJump(page.works[source] ?? source, `source-${source}`), " ", makeChip(code, page)),
  ]);
  return make("li", {},
    make("div", { class: "question" }, _("{actor} toward {toward}:", { actor: page.names[dispute.actor], toward: page.names[dispute.toward] }), " ", linkEvent(dispute.event_id, page, dispute.toward)),
    make("div", { class: "readings" }, _("this source"), " ", ...dispute.own.map((/** @type {string} */ code) => makeChip(code, page)),
      ...(others.length ? [" ", _("versus"), " ", ...others] : [" ", _("internal contradiction")])),
    make("div", { class: "cite" }, _("{outcome}; shown: {stance}", { outcome: page.words.disputes[dispute.kind], stance: page.labels[dispute.shown] })));
}

/** Claims under their country, each with its event. @param {any} source @param {any} content @param {Page} page */
function layClaims(source, content, page) {
  const heads = [_("Event"), _("Reference party"), _("Stance"), _("Certainty"), _("Location"), _("What it says")];
  const rows = source.claims.map((/** @type {any[]} */ cells) => Object.fromEntries(content.columns.map((/** @type {string} */ name, /** @type {number} */ at) => [name, cells[at]])));
  /** @type {Map<string, any[]>} */
  const byActor = Map.groupBy(rows, (/** @type {any} */ row) => row.actor);
  const bodies = [...byActor].map(([actor, claims]) => make("tbody", {},
    make("tr", {}, make("th", { scope: "rowgroup", colspan: String(heads.length), class: "actor" }, `${page.names[actor]} (${claims.length})`)),
    ...claims.map((claim) => layRow(heads, [
      [linkEvent(claim.event_id, page, claim.toward), ` ${page.events[claim.event_id]?.year ?? ""}`],
      page.names[claim.toward],
      [makeChip(claim.stance, page), make("span", { class: "cite" }, page.words.fates[claim.fate])],
      sayCertainty(claim.certainty),
      sayLocator(claim.locator),
      claim.summary,
    ]))));
  return layRows(_("Claims of {source}", { source: sayWork(source) }), heads, bodies);
}
