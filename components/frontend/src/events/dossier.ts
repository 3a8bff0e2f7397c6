/** The dossier of an event: what happened, who stood where and by whose word, and how to cite it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatEventConfidence } from "../ui/certainty_labels.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { renderEventCorrections } from "../ui/correction_link.ts";
import { joinLocators, makeCite } from "../ui/claim_citation.ts";
import { renderDeathCount, renderDiscrepancy, formatDeaths } from "../ui/event_facts.ts";
import { announce } from "../ui/live_region.ts";
import { renderActors, renderKey } from "./stance_list.ts";
import { formatKind } from "./timeline_chart.ts";
import { renderCitations } from "./citation_box.ts";
import { renderCameTable, renderFinding, renderObligations } from "../ui/who_came.ts";
import { linkPage } from "../ui/page_link.ts";
import { makePatternHolder } from "../ui/svg_pattern.ts";
import { embedAddress, linkHere, makeShareButton } from "../share/share_button.ts";
import { linkEvent } from "./event_link.ts";
import { renderRequest } from "./help_request.ts";
import { makeMap } from "./mini_map.ts";
import { renderDays } from "./day_maps.ts";
import { renderModeNote, withMode } from "../ui/mode_note.ts";
import { renderReferences } from "../ui/reference_switch.ts";
import type { Component, Offer } from "../core/component.ts";
import type { EventRef } from "../core/record.ts";
import type { Choice, Dossier, DossierPage } from "./content.ts";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();

type Choose = (choice: Choice) => void;

export function draw({ data, parentElement, setTriggerValue }: Component<DossierPage>) {
  const host = parentElement.querySelector<HTMLElement>(".event-dossier");
  if (!host || !data) return;
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  const opened = drawn.has(host) && host.dataset.drawn !== (data.event?.id ?? "");
  drawn.set(host, text);
  const { event } = data;
  host.dataset.drawn = event?.id ?? "";
  const choose: Choose = (choice) => setTriggerValue("choice", choice);
  host.replaceChildren(...(event ? renderEvent(event, data, choose) : []));
  host.closest(".stElementContainer")?.scrollTo(0, 0);
  if (event) announce(host, event.words);
  if (!markClaim(host, data.claim) && opened && event) bringIntoSight(host);
}

/** On a narrow screen the dossier lies below the timeline: what was just chosen must not stay out of sight. */
function bringIntoSight(host: HTMLElement) {
  if (host.getBoundingClientRect().top > window.innerHeight * 0.6) host.scrollIntoView({ block: "start" });
}

/** The claims that a link led to and that were brought into view, by host. */
const led: WeakMap<Element, string> = new WeakMap();

/** Mark the claim of the link and bring it into view; whether there was one to bring. */
function markClaim(host: HTMLElement, claim: string | null | undefined) {
  const found = [...host.querySelectorAll<HTMLElement>("[data-claim]")].find((each) => each.dataset.claim === claim);
  if (!claim || !found) return false;
  found.classList.add("wanted");
  found.setAttribute("aria-current", "true");
  if (led.get(host) === claim) return false;
  led.set(host, claim);
  found.tabIndex = -1;
  // The parts above it, the small map among them, have their height only when they are drawn.
  requestAnimationFrame(() => {
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  });
  return true;
}

function renderEvent(event: Dossier, data: DossierPage, choose: Choose) {
  const patterns = makePatternHolder();
  const facts = [formatDeaths(event.deaths), event.confidence === "high" ? "" : formatEventConfidence(event.confidence)].filter(Boolean);
  const map = section(
    _("Stances toward {country}", { country: event.toward.name }),
    ...renderReferences(event, (toward) => choose({ event: event.id, toward })),
    makeMap(event, data.palette, data.shapes, patterns),
    renderKey(event, data.palette, patterns),
    el(
      "p",
      { class: "note" },
      linkPage("", withMode({ event: event.id, toward: event.toward.id }, event.mode), _("Open this event on the main map")),
    ),
  );
  const days = renderDays(event, data.palette, data.shapes, patterns);
  const sources = section(
    _("Sources of the event"),
    el("ul", { class: "rows" }, ...joinLocators(event.sources).map((source) => el("li", {}, makeCite(source)))),
  );
  const claims = section(_("Positions and sources"), ...renderModeNote(event, event.stances), renderActors(event, data.palette));
  return [
    patterns,
    renderNeighbours(event, data, choose),
    el("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${formatKind(event.kind)} · ${event.place}`),
    el("h2", { class: "title" }, event.title),
    ...renderFinding(event),
    ...(event.left_out ? [el("p", { class: "why" }, _("The filters above hide this event from the timeline."))] : []),
    el("p", { class: "summary" }, event.summary),
    ...renderShare(event, data.share),
    ...(facts.length ? [el("ul", { class: "facts" }, ...facts.map((fact) => el("li", {}, fact)))] : []),
    ...renderWhoCame(event),
    renderRequest(event, data.responses),
    map,
    ...(days.length ? [section(_("Answers as they came in"), ...days)] : []),
    claims,
    ...renderDeathCounts(event),
    ...renderDiscrepancies(event),
    sources,
    ...renderEventCorrections(event),
    section(_("Cite this event page"), ...renderCitations(event.citations)),
  ];
}

function renderWhoCame({ request }: Dossier) {
  if (!request) return [];
  return [section(_("Who came"), renderCameTable(request)), section(_("Obligations"), renderObligations(request))];
}

/** @param offer none without a server */
function renderShare(event: Dossier, offer?: Offer) {
  if (!offer) return [];
  const embed = embedAddress(withMode({ event: event.id, toward: event.toward.id }, event.mode));
  return [makeShareButton(offer, () => ({ kind: "event", link: linkHere(), title: event.title, embed }))];
}

function renderNeighbours(event: Dossier, data: DossierPage, choose: Choose) {
  const renderNeighbour = (other: EventRef | null, side: string, label: (days: string) => string) =>
    other
      ? [
          el(
            "div",
            { class: side },
            el("span", { class: "note" }, label(dateRange(other.date_start, other.date_end))),
            linkEvent({ event: other.id }, data.params, choose, {}, other.title),
          ),
        ]
      : [];
  return el(
    "nav",
    { class: "neighbours", "aria-label": _("Previous and next event") },
    ...renderNeighbour(event.before, "before", (days) => _("Previous event, {days}", { days })),
    ...renderNeighbour(event.after, "after", (days) => _("Next event, {days}", { days })),
  );
}

function renderDeathCounts({ death_counts: counts }: Dossier) {
  return counts.length ? [section(_("Counts of deaths"), el("ul", { class: "rows" }, ...counts.map(renderDeathCount)))] : [];
}

function renderDiscrepancies(event: Dossier) {
  const found = event.discrepancies;
  if (!found.length)
    return [section(_("Conflicting sources"), el("p", { class: "none" }, _("No conflict between sources is recorded for this event.")))];
  return [section(_("Conflicting sources"), el("ul", { class: "rows" }, ...found.map(renderDiscrepancy)))];
}

const section = (title: string, ...children: Node[]) => el("section", {}, el("h3", { class: "part" }, title), ...children);
