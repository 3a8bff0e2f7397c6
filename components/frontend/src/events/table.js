// @ts-check
/** The table behind the timeline: the same events, the same order. */
import { gettext as _ } from "../language/messages.js";
import { dateRange } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { sayKind } from "./chart.js";
import { makeGlyph } from "./glyphs.js";
import { linkEvent } from "./links.js";

const listColumns = () => [_("Date"), _("Event"), _("Type"), _("Place"), _("Stances toward"), _("Request"), _("Outcome"), _("Claims")];

/** @param {any} data @param {any} colours of the theme, by response @param {(choice: {event: string}) => void} choose */
export function drawTable(data, colours, choose) {
  const head = make("tr", {}, ...listColumns().map((column) => make("th", { scope: "col" }, column)));
  const rows = data.events.map((/** @type {any} */ event) => {
    const link = linkEvent({ event: event.id }, { ...data.kept, ...data.filter }, choose, {}, event.title);
    const asked = event.invocation === "none" ? "" : (WORDS.invocation[event.invocation] ?? event.invocation);
    const { fill, label } = colours[event.response];
    const answer = make("span", { class: "answer" }, makeGlyph(event.response, fill), label);
    const cells = [dateRange(event.date_start, event.date_end), link, sayKind(event.kind), event.place, event.toward.join(", "), asked, answer, String(event.claims)];
    return make("tr", { "data-event": event.id }, ...cells.map((cell) => make("td", {}, cell)));
  });
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Table of the events shown") }, table);
}
