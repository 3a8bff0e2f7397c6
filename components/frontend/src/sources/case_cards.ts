/** Cases side by side: discrepancies, disputed memberships, cells that two readers code differently. */
import { makeJump } from "../ui/article.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import { nameStatus } from "../ui/status_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { linkEvent, makeChip } from "./stance_link.ts";
import type { Source } from "../core/record.ts";
import type { Agreement, Case, Cases, DisputedMembership, Page } from "./content.ts";

export function renderDiscrepancies(content: Cases, page: Page) {
  const cases = el("ul", { class: "cases" }, ...content.cases.map((row) => renderCase(row, page)));
  if (!content.memberships.length) return [cases];
  return [
    cases,
    el("h3", {}, content.heading),
    el("ul", { class: "cases" }, ...content.memberships.map((row) => renderMembership(row, page))),
  ];
}

function renderCase(row: Case, page: Page) {
  const sides = row.sides.map((side) => renderSide(side.statement, side.source));
  const where = row.event ? [el("p", { class: "where" }, _("Event:"), " ", linkEvent(row.event, page))] : [];
  return renderFold(`discrepancy-${row.id}`, row.topic, row.handling, [...where, el("div", { class: "sides" }, ...sides)]);
}

function renderMembership(row: DisputedMembership, page: Page) {
  const status = nameStatus(`${row.bloc} ${row.status}`);
  return renderFold(
    `membership-${row.id}`,
    _("{country}, {year}: {status}", { country: page.names[row.country], year: row.year, status }),
    row.disagreement,
    [renderSide(row.basis, row.source)],
  );
}

const renderSide = (statement: string, source: Source) => el("div", { class: "side" }, el("p", {}, statement), makeCite(source));

/** What it is about and how it is handled; opened, what each side says. */
function renderFold(id: string, topic: string, outcome: string, inside: Node[]) {
  const summary = el("summary", {}, el("span", { class: "topic" }, topic), el("span", { class: "outcome" }, outcome));
  return el("li", {}, el("details", { class: "fold case", id }, summary, el("div", { class: "inside" }, ...inside)));
}

export function renderAgreement(content: Agreement, page: Page) {
  // A page without a server has no page to code on.
  const further = window.atlasRoot ? [el("p", {}, linkPage("coding", {}, _("Code a sample blind, or compare two coders")))] : [];
  const facts = [...content.facts.map((text) => el("p", { class: "fact" }, text)), ...further];
  if (!content.differing?.length) return facts;
  const rows = content.differing.map((cell) =>
    el(
      "li",
      {},
      el(
        "div",
        {},
        _("{actor} toward {toward}:", { actor: page.names[cell.actor], toward: page.names[cell.toward] }),
        " ",
        linkEvent(cell.event_id, page, cell.toward),
        " ",
        _("according to"),
        " ",
        makeJump(page.works[cell.source_id] ?? cell.source_id, `source-${cell.source_id}`),
      ),
      el(
        "div",
        { class: "readings" },
        _("first coder:"),
        " ",
        makeChip(cell.first, page),
        " ",
        _("second coder:"),
        " ",
        makeChip(cell.second, page),
      ),
    ),
  );
  return [...facts, el("h3", {}, content.heading), el("ul", { class: "rows" }, ...rows)];
}
