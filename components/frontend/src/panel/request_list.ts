/** Requests for help in lines, each a link to its map; and what the record found over all of them. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import { followOnMap } from "./panel_links.ts";
import type { Overview, RequestRow } from "./content.ts";

/** The head of the opening view: the finding over all requests, and each of them. */
export const renderOverview = ({ finding, requests }: Overview) => [
  el("h1", {}, _("Who came when an ally asked?")),
  el("p", { class: "came-finding" }, finding),
  renderRequests(requests),
];

export const renderRequests = (requests: RequestRow[]) =>
  el("ul", { class: "rows requests", "aria-label": _("Requests for help") }, ...requests.map(renderRequest));

function renderRequest({ event, toward, date, asked, came }: RequestRow) {
  const day = date ? longDate(date) : dateRange(event.date_start, event.date_end);
  const head = linkPage("", { event: event.id, toward }, asked);
  followOnMap(head, (atlas) => atlas.chooseEvent(event.id, toward));
  return el(
    "li",
    { "data-event": event.id },
    head,
    el("div", { class: "told" }, came),
    el("span", { class: "cite" }, `${day} · ${event.title}`),
  );
}
