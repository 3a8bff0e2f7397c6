/** The panel of a year: its requests for help and conflicts, its members, what changed, its other events. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { WORDS } from "../ui/code_labels.ts";
import { describeChange } from "../ui/status_labels.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { eventLink, link, section } from "./panel_links.ts";
import { renderOverview, renderRequests } from "./request_list.ts";
import type { Change, EventRow, YearContent } from "./content.ts";

export function renderYear(content: YearContent) {
  const { overview } = content;
  const count = content.members.length;
  const names = content.members.map((m) => m.name).join(", ");
  const members = count ? ngettext("{count} member: {names}.", "{count} members: {names}.", count, { names }) : _("No treaty yet.");
  const changes = content.changes.length ? "" : _("No membership changes.");
  const events = [...content.conflicts, ...content.events];
  return [
    ...(overview ? renderOverview(overview) : []),
    el("p", { class: overview ? "kicker after" : "kicker" }, _("As of {day}", { day: longDate(content.day) })),
    // The page has one title: that of all requests where the atlas opens.
    el(overview ? "h2" : "h1", { class: "year" }, String(content.year)),
    el("p", {}, [members, changes].filter(Boolean).join(" ")),
    ...renderAsked(content),
    ...section(_("Conflicts and crises"), content.conflicts.map(renderEventRow)),
    ...section(_("Membership changes"), content.changes.map(renderChange)),
    ...section(
      _("Other events"),
      content.events.map(renderEventRow),
      events.length || content.requests.length ? "" : _("No event is recorded for this year yet. No conclusion is drawn from this."),
    ),
  ];
}

/** The requests of the year, or those nearest to it; all of them are said already where the atlas opens. */
function renderAsked({ requests, near, overview, year }: YearContent) {
  if (overview) return [];
  const all = link(_("All requests for help"), (atlas) => atlas.chooseYear(atlas.atlas.last));
  const more = el("p", { class: "more" }, all);
  const head = el("h2", {}, _("Requests for help"));
  if (requests.length) return [head, renderRequests(requests), more];
  const none = el("p", { class: "none" }, _("No request for help is recorded in {year}.", { year: String(year) }));
  return [head, none, ...(near.length ? [el("p", { class: "note" }, _("Nearest in time:")), renderRequests(near)] : []), more];
}

export function renderChange(change: Change) {
  const country = link(change.country.name, (atlas) => atlas.choosePanel(change.country.id));
  return el(
    "li",
    {},
    el("div", { class: "head" }, country, ` ${describeChange(change)}`),
    el("span", { class: "cite" }, `${longDate(change.day)}. ${change.basis}`),
  );
}

export function renderEventRow(event: EventRow) {
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return el("li", {}, eventLink(event), el("span", { class: "cite" }, `${dateRange(event.date_start, event.date_end)} · ${kind}`));
}
