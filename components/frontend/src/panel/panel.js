// @ts-check
/**
 * The dossier: lays out what `content.py` describes. Text is only ever set as text.
 *
 * Choices made here go to the map in the frame beside it, which owns the view.
 */
import { dateRange, dateSpan, longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { sayChange } from "../map/headline.js";
import { drawStances } from "./over_time.js";
import { makeChip } from "../palette/stance.js";
import { describeClaims, makeCite } from "./evidence.js";
import { WORDS } from "../map/words.js";
import { linkPage } from "../document/link.js";
import { followStaleness } from "../document/staleness.js";
import { currentLocale, gettext as _, ngettext } from "../language/messages.js";
import { sayCertainty, sayDoubt, sayEventConfidence } from "./certainty.js";
import { layReason } from "./reason.js";

/** The one licence that is a phrase and not a name. */
const PUBLIC = "public domain";

/** What each host shows. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** The map's side of the page. @returns {any} */
function findMap() {
  for (const frame of document.querySelectorAll(".st-key-atlas-map iframe")) {
    const { atlas } = /** @type {any} */ (/** @type {HTMLIFrameElement} */ (frame).contentWindow);
    if (atlas) return atlas;
  }
  return null;
}

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".dossier"));
  if (!host || !data) return;
  const { content, colours } = data;
  /** @type {Record<string, (content: any, colours: any) => Node[]>} */
  const kinds = { year: layYear, event: layEvent, country: layCountry, zone: layZone };
  // A rerun that changes nothing leaves the reader's place in the dossier alone.
  const text = JSON.stringify(content);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  host.setAttribute("data-drawn", String(content.id ?? content.year));
  host.setAttribute("data-panel", content.panel);
  host.replaceChildren(...kinds[content.panel](content, colours));
  host.closest(".st-key-atlas-panel")?.scrollTo(0, 0);
  followStaleness(host, () => {
    const view = findMap()?.store.view;
    return !view || isOf(content, view) ? "" : _("These are the details of “{title}”. Those for the current map will follow when the server responds.", { title: content.title ?? content.name ?? content.year });
  });
}

/** Whether what the panel says is of a view. @param {any} content @param {any} view */
function isOf(content, { year, event, toward, panel }) {
  if (panel && panel !== "off") return content.id === panel && (content.shown?.id ?? null) === event;
  if (event) return content.panel === "event" && content.id === event && content.toward.id === toward;
  return content.panel === "year" && content.year === year;
}

/** @param {string} text @param {(atlas: any) => void} act */
function link(text, act) {
  const button = make("button", { type: "button", class: "link" }, text);
  button.addEventListener("click", () => act(findMap()));
  return button;
}

/** The page that says more, in the view of the panel. @param {"events"|"members"} page @param {Record<string, string>} view @param {string} text */
const layMore = (page, view, text) => make("p", { class: "more" }, linkPage(page, view, text));

/** @param {any} event */
const eventLink = (event) => link(event.title, (atlas) => atlas.chooseEvent(event.id));

/** @param {any} content */
function layYear(content) {
  const count = content.members.length;
  return [
    make("p", { class: "kicker" }, _("As of {day}", { day: longDate(content.day) })),
    make("h1", {}, String(content.year)),
    make("p", {}, count ? ngettext("{count} member: {names}.", "{count} members: {names}.", count, { names: content.members.map((/** @type {any} */ m) => m.name).join(", ") }) : _("No treaty yet.")),
    ...section(_("Membership changes"), content.changes.map(layChange), _("No membership changes.")),
    ...section(_("Events"), content.events.map(layEventRow), _("No event is recorded for this year yet. No conclusion is drawn from this.")),
  ];
}

/** @param {any} change */
function layChange(change) {
  const country = link(change.country.name, (atlas) => atlas.choosePanel(change.country.id));
  return make("li", {}, make("div", { class: "head" }, country, ` ${sayChange(change)}`), make("span", { class: "cite" }, `${longDate(change.day)}. ${change.basis}`));
}

/** @param {any} event */
function layEventRow(event) {
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return make("li", {}, eventLink(event), make("span", { class: "cite" }, `${dateRange(event.date_start, event.date_end)} · ${kind}`));
}

/** @param {any} event @param {any} colours */
function layEvent(event, colours) {
  const deaths = sayDeaths(event.deaths);
  const facts = [
    event.invocation === "none" ? _("No request for help") : _("Request: {what}", { what: WORDS.invocation[event.invocation] }),
    event.response === "none" ? "" : _("Response: {how}", { how: WORDS.response[event.response] }),
    deaths,
    event.confidence === "high" ? "" : sayEventConfidence(event.confidence),
  ].filter(Boolean);
  return [
    make("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${event.place}`),
    make("h1", {}, event.title),
    make("p", {}, event.summary),
    make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact))),
    ...(event.asked ? [make("p", {}, make("strong", {}, _("Request:")), " ", event.asked)] : []),
    ...(event.answer ? [make("p", {}, make("strong", {}, _("Outcome:")), " ", event.answer)] : []),
    ...(event.zone ? [make("p", { class: "note" }, _("Zone:"), " ", link(event.zone.name, (atlas) => atlas.choosePanel(event.zone.id)))] : []),
    layMore("events", { event: event.id, toward: event.toward.id }, _("Full event page")),
    ...layReferences(event),
    make("h2", {}, _("Stances toward {country}", { country: event.toward.name })),
    make("ul", { class: "rows" }, ...event.stances.filter(isShown).map((/** @type {any} */ stance) => layStance(stance, event, colours))),
    ...section(_("Where sources disagree"), event.discrepancies.map(layDiscrepancy)),
    ...section(_("Sources of the event"), event.sources.map((/** @type {any} */ source) => make("li", {}, makeCite(source)))),
  ];
}

/** States outside the alliance that day, without a claim, are counted in the legend and not listed. @param {any} stance */
const isShown = (stance) => stance.code !== "NOM" || stance.claims.length;

/** @param {any} event */
function layReferences(event) {
  if (event.references.length < 2) return [];
  const buttons = event.references.map((/** @type {any} */ reference) => {
    const button = make("button", { type: "button", "aria-pressed": String(reference.id === event.toward.id) }, _("Positions on {country}", { country: reference.name }));
    button.addEventListener("click", () => findMap().toward(reference.id));
    return button;
  });
  return [make("div", { class: "switch", role: "group", "aria-label": _("Stances toward") }, ...buttons)];
}

/** @param {any} stance @param {any} event @param {any} colours */
function layStance(stance, event, colours) {
  const country = link(stance.actor.name, (atlas) => atlas.choosePanel(stance.actor.id));
  const isState = /^[A-Z]{3}$/.test(stance.actor.id) && stance.actor.id !== "CIS";
  const name = make("h3", {}, isState ? country : stance.actor.name);
  const own = stance.actor.id === event.toward.id;
  const chip = own ? make("span", { class: "note" }, _("reference party")) : makeChip(stance, colours);
  const row = make("li", { "data-actor": stance.actor.id }, make("div", { class: "head" }, name, chip, ...contestedMark(stance)));
  row.append(...layReason(stance), ...describeClaims(stance, own));
  return row;
}

/** @param {any} stance */
const contestedMark = (stance) =>
  stance.contested ? [make("span", { class: "chip contested" }, _("sources disagree"))] : stance.adjudicated ? [make("span", { class: "chip contested" }, _("editorial decision"))] : [];

/** @param {any} discrepancy */
export function layDiscrepancy(discrepancy) {
  const sides = discrepancy.sides.filter((/** @type {any} */ side) => side.statement);
  return make("li", {}, make("h3", {}, discrepancy.topic),
    ...sides.map((/** @type {any} */ side) => make("div", { class: "claim" }, side.statement, makeCite(side.source))),
    make("p", { class: "why" }, _("Treatment: {handling}", { handling: discrepancy.handling })));
}

/** @param {{low: number|null, high: number|null}} deaths */
export function sayDeaths({ low, high }) {
  const say = (/** @type {number} */ number) => new Intl.NumberFormat(currentLocale()).format(number);
  if (low !== null && high !== null) {
    if (low === high) return _("Reported deaths: about {number}", { number: say(low) });
    return _("Reported deaths: {low}–{high}", { low: say(low), high: say(high) });
  }
  if (low !== null) return _("Reported deaths: at least {number}", { number: say(low) });
  return high === null ? "" : _("Reported deaths: up to {number}", { number: say(high) });
}

/** The way back from a country or a zone. @param {any} shown the event on the map, or null */
function layBack(shown) {
  const text = shown ? _("Back to {event}", { event: shown.title }) : _("Show full year");
  return make("p", { class: "kicker" }, link(text, (atlas) => atlas.closeSubject()));
}

/** @param {any} country @param {any} colours */
function layCountry(country, colours) {
  const here = country.here;
  return [
    layBack(country.shown),
    make("h1", {}, country.name),
    layMore("members", { ...country.view, panel: country.id }, _("{country}: full country page", { country: country.name })),
    ...(here && country.here_toward.id !== country.id
      ? [make("h2", {}, _("Position on {country} in this event", { country: country.here_toward.name })), make("ul", { class: "rows" }, layStance(here, { toward: country.here_toward }, colours))]
      : []),
    ...section(_("Membership"), country.memberships.map(layMembership), _("Never in the Treaty or the Organization.")),
    make("h2", {}, _("Stances over time")),
    ...(country.stances.length
      ? [drawStances(country, colours), make("ul", { class: "rows" }, ...country.stances.map((/** @type {any} */ entry) => layTaken(entry, colours)))]
      : [make("p", { class: "none" }, _("No source in the data reports a stance."))]),
    ...section(_("Party to"), country.party_to.map(layPartyTo)),
    ...section(_("Reported threat perceptions"), country.threats.map((/** @type {any} */ threat) =>
      make("li", {}, make("h3", {}, threat.threat), make("div", { class: "claim" }, threat.summary, makeCite(threat.source, sayCertainty(threat.certainty)))))),
  ];
}

/** @param {any} event */
const layPartyTo = (event) => make("li", {}, eventLink(event), make("span", { class: "cite" }, dateRange(event.date_start, event.date_end)));

/** @param {any} row */
function layMembership(row) {
  return make("li", {},
    make("div", { class: "head" }, make("h3", {}, WORDS.status[`${row.bloc} ${row.status}`] ?? `${row.bloc} ${row.status}`)),
    make("span", { class: "cite" }, dateSpan(row.date_start, row.date_end)),
    make("div", {}, row.basis),
    ...(row.disagreement ? [make("p", { class: "why" }, _("Sources disagree: {how}", { how: row.disagreement }))] : []),
    makeCite(row.source, sayDoubt(row.confidence)));
}

/** @param {any} entry @param {any} colours */
function layTaken(entry, colours) {
  return make("li", {},
    make("div", { class: "head" }, eventLink(entry.event), makeChip(entry, colours), ...contestedMark(entry)),
    make("span", { class: "cite" }, ngettext("{days} · toward {country} · {count} claim", "{days} · toward {country} · {count} claims", entry.claims.length, { days: dateRange(entry.event.date_start, entry.event.date_end), country: entry.toward.name })));
}

/** @param {any} zone */
function layZone(zone) {
  const names = [zone.de_jure, zone.country_b].filter(Boolean).map(({ name }) => name);
  const licence = zone.line.licence === PUBLIC ? _("public domain") : zone.line.licence;
  const owner = new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(names);
  return [
    layBack(zone.shown),
    make("h1", {}, zone.name),
    make("p", {}, _("Legally: {owner} (UN General Assembly).", { owner })),
    ...(zone.note ? [make("p", {}, zone.note)] : []),
    ...section(_("History"), zone.statuses.map(layStatus)),
    make("h2", {}, _("Boundary accuracy")),
    make("p", {}, make("strong", {}, `${WORDS.precision[zone.line.precision] ?? zone.line.precision}.`), " ", zone.line.note),
    make("p", { class: "note" }, _("Based on {sources}. Licence: {licence}.", { sources: zone.line.drawn_from, licence })),
    ...section(_("Related events"), zone.events.map(layPartyTo)),
  ];
}

/** @param {any} row */
function layStatus(row) {
  return make("li", {},
    make("h3", {}, row.label),
    make("span", { class: "cite" }, `${dateSpan(row.date_start, row.date_end)} · ${WORDS.zone[row.status]}`),
    ...(row.controller ? [make("div", {}, _("Control: {controller}.", { controller: row.controller }))] : []),
    ...(row.ended_because ? [make("div", {}, _("Ended by: {why}", { why: row.ended_because }))] : []),
    makeCite(row.source, sayDoubt(row.confidence)));
}

/** A titled list; without rows, the sentence that says so, or nothing. @param {string} title @param {Node[]} rows @param {string} [otherwise] */
function section(title, rows, otherwise) {
  if (!rows.length && !otherwise) return [];
  const body = rows.length ? make("ul", { class: "rows" }, ...rows) : make("p", { class: "none" }, otherwise ?? "");
  return [make("h2", {}, title), body];
}
