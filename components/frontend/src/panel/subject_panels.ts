/** The panels of a country and of a zone. */
import { currentLocale, gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatCertainty, describeDoubt } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { WORDS } from "../ui/code_labels.ts";
import { renderCorrection } from "../ui/correction_link.ts";
import { nameStatus } from "../ui/status_labels.ts";
import { dateRange, dateSpan, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { withMode } from "../ui/mode_note.ts";
import { formatMode } from "../ui/reading_labels.ts";
import { markStance } from "../ui/stance_marks.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { renderStance } from "./event_panel.ts";
import { eventLink, renderMore, renderPartyTo, link, section } from "./panel_links.ts";
import { renderPosition } from "./position_rows.ts";
import { drawStances } from "./stance_history.ts";
import type { StancePalette } from "../core/palette.ts";
import type { EventRef, MembershipRow, ZoneStatus } from "../core/record.ts";
import type { CountryContent, Taken, ZoneContent } from "./content.ts";

/** The one licence that is a phrase and not a name. */
const PUBLIC = "public domain";

/**
 * The way back from a country or a zone.
 * @param shown the event on the map, or null
 * @param date the day on the map, if one was chosen
 */
function renderBack(shown: EventRef | null, date?: string | null) {
  const before = shown?.title ?? (date ? longDate(date) : "");
  const text = before ? _("Back to {event}", { event: before }) : _("Show full year");
  return el(
    "p",
    { class: "kicker" },
    link(text, (atlas) => atlas.closeSubject()),
  );
}

export function renderCountry(country: CountryContent, palette: StancePalette) {
  const { here, here_toward: toward } = country;
  return [
    renderBack(country.shown, country.date),
    el("h1", {}, country.name),
    renderMore(
      "members",
      withMode({ ...country.view, panel: country.id }, country.mode),
      _("{country}: full country page", { country: country.name }),
    ),
    ...(here && toward && toward.id !== country.id
      ? [
          el("h2", {}, _("Position on {country} in this event", { country: toward.name })),
          el("ul", { class: "rows" }, renderStance(here, { toward }, palette)),
        ]
      : []),
    ...section(_("Membership"), country.memberships.map(renderMembership), _("Never in the Treaty or the Organization.")),
    el("h2", {}, _("Stances over time")),
    ...(country.mode ? [el("p", { class: "note mode-note" }, _("Stances shown: {reading}.", { reading: formatMode(country.mode) }))] : []),
    ...(country.stances.length
      ? [drawStances(country, palette), el("ul", { class: "rows" }, ...country.stances.map((entry) => renderTaken(entry, palette)))]
      : [el("p", { class: "none" }, _("No source in the data reports a stance."))]),
    ...section(_("Party to"), country.party_to.map(renderPartyTo)),
    ...section(
      _("Reported threat perceptions"),
      country.threats.map((threat) =>
        el(
          "li",
          {},
          el("h3", {}, threat.threat),
          el("p", { class: "claim" }, threat.summary, makeCite(threat.source, formatCertainty(threat.certainty))),
        ),
      ),
    ),
  ];
}

function renderMembership(row: MembershipRow) {
  return el(
    "li",
    {},
    el("div", { class: "head" }, el("h3", {}, nameStatus(`${row.bloc} ${row.status}`))),
    el("span", { class: "cite" }, dateSpan(row.date_start, row.date_end)),
    el("div", {}, row.basis),
    ...(row.disagreement ? [el("p", { class: "why" }, _("Sources disagree: {how}", { how: row.disagreement }))] : []),
    makeCite(row.source, describeDoubt(row.confidence)),
  );
}

function renderTaken(entry: Taken, palette: StancePalette) {
  return el(
    "li",
    {},
    el("div", { class: "head" }, eventLink(entry.event), makeChip(entry, palette), ...markStance(entry)),
    el(
      "span",
      { class: "cite" },
      ngettext("{days} · toward {country} · {count} claim", "{days} · toward {country} · {count} claims", entry.claims.length, {
        days: dateRange(entry.event.date_start, entry.event.date_end),
        country: entry.toward.name,
      }),
    ),
  );
}

export function renderZone(zone: ZoneContent) {
  const names = [zone.de_jure, zone.country_b].flatMap((state) => state?.name ?? []);
  const licence = zone.line.licence === PUBLIC ? _("public domain") : zone.line.licence;
  const owner = new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(names);
  return [
    renderBack(zone.shown, zone.date),
    el("h1", {}, zone.name),
    el("p", {}, _("Legally: {owner} (UN General Assembly).", { owner })),
    ...(zone.note ? [el("p", {}, zone.note)] : []),
    ...(zone.positions.length
      ? [el("h2", {}, _("Positions of troops")), el("p", { class: "note" }, _("Points, not an area held: each is approximate."))]
      : []),
    ...(zone.positions.length ? [el("ul", { class: "rows" }, ...zone.positions.map(renderPosition))] : []),
    ...section(_("History"), zone.statuses.map(renderStatus)),
    el("h2", {}, _("Boundary accuracy")),
    ...(zone.line.caption ? [el("p", {}, `${zone.line.caption}.`)] : []),
    el("p", {}, el("strong", {}, `${WORDS.precision[zone.line.precision] ?? zone.line.precision}.`), " ", zone.line.note),
    el("p", { class: "note" }, _("Based on {sources}. Licence: {licence}.", { sources: zone.line.drawn_from, licence })),
    ...section(_("Related events"), zone.events.map(renderPartyTo)),
    el("p", { class: "more" }, ...renderCorrection(`zones:${zone.id}`, zone.name)),
  ];
}

function renderStatus(row: ZoneStatus) {
  return el(
    "li",
    {},
    el("h3", {}, row.label),
    el("span", { class: "cite" }, `${dateSpan(row.date_start, row.date_end)} · ${WORDS.zone[row.status]}`),
    ...(row.controller ? [el("div", {}, _("Control: {controller}.", { controller: row.controller }))] : []),
    ...(row.ended_because ? [el("div", {}, _("Ended by: {why}", { why: row.ended_because }))] : []),
    makeCite(row.source, describeDoubt(row.confidence)),
  );
}
