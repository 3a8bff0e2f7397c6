/**
 * The dossier: lays out what `content.py` describes. Text is only ever set as text.
 *
 * Choices made here go to the map in the frame beside it, which owns the view.
 */
import { dateRange, dateSpan, longDate } from "../ui/date_format.ts";
import { make } from "../ui/dom.ts";
import { drawStances } from "./stance_history.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { describeClaims, makeCite } from "../ui/claim_citation.ts";
import { sayChange, WORDS } from "../ui/code_labels.ts";
import { linkPage } from "../ui/page_link.ts";
import { followStaleness } from "../ui/staleness.ts";
import { currentLocale, gettext as _, ngettext } from "../i18n/gettext.ts";
import { sayCertainty, sayDoubt, sayEventConfidence } from "../ui/certainty_labels.ts";
import { layReason } from "../ui/rule_explanation.ts";
import type { View as ComponentView } from "../core/component.ts";
import type { EventContent, EventRef, MembershipRow, Named, Resolved, Stance, ZoneStatus } from "../core/record.ts";
import type { MapHandle } from "../core/map_handle.ts";
import type { View } from "../core/view_state.ts";
import type { Paints } from "../ui/stance_paint.ts";
import type { Change, Content, CountryContent, EventRow, Taken, YearContent, ZoneContent } from "./content.ts";
import { layDiscrepancy, sayDeaths } from "../ui/event_facts.ts";

/** The one licence that is a phrase and not a name. */
const PUBLIC = "public domain";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();

/** The map's side of the page. */
function findMap(): MapHandle | null {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(".st-key-atlas-map iframe")) {
    const atlas = frame.contentWindow?.atlas;
    if (atlas) return atlas;
  }
  return null;
}

interface Data {
  content: Content;
  colours: Paints;
}

export function draw({ data, parentElement }: ComponentView<Data>) {
  const host = (parentElement.querySelector(".dossier") as HTMLElement|null);
  if (!host || !data) return;
  const { content, colours } = data;
  // A rerun that changes nothing leaves the reader's place in the dossier alone.
  const text = JSON.stringify(content);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  host.setAttribute("data-drawn", String(content.panel === "year" ? content.year : content.id));
  host.setAttribute("data-panel", content.panel);
  host.replaceChildren(...layContent(content, colours));
  host.closest(".st-key-atlas-panel")?.scrollTo(0, 0);
  followStaleness(host, () => {
    const view = findMap()?.store.view;
    return !view || isOf(content, view) ? "" : _("These are the details of “{title}”. Those of the map's view follow when the server answers.", { title: nameContent(content) });
  });
}

function layContent(content: Content, colours: Paints): Node[] {
  switch (content.panel) {
    case "year": return layYear(content);
    case "event": return layEvent(content, colours);
    case "country": return layCountry(content, colours);
    case "zone": return layZone(content);
  }
}

function nameContent(content: Content) {
  if (content.panel === "year") return content.year;
  return content.panel === "event" ? content.title : content.name;
}

/** Whether what the panel says is of a view. */
function isOf(content: Content, { year, event, toward, panel }: View) {
  if (panel && panel !== "off") return "shown" in content && content.id === panel && (content.shown?.id ?? null) === event;
  if (event) return content.panel === "event" && content.id === event && content.toward.id === toward;
  return content.panel === "year" && content.year === year;
}

function link(text: string, act: (atlas: MapHandle) => void) {
  const button = make("button", { type: "button", class: "link" }, text);
  button.addEventListener("click", () => {
    const map = findMap();
    if (map) act(map);
  });
  return button;
}

/** The page that says more, in the view of the panel. */
const layMore = (page: "events"|"members", view: Record<string, string>, text: string) => make("p", { class: "more" }, linkPage(page, view, text));

const eventLink = (event: EventRef) => link(event.title, (atlas) => atlas.chooseEvent(event.id));

function layYear(content: YearContent) {
  const count = content.members.length;
  return [
    make("p", { class: "kicker" }, _("As of {day}", { day: longDate(content.day) })),
    make("h1", {}, String(content.year)),
    make("p", {}, count ? ngettext("{count} member: {names}.", "{count} members: {names}.", count, { names: content.members.map((m) => m.name).join(", ") }) : _("No treaty yet.")),
    ...section(_("Changed in the year"), content.changes.map(layChange), _("No change of membership.")),
    ...section(_("Events"), content.events.map(layEventRow), _("The record has no event in this year yet. Nothing is inferred from that.")),
  ];
}

function layChange(change: Change) {
  const country = link(change.country.name, (atlas) => atlas.choosePanel(change.country.id));
  return make("li", {}, make("div", { class: "head" }, country, ` ${sayChange(change)}`), make("span", { class: "cite" }, `${longDate(change.day)}. ${change.basis}`));
}

function layEventRow(event: EventRow) {
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return make("li", {}, eventLink(event), make("span", { class: "cite" }, `${dateRange(event.date_start, event.date_end)} · ${kind}`));
}

function layEvent(event: EventContent, colours: Paints) {
  const { zone } = event;
  const deaths = sayDeaths(event.deaths);
  const facts = [
    event.invocation === "none" ? _("Nothing asked") : _("Asked: {what}", { what: WORDS.invocation[event.invocation] }),
    event.response === "none" ? "" : _("Answer: {how}", { how: WORDS.response[event.response] }),
    deaths,
    event.confidence === "high" ? "" : sayEventConfidence(event.confidence),
  ].filter(Boolean);
  return [
    make("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${event.place}`),
    make("h1", {}, event.title),
    make("p", {}, event.summary),
    make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact))),
    ...(event.asked ? [make("p", {}, make("strong", {}, _("What was asked.")), " ", event.asked)] : []),
    ...(event.answer ? [make("p", {}, make("strong", {}, _("What came of it.")), " ", event.answer)] : []),
    ...(zone ? [make("p", { class: "note" }, _("Zone:"), " ", link(zone.name, (atlas) => atlas.choosePanel(zone.id)))] : []),
    layMore("events", { event: event.id, toward: event.toward.id }, _("The whole dossier: answers day by day, neighbours in time, citation")),
    ...layReferences(event),
    make("h2", {}, _("Stances toward {country}", { country: event.toward.name })),
    make("ul", { class: "rows" }, ...event.stances.filter(isShown).map((stance) => layStance(stance, event, colours))),
    ...section(_("Where sources disagree"), event.discrepancies.map(layDiscrepancy)),
    ...section(_("Sources of the event"), event.sources.map((source) => make("li", {}, makeCite(source)))),
  ];
}

/** States outside the alliance that day, without a claim, are counted in the legend and not listed. */
const isShown = (stance: Stance) => stance.code !== "NOM" || stance.claims.length;

function layReferences(event: EventContent) {
  if (event.references.length < 2) return [];
  const buttons = event.references.map((reference) => {
    const button = make("button", { type: "button", "aria-pressed": String(reference.id === event.toward.id) }, _("Toward {country}", { country: reference.name }));
    button.addEventListener("click", () => findMap()?.toward(reference.id));
    return button;
  });
  return [make("div", { class: "switch", role: "group", "aria-label": _("Stances toward") }, ...buttons)];
}

function layStance(stance: Stance, event: { toward: Named }, colours: Paints) {
  const country = link(stance.actor.name, (atlas) => atlas.choosePanel(stance.actor.id));
  const isState = /^[A-Z]{3}$/.test(stance.actor.id) && stance.actor.id !== "CIS";
  const name = make("h3", {}, isState ? country : stance.actor.name);
  const own = stance.actor.id === event.toward.id;
  const chip = own ? make("span", { class: "note" }, _("stances are read toward it")) : makeChip(stance, colours);
  const row = make("li", { "data-actor": stance.actor.id }, make("div", { class: "head" }, name, chip, ...contestedMark(stance)));
  row.append(...layReason(stance), ...describeClaims(stance, own));
  return row;
}

const contestedMark = (stance: Resolved) =>
  stance.contested ? [make("span", { class: "chip contested" }, _("contested"))] : stance.adjudicated ? [make("span", { class: "chip contested" }, _("settled by the editors"))] : [];

/**
 * The way back from a country or a zone.
 * @param shown the event on the map, or null
 */
function layBack(shown: EventRef|null) {
  const text = shown ? _("Back to {event}", { event: shown.title }) : _("Back to the year");
  return make("p", { class: "kicker" }, link(text, (atlas) => atlas.closeSubject()));
}

function layCountry(country: CountryContent, colours: Paints) {
  const { here, here_toward: toward } = country;
  return [
    layBack(country.shown),
    make("h1", {}, country.name),
    layMore("members", { ...country.view, panel: country.id }, _("The page of {country}: both ways over time, allies, votes", { country: country.name })),
    ...(here && toward && toward.id !== country.id
      ? [make("h2", {}, _("Here, toward {country}", { country: toward.name })), make("ul", { class: "rows" }, layStance(here, { toward }, colours))]
      : []),
    ...section(_("Membership"), country.memberships.map(layMembership), _("Never in the Treaty or the Organization.")),
    make("h2", {}, _("Stances it took, over time")),
    ...(country.stances.length
      ? [drawStances(country, colours), make("ul", { class: "rows" }, ...country.stances.map((entry) => layTaken(entry, colours)))]
      : [make("p", { class: "none" }, _("No source in the record reports a stance."))]),
    ...section(_("Party to"), country.party_to.map(layPartyTo)),
    ...section(_("Threats it is said to see"), country.threats.map((threat) =>
      make("li", {}, make("h3", {}, threat.threat), make("div", { class: "claim" }, threat.summary, makeCite(threat.source, sayCertainty(threat.certainty)))))),
  ];
}

const layPartyTo = (event: EventRef) => make("li", {}, eventLink(event), make("span", { class: "cite" }, dateRange(event.date_start, event.date_end)));

function layMembership(row: MembershipRow) {
  return make("li", {},
    make("div", { class: "head" }, make("h3", {}, WORDS.status[`${row.bloc} ${row.status}`] ?? `${row.bloc} ${row.status}`)),
    make("span", { class: "cite" }, dateSpan(row.date_start, row.date_end)),
    make("div", {}, row.basis),
    ...(row.disagreement ? [make("p", { class: "why" }, _("Sources disagree: {how}", { how: row.disagreement }))] : []),
    makeCite(row.source, sayDoubt(row.confidence)));
}

function layTaken(entry: Taken, colours: Paints) {
  return make("li", {},
    make("div", { class: "head" }, eventLink(entry.event), makeChip(entry, colours), ...contestedMark(entry)),
    make("span", { class: "cite" }, ngettext("{days} · toward {country} · {count} claim", "{days} · toward {country} · {count} claims", entry.claims.length, { days: dateRange(entry.event.date_start, entry.event.date_end), country: entry.toward.name })));
}

function layZone(zone: ZoneContent) {
  const names = [zone.de_jure, zone.country_b].flatMap((state) => state?.name ?? []);
  const licence = zone.line.licence === PUBLIC ? _("public domain") : zone.line.licence;
  const owner = new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(names);
  return [
    layBack(zone.shown),
    make("h1", {}, zone.name),
    make("p", {}, _("In law: {owner} (view of the UN General Assembly).", { owner })),
    ...(zone.note ? [make("p", {}, zone.note)] : []),
    ...section(_("Status through time"), zone.statuses.map(layStatus)),
    make("h2", {}, _("How exact the line is")),
    make("p", {}, make("strong", {}, `${WORDS.precision[zone.line.precision] ?? zone.line.precision}.`), " ", zone.line.note),
    make("p", { class: "note" }, _("Drawn from {sources}. Licence: {licence}.", { sources: zone.line.drawn_from, licence })),
    ...section(_("Events here"), zone.events.map(layPartyTo)),
  ];
}

function layStatus(row: ZoneStatus) {
  return make("li", {},
    make("h3", {}, row.label),
    make("span", { class: "cite" }, `${dateSpan(row.date_start, row.date_end)} · ${WORDS.zone[row.status]}`),
    ...(row.controller ? [make("div", {}, _("Held by {controller}.", { controller: row.controller }))] : []),
    ...(row.ended_because ? [make("div", {}, _("Ended: {why}", { why: row.ended_because }))] : []),
    makeCite(row.source, sayDoubt(row.confidence)));
}

/** A titled list; without rows, the sentence that says so, or nothing. */
function section(title: string, rows: Node[], otherwise?: string) {
  if (!rows.length && !otherwise) return [];
  const body = rows.length ? make("ul", { class: "rows" }, ...rows) : make("p", { class: "none" }, otherwise ?? "");
  return [make("h2", {}, title), body];
}
