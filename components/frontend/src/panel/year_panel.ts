/** The panel of a year: its members, what changed, its events. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { describeChange, WORDS } from "../ui/code_labels.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { eventLink, link, section } from "./panel_links.ts";
import type { Change, EventRow, YearContent } from "./content.ts";

export function renderYear(content: YearContent) {
  const count = content.members.length;
  return [
    el("p", { class: "kicker" }, _("As of {day}", { day: longDate(content.day) })),
    el("h1", {}, String(content.year)),
    el(
      "p",
      {},
      count
        ? ngettext("{count} member: {names}.", "{count} members: {names}.", count, { names: content.members.map((m) => m.name).join(", ") })
        : _("No treaty yet."),
    ),
    ...section(_("Membership changes"), content.changes.map(renderChange), _("No membership changes.")),
    ...section(
      _("Events"),
      content.events.map(renderEventRow),
      _("No event is recorded for this year yet. No conclusion is drawn from this."),
    ),
  ];
}

function renderChange(change: Change) {
  const country = link(change.country.name, (atlas) => atlas.choosePanel(change.country.id));
  return el(
    "li",
    {},
    el("div", { class: "head" }, country, ` ${describeChange(change)}`),
    el("span", { class: "cite" }, `${longDate(change.day)}. ${change.basis}`),
  );
}

function renderEventRow(event: EventRow) {
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return el("li", {}, eventLink(event), el("span", { class: "cite" }, `${dateRange(event.date_start, event.date_end)} · ${kind}`));
}
