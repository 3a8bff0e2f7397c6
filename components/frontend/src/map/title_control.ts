/** The title of the map: the year, the event or what changed, and toward whom stances are read. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { REVIEWED } from "../i18n/review.ts";
import { el, setText } from "../ui/dom.ts";
import { dateRange, longDate, recordDay, shortDate } from "../ui/date_format.ts";
import { isOpening } from "../core/shown_events.ts";
import { dayOf, eventsAt, isEmptyMode, membersAt, nameAll, nameOf } from "../core/snapshot.ts";
import { describeChange } from "../ui/status_labels.ts";
import { formatEmptyMode, formatMode } from "../ui/reading_labels.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas, AtlasEvent, MembershipChange } from "../core/atlas.ts";

export function createHeadline(host: HTMLElement, atlas: Atlas, on: { toward: (id: string) => void; leave: () => void }) {
  const year = el("div", { class: "year" });
  const first = el("div", { class: "first" });
  const second = el("div", { class: "second" });
  const reading = el("div", { class: "reading" });
  const finding = el("div", { class: "finding" });
  const choices = el("div", { class: "toward", role: "group", "aria-label": _("Stances toward") });
  const leave = el("button", { type: "button", class: "leave", "aria-label": _("Show full year"), title: _("Show full year") }, "×");
  leave.addEventListener("click", on.leave);
  const acts = el("div", { class: "acts" }, choices);
  host.append(year, first, second, leave, reading, finding, acts);
  let changes: Map<string, string> = new Map();
  let drawn = "";
  renew();

  /** Say the years of the record as it is now. */
  function renew() {
    changes = describeChanges(atlas);
    drawn = "";
  }

  function countMembers(view: View) {
    const count = membersAt(atlas, view).size;
    if (!count) return _("No treaty yet");
    return dayOf(atlas, view) < "2003-09-18"
      ? ngettext("{count} member of the Treaty", "{count} members of the Treaty", count)
      : ngettext("{count} member of the Organization", "{count} members of the Organization", count);
  }

  function drawChoices(event: AtlasEvent, view: View) {
    choices.replaceChildren(
      ...event.references.map((id: string) => {
        const pressed = String(id === view.toward);
        const button = el(
          "button",
          { type: "button", "aria-pressed": pressed, "aria-label": _("Positions on {country}", { country: nameOf(atlas, id) }) },
          nameOf(atlas, id),
        );
        button.addEventListener("click", () => on.toward(id));
        return button;
      }),
    );
  }

  function sayMode(view: View, mode: string, country: string) {
    const empty = isEmptyMode(atlas, view) ? formatEmptyMode(mode, country) : "";
    return [_("Colours: {reading}.", { reading: formatMode(mode) }), empty].filter(Boolean).join(" ");
  }

  const sayYear = ({ year }: View) => [year === atlas.last ? recordDay() : "", changes.get(String(year))];

  /** What changed on a date, and what goes on. */
  function sayDate(view: View, date: string) {
    const events = eventsAt(atlas, view);
    const told =
      events.length === 1
        ? events[0].title
        : events.length
          ? ngettext("{count} event on this day", "{count} events on this day", events.length)
          : "";
    return [date > REVIEWED ? recordDay() : "", changes.get(date), told];
  }

  return {
    acts,
    renew,
    draw(view: View) {
      // The panel begins with the finding; said twice, it would cover the map that it speaks of.
      const alone = view.panel === "off";
      const key = `${view.date ?? view.year} ${view.event} ${view.toward} ${view.mode} ${alone}`;
      if (key === drawn) return;
      drawn = key;
      const event = view.event ? atlas.eventById.get(view.event) : null;
      setText(year, view.date ? longDate(view.date) : String(view.year));
      host.classList.toggle("on-date", view.date !== null);
      host.classList.toggle("at-event", event !== null);
      reading.hidden = !event || !view.mode;
      leave.hidden = event === null && view.date === null;
      const found = event ? event.finding : isOpening(atlas, view) ? atlas.finding : "";
      setText(finding, found);
      finding.hidden = !found || !alone;
      choices.hidden = !event || event.references.length < 2;
      if (event) {
        const members = membersAt(atlas, view).size;
        setText(first, event.title);
        const days = dateRange(event.start, event.end);
        const country = nameOf(atlas, view.toward ?? "");
        setText(
          second,
          ngettext("{days} · stances toward {country} · {count} member", "{days} · stances toward {country} · {count} members", members, {
            days,
            country,
          }),
        );
        setText(reading, view.mode ? sayMode(view, view.mode, country) : "");
        if (!choices.hidden) drawChoices(event, view);
      } else {
        setText(first, countMembers(view));
        setText(second, (view.date ? sayDate(view, view.date) : sayYear(view)).filter(Boolean).join(" · "));
      }
    },
  };
}

/** One line for what changed in membership within a year or on a day. */
function describeChanges(atlas: Atlas): Map<string, string> {
  const said = new Map<string, string>();
  for (const [year, rows] of Object.entries(atlas.changes)) {
    const alike: Map<string, { row: MembershipChange; ids: string[] }> = new Map();
    for (const row of rows) {
      const what = `${row.date} ${describeChange(row)}`;
      if (!alike.has(what)) alike.set(what, { row, ids: [] });
      alike.get(what)?.ids.push(row.country);
    }
    const parts = [...alike.values()].map(({ row, ids }) => ({ date: row.date, text: `${nameAll(atlas, ids)}: ${describeChange(row)}` }));
    said.set(year, parts.map(({ date, text }) => `${shortDate(date)}, ${text}`).join(" · "));
    for (const { date, text } of parts) said.set(date, [said.get(date), text].filter(Boolean).join(" · "));
  }
  return said;
}
