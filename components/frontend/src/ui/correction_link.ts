/** Links to the page that proposes a correction of a row of the record. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";
import { linkPage } from "./page_link.ts";

/**
 * The link beside a row; none in a page without a server, which has no form.
 * @param row a table of the record and, after a colon, the cells of its key
 * @param what names the row to those who hear the link alone
 */
export function renderCorrection(row: string, what: string): Node[] {
  if (!window.atlasRoot) return [];
  const link = linkPage("propose", { row }, _("Correct"));
  link.classList.add("correct");
  link.setAttribute("aria-label", _("Correct: {what}", { what }));
  return [" ", link].map((part) => (typeof part === "string" ? document.createTextNode(part) : part));
}

/** The links below what is told of an event: the event itself, and a claim that is missing. */
export function renderEventCorrections(event: { id: string; toward: { id: string } }): Node[] {
  if (!window.atlasRoot) return [];
  const view = { event: event.id, toward: event.toward.id };
  return [
    el(
      "p",
      { class: "more corrections" },
      linkPage("propose", { ...view, row: `events:${event.id}` }, _("Propose a correction of this event")),
      " · ",
      linkPage("propose", { ...view, row: "claims" }, _("Propose a claim")),
      " · ",
      linkPage("propose", { row: "events" }, _("Propose an event")),
    ),
  ];
}
