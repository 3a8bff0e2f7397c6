/** The table behind the timeline: the same events, the same order. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { WORDS } from "../ui/code_labels.ts";
import { formatKind } from "./timeline_chart.ts";
import { makeGlyph } from "./response_glyphs.ts";
import { linkEvent } from "./event_link.ts";
import type { Choice, Responses, Timeline } from "./content.ts";

const listColumns = () => [_("Date"), _("Event"), _("Type"), _("Place"), _("Stances toward"), _("Request"), _("Outcome"), _("Claims")];

/** @param colours of the theme, by response */
export function drawTable(data: Timeline, colours: Responses, choose: (choice: Choice) => void) {
  const head = el("tr", {}, ...listColumns().map((column) => el("th", { scope: "col" }, column)));
  const rows = data.events.map((event) => {
    const link = linkEvent({ event: event.id }, { ...data.params, ...data.filter }, choose, {}, event.title);
    const asked = event.invocation === "none" ? "" : (WORDS.invocation[event.invocation] ?? event.invocation);
    const { fill, label } = colours[event.response];
    const answer = el("span", { class: "answer" }, makeGlyph(event.response, fill), label);
    const cells = [
      dateRange(event.date_start, event.date_end),
      event.finding ? el("div", {}, link, el("div", { class: "told" }, event.finding)) : link,
      formatKind(event.kind),
      event.place,
      event.toward.join(", "),
      asked,
      answer,
      String(event.claims),
    ];
    return el("tr", { "data-event": event.id }, ...cells.map((cell) => el("td", {}, cell)));
  });
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Table of the events shown") }, table);
}
