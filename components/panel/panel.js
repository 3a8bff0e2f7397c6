// @ts-check
/**
 * The dossier: lays out what `content.py` describes. Text is only ever set as text.
 *
 * Choices made here go to the map in the frame beside it, which owns the view.
 */
import { dateRange, longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { sayChange } from "../map/headline.js";
import { drawStances } from "./over_time.js";
import { makeChip } from "../palette/stance.js";
import { describeClaims, makeCite } from "./evidence.js";
import { WORDS } from "../map/words.js";
import { linkPage } from "../document/link.js";
import { gettext as _ } from "../language/messages.js";

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
  const host = parentElement.querySelector(".dossier");
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
    make("p", { class: "kicker" }, `As of ${longDate(content.day)}`),
    make("h1", {}, String(content.year)),
    make("p", {}, count ? `${count} members: ${content.members.map((/** @type {any} */ m) => m.name).join(", ")}.` : "No treaty yet."),
    ...section("Changed in the year", content.changes.map(layChange), "No change of membership."),
    ...section("Events", content.events.map(layEventRow), "The record has no event in this year yet. Nothing is inferred from that."),
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
    event.invocation === "none" ? "Nothing asked" : `Asked: ${WORDS.invocation[event.invocation]}`,
    event.response === "none" ? "" : `Answer: ${WORDS.response[event.response]}`,
    deaths,
    event.confidence === "high" ? "" : `Confidence in the event: ${event.confidence}`,
  ].filter(Boolean);
  return [
    make("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${event.place}`),
    make("h1", {}, event.title),
    make("p", {}, event.summary),
    make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact))),
    ...(event.asked ? [make("p", {}, make("strong", {}, "What was asked. "), event.asked)] : []),
    ...(event.answer ? [make("p", {}, make("strong", {}, "What came of it. "), event.answer)] : []),
    ...(event.zone ? [make("p", { class: "note" }, "Zone: ", link(event.zone.name, (atlas) => atlas.choosePanel(event.zone.id)))] : []),
    ...layReferences(event),
    make("h2", {}, `Stances toward ${event.toward.name}`),
    make("ul", { class: "rows" }, ...event.stances.filter(isShown).map((/** @type {any} */ stance) => layStance(stance, event, colours))),
    ...section("Where sources disagree", event.discrepancies.map(layDiscrepancy)),
    layMore("events", { event: event.id, toward: event.toward.id }, _("The whole dossier: answers day by day, neighbours in time, citation")),
    ...section("Sources of the event", event.sources.map((/** @type {any} */ source) => make("li", {}, makeCite(source)))),
  ];
}

/** States outside the alliance that day, without a claim, are counted in the legend and not listed. @param {any} stance */
const isShown = (stance) => stance.code !== "NOM" || stance.claims.length;

/** @param {any} event */
function layReferences(event) {
  if (event.references.length < 2) return [];
  const buttons = event.references.map((/** @type {any} */ reference) => {
    const button = make("button", { type: "button", "aria-pressed": String(reference.id === event.toward.id) }, `Toward ${reference.name}`);
    button.addEventListener("click", () => findMap().toward(reference.id));
    return button;
  });
  return [make("div", { class: "switch", role: "group", "aria-label": "Stances toward" }, ...buttons)];
}

/** @param {any} stance @param {any} event @param {any} colours */
function layStance(stance, event, colours) {
  const country = link(stance.actor.name, (atlas) => atlas.choosePanel(stance.actor.id));
  const isState = /^[A-Z]{3}$/.test(stance.actor.id) && stance.actor.id !== "CIS";
  const name = make("h3", {}, isState ? country : stance.actor.name);
  const own = stance.actor.id === event.toward.id;
  const chip = own ? make("span", { class: "note" }, "stances are read toward it") : makeChip(stance, colours);
  const row = make("li", { "data-actor": stance.actor.id }, make("div", { class: "head" }, name, chip, ...contestedMark(stance)));
  if (stance.reason) row.append(make("p", { class: "why" }, stance.reason));
  row.append(...describeClaims(stance, own));
  return row;
}

/** @param {any} stance */
const contestedMark = (stance) =>
  stance.contested ? [make("span", { class: "chip contested" }, "contested")] : stance.adjudicated ? [make("span", { class: "chip contested" }, "settled by the editors")] : [];

/** @param {any} discrepancy */
export function layDiscrepancy(discrepancy) {
  const sides = discrepancy.sides.filter((/** @type {any} */ side) => side.statement);
  return make("li", {}, make("h3", {}, discrepancy.topic),
    ...sides.map((/** @type {any} */ side) => make("div", { class: "claim" }, side.statement, makeCite(side.source))),
    make("p", { class: "why" }, `How it is handled: ${discrepancy.handling}`));
}

/** @param {{low: number|null, high: number|null}} deaths */
export function sayDeaths({ low, high }) {
  if (low === null && high === null) return "";
  if (high === null) return `Reported deaths: at least ${low}`;
  if (low === null) return `Reported deaths: up to ${high}`;
  if (low === high) return `Reported deaths: about ${low}`;
  return `Reported deaths: ${low}–${high}`;
}

/** @param {any} country @param {any} colours */
function layCountry(country, colours) {
  const here = country.here;
  return [
    make("p", { class: "kicker" }, country.shown ? link(`Back to ${country.shown.title}`, (atlas) => atlas.closeSubject()) : link("Back to the year", (atlas) => atlas.closeSubject())),
    make("h1", {}, country.name),
    layMore("members", { ...country.view, panel: country.id }, _("The page of {country}: both ways over time, allies, votes", { country: country.name })),
    ...(here && country.here_toward.id !== country.id
      ? [make("h2", {}, `Here, toward ${country.here_toward.name}`), make("ul", { class: "rows" }, layStance(here, { toward: country.here_toward }, colours))]
      : []),
    ...section("Membership", country.memberships.map(layMembership), "Never in the Treaty or the Organization."),
    make("h2", {}, "Stances it took, over time"),
    ...(country.stances.length
      ? [drawStances(country, colours), make("ul", { class: "rows" }, ...country.stances.map((/** @type {any} */ entry) => layTaken(entry, colours)))]
      : [make("p", { class: "none" }, "No source in the record reports a stance.")]),
    ...section("Party to", country.party_to.map(layPartyTo)),
    ...section("Threats it is said to see", country.threats.map((/** @type {any} */ threat) =>
      make("li", {}, make("h3", {}, threat.threat), make("div", { class: "claim" }, threat.summary, makeCite(threat.source, threat.certainty))))),
  ];
}

/** @param {any} event */
const layPartyTo = (event) => make("li", {}, eventLink(event), make("span", { class: "cite" }, dateRange(event.date_start, event.date_end)));

/** @param {any} row */
function layMembership(row) {
  const until = row.date_end ? longDate(row.date_end) : "today";
  return make("li", {},
    make("div", { class: "head" }, make("h3", {}, WORDS.status[`${row.bloc} ${row.status}`] ?? `${row.bloc} ${row.status}`)),
    make("span", { class: "cite" }, `${longDate(row.date_start)} – ${until}`),
    make("div", {}, row.basis),
    ...(row.disagreement ? [make("p", { class: "why" }, `Sources disagree: ${row.disagreement}`)] : []),
    makeCite(row.source, row.confidence === "high" ? "" : `confidence ${row.confidence}`));
}

/** @param {any} entry @param {any} colours */
function layTaken(entry, colours) {
  return make("li", {},
    make("div", { class: "head" }, eventLink(entry.event), makeChip(entry, colours), ...contestedMark(entry)),
    make("span", { class: "cite" }, `${dateRange(entry.event.date_start, entry.event.date_end)} · toward ${entry.toward.name} · ${entry.claims.length} ${entry.claims.length === 1 ? "claim" : "claims"}`));
}

/** @param {any} zone */
function layZone(zone) {
  const owner = zone.country_b ? `${zone.de_jure.name} and ${zone.country_b.name}` : zone.de_jure.name;
  return [
    make("p", { class: "kicker" }, zone.shown ? link(`Back to ${zone.shown.title}`, (atlas) => atlas.closeSubject()) : link("Back to the year", (atlas) => atlas.closeSubject())),
    make("h1", {}, zone.name),
    make("p", {}, `In law: ${owner} (view of the UN General Assembly).`),
    ...(zone.note ? [make("p", {}, zone.note)] : []),
    ...section("Status through time", zone.statuses.map(layStatus)),
    make("h2", {}, "How exact the line is"),
    make("p", {}, make("strong", {}, `${zone.line.precision}. `), zone.line.note),
    make("p", { class: "note" }, `Drawn from ${zone.line.drawn_from}. Licence: ${zone.line.licence}.`),
    ...section("Events here", zone.events.map(layPartyTo)),
  ];
}

/** @param {any} row */
function layStatus(row) {
  const until = row.date_end ? longDate(row.date_end) : "today";
  return make("li", {},
    make("h3", {}, row.label),
    make("span", { class: "cite" }, `${longDate(row.date_start)} – ${until} · ${WORDS.zone[row.status]}`),
    ...(row.controller ? [make("div", {}, `Held by ${row.controller}.`)] : []),
    ...(row.ended_because ? [make("div", {}, `Ended: ${row.ended_because}`)] : []),
    makeCite(row.source, row.confidence === "high" ? "" : `confidence ${row.confidence}`));
}

/** A titled list; without rows, the sentence that says so, or nothing. @param {string} title @param {Node[]} rows @param {string} [otherwise] */
function section(title, rows, otherwise) {
  if (!rows.length && !otherwise) return [];
  const body = rows.length ? make("ul", { class: "rows" }, ...rows) : make("p", { class: "none" }, otherwise ?? "");
  return [make("h2", {}, title), body];
}
