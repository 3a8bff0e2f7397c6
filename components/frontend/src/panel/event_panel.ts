/** The panel of an event: what was asked and answered, and the stances with the claims behind them. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatEventConfidence } from "../ui/certainty_labels.ts";
import { describeClaims, joinLocators, makeCite, renderClaim } from "../ui/claim_citation.ts";
import { WORDS } from "../ui/code_labels.ts";
import { renderEventCorrections } from "../ui/correction_link.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { findDay, nameDayAndDate, renderChanges } from "../ui/day_changes.ts";
import { el } from "../ui/dom.ts";
import { renderDeathCount, renderDiscrepancy, formatDeaths } from "../ui/event_facts.ts";
import { renderReason } from "../ui/rule_explanation.ts";
import { renderModeNote, withMode } from "../ui/mode_note.ts";
import { renderReferences } from "../ui/reference_switch.ts";
import { markStance } from "../ui/stance_marks.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { renderCame, renderFinding, renderObligations } from "../ui/who_came.ts";
import { findMap, renderMore, link, section } from "./panel_links.ts";
import type { StancePalette } from "../core/palette.ts";
import type { EventContent, Named, Stance } from "../core/record.ts";

export function renderEvent(event: EventContent, palette: StancePalette) {
  const { zone } = event;
  const deaths = formatDeaths(event.deaths);
  const facts = [
    event.invocation === "none" ? _("No request for help") : _("Request: {what}", { what: WORDS.invocation[event.invocation] }),
    event.response === "none" ? "" : _("Response: {how}", { how: WORDS.response[event.response] }),
    deaths,
    event.confidence === "high" ? "" : formatEventConfidence(event.confidence),
  ].filter(Boolean);
  return [
    el("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${event.place}`),
    el("h1", {}, event.title),
    ...renderFinding(event),
    el("p", {}, event.summary),
    el("ul", { class: "facts" }, ...facts.map((fact) => el("li", {}, fact))),
    ...(event.asked ? [el("p", {}, el("strong", {}, _("Request:")), " ", event.asked)] : []),
    ...(event.answer ? [el("p", {}, el("strong", {}, _("Outcome:")), " ", event.answer)] : []),
    ...(zone
      ? [
          el(
            "p",
            { class: "note" },
            _("Zone:"),
            " ",
            link(zone.name, (atlas) => atlas.choosePanel(zone.id)),
          ),
        ]
      : []),
    renderMore("events", withMode({ event: event.id, toward: event.toward.id }, event.mode), _("Full event page")),
    ...renderRequest(event),
    ...renderReferences(event, (toward) => findMap()?.toward(toward)),
    el("h2", {}, _("Stances toward {country}", { country: event.toward.name })),
    ...renderModeNote(event, event.stances),
    ...renderDayNote(event, palette),
    el("ul", { class: "rows" }, ...event.stances.filter(isShown).map((stance) => renderStance(stance, event, palette))),
    ...section(_("Counts of deaths"), event.death_counts.map(renderDeathCount)),
    ...section(_("Where sources disagree"), event.discrepancies.map(renderDiscrepancy)),
    ...section(
      _("Sources of the event"),
      joinLocators(event.sources).map((source) => el("li", {}, makeCite(source))),
    ),
    ...renderEventCorrections(event),
  ];
}

/** By when the stances were known, where the map shows a day, and what the last change up to it rests on. */
function renderDayNote({ date, whole, days = [], stances }: EventContent, palette: StancePalette) {
  if (!date) return [];
  const day = longDate(date);
  const said = whole
    ? _("The map shows what was known by the end of {day}; listed here is all that is known.", { day })
    : _("What was known by the end of {day}. Claims made after it stand under “Later”.", { day });
  const last = findDay(days, date);
  const note = el("p", { class: "note" }, said);
  if (!last) return [note];
  const changes = el("section", { class: "day-changes" }, el("h3", {}, nameDayAndDate(last)), renderChanges(last, stances, palette));
  return [note, changes, el("h3", {}, _("All positions"))];
}

function renderRequest({ request }: EventContent) {
  if (!request) return [];
  return [el("h2", {}, _("Who came")), renderCame(request), el("h2", {}, _("Obligations")), renderObligations(request)];
}

/** States outside the alliance that day, without a claim, are counted in the legend and not listed. */
const isShown = (stance: Stance) => stance.code !== "NOM" || stance.claims.length || stance.later;

export function renderStance(stance: Stance, event: { toward: Named }, palette: StancePalette) {
  const country = link(stance.actor.name, (atlas) => atlas.choosePanel(stance.actor.id));
  const isState = /^[A-Z]{3}$/.test(stance.actor.id) && stance.actor.id !== "CIS";
  const name = el("h3", {}, isState ? country : stance.actor.name);
  const own = stance.actor.id === event.toward.id;
  const chip = own ? el("span", { class: "note" }, _("reference party")) : makeChip(stance, palette);
  const row = el("li", { "data-actor": stance.actor.id }, el("div", { class: "head" }, name, chip, ...markStance(stance)));
  row.append(...renderReason(stance), ...describeClaims(stance, own));
  const { later } = stance;
  if (later) row.append(el("div", { class: "later" }, el("h4", {}, _("Later")), ...later.map(renderClaim)));
  return row;
}
