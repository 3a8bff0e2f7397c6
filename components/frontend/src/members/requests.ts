/** A state and requests for help: what came of its own, and how it answered those of others. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { el } from "../ui/dom.ts";
import { formatWhen } from "../ui/who_came.ts";
import type { EventRef, Given } from "../core/record.ts";
import type { AnsweredRequest, OwnRequest, State } from "./content.ts";

/** @param link to an event toward a party */
export function renderRequests({ own, answered }: State["requests"], link: (event: EventRef, toward: string) => Node) {
  const head = (row: OwnRequest) => [
    el("h4", {}, link(row.event, row.toward)),
    el("span", { class: "note" }, dateRange(row.event.date_start, row.event.date_end)),
  ];
  const renderOwn = (row: OwnRequest) => el("li", {}, ...head(row), el("p", {}, row.finding));
  const renderAnswered = (row: AnsweredRequest) =>
    el(
      "li",
      { "data-kind": row.kind },
      ...head(row),
      el("p", {}, _("Request of {country}.", { country: row.by.name })),
      ...row.answers.map(renderGiven),
    );
  return [
    ...renderList(_("Its own requests and who came"), own.map(renderOwn)),
    ...renderList(_("Its answers to requests of others"), answered.map(renderAnswered)),
  ];
}

const renderList = (title: string, rows: Node[]) => (rows.length ? [el("h3", {}, title), el("ul", { class: "requests" }, ...rows)] : []);

function renderGiven(given: Given) {
  const text = [given.summary, given.note].filter(Boolean).join(" ");
  const head = [given.label, formatWhen(given)].filter(Boolean).join(", ");
  return el("p", {}, el("strong", {}, `${head}. `), text, ...(given.source ? [makeCite(given.source)] : []));
}
