/** The panel of a date: the events that go on, who belongs, what changed, and the zones in dispute. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { REVIEWED } from "../i18n/review.ts";
import { longDate, recordDay } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { link, section } from "./panel_links.ts";
import { renderChange, renderEventRow } from "./year_panel.ts";
import type { DayContent, DayEvent, ZoneOfDay } from "./content.ts";

export function renderDay({ day, members, changes, events, zones }: DayContent) {
  const year = Number(day.slice(0, 4));
  const names = members.map(({ name }) => name).join(", ");
  const count = members.length;
  return [
    el(
      "p",
      { class: "kicker" },
      link(_("Show full year"), (atlas) => atlas.chooseYear(year)),
    ),
    el("h1", { class: "year" }, longDate(day)),
    ...(day > REVIEWED ? [el("p", { class: "note" }, recordDay())] : []),
    el("p", {}, count ? ngettext("{count} member: {names}.", "{count} members: {names}.", count, { names }) : _("No treaty yet.")),
    ...renderGroups(events),
    ...section(_("Membership changes"), changes.map(renderChange)),
    ...section(_("Zones"), zones.map(renderZoneRow)),
  ];
}

/** Requests for help and conflicts before all other events, each under its heading. */
function renderGroups(events: DayEvent[]) {
  if (!events.length)
    return section(_("Events on this day"), [], _("No event is recorded for this day yet. No conclusion is drawn from this."));
  const headings = { request: _("Requests for help"), conflict: _("Conflicts and crises"), other: _("Other events") };
  return (["request", "conflict", "other"] as const).flatMap((group) =>
    section(headings[group], events.filter((event) => event.group === group).map(renderEventRow)),
  );
}

function renderZoneRow({ id, label, controller }: ZoneOfDay) {
  return el(
    "li",
    {},
    link(label, (atlas) => atlas.choosePanel(id)),
    ...(controller ? [el("span", { class: "cite" }, _("Control: {controller}", { controller }))] : []),
  );
}
