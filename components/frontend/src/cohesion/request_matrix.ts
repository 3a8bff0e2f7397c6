/** Requests by members: the strongest answer of each, with its mark, and the finding of the request. */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { el, svgEl } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import { formatSoon } from "../ui/who_came.ts";
import type { Named } from "../core/record.ts";
import type { AnswerMark, Ledger, LedgerRow } from "./content.ts";

export function renderMatrix(data: Ledger) {
  const title = _("Who came to each request");
  const head = el("tr", {}, ...[_("Request"), ...data.actors.map(({ name }) => name)].map((name) => el("th", { scope: "col" }, name)));
  const table = el(
    "table",
    { class: "list answers" },
    el("thead", {}, head),
    el("tbody", {}, ...data.rows.map((row) => renderRow(row, data))),
  );
  return [
    el("h3", {}, title),
    renderKey(data.marks),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table),
  ];
}

const renderKey = (marks: Ledger["marks"]) =>
  el("ul", { class: "answer-key" }, ...Object.values(marks).map((mark) => el("li", {}, ...drawMark(mark), mark.label)));

/** The title leads to the map of the request. */
function renderRow({ event, toward, on, request }: LedgerRow, data: Ledger) {
  const name = el(
    "th",
    { scope: "row" },
    el("span", { class: "note" }, on ? longDate(on) : longDate(event.date_start)),
    linkPage("", { event: event.id, toward }, event.title),
    el("span", { class: "told" }, request.finding),
  );
  return el("tr", { "data-event": event.id }, name, ...data.actors.map((actor) => renderCell(actor, request, data.marks)));
}

function renderCell(actor: Named, { by, came }: LedgerRow["request"], marks: Ledger["marks"]) {
  if (actor.id === by.id) return el("td", { class: "asker" }, _("asked"));
  const answer = came.find((each) => each.actor.id === actor.id);
  if (!answer)
    return el(
      "td",
      { class: "none" },
      el("span", { "aria-hidden": "true" }, "—"),
      el("span", { class: "unseen" }, _("not a member then, or an organisation with no answer of its own")),
    );
  const mark = marks[answer.kind];
  const all = [...new Set(answer.answers.map(({ label }) => label))].join("; ");
  const soon = formatSoon(answer.days);
  const cell = el("td", { "data-actor": actor.id, "data-kind": answer.kind }, ...drawMark(mark), mark.short);
  cell.append(el("span", { class: "unseen" }, all));
  if (soon) cell.append(el("span", { class: "note" }, soon));
  return cell;
}

/** Nothing where nothing is known. */
function drawMark({ fill, stroke }: AnswerMark) {
  if (!fill && !stroke) return [];
  const svg = svgEl("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  if (fill) svg.append(svgEl("path", { d: fill, fill: "currentColor" }));
  if (stroke) svg.append(svgEl("path", { d: stroke, fill: "none", stroke: "currentColor", "stroke-width": 1.8 }));
  return [svg];
}
