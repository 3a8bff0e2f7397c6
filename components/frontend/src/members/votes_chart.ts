/** Votes in the General Assembly: a mark for each, then one by one; a missing vote is not a no. */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { VOTES, formatVote, markVote } from "../ui/vote_marks.ts";
import type { VotePalette } from "../ui/vote_marks.ts";
import type { EventRef } from "../core/record.ts";
import type { VoteRow } from "./content.ts";

export function renderVotes(rows: VoteRow[], palette: VotePalette, patterns: Element, link: (event: EventRef, toward: string) => Node) {
  const counts = VOTES.map((vote) => ({ vote, count: rows.filter((row) => row.vote === vote).length })).filter(({ count }) => count);
  const marks = (vote: string, count: number) => Array.from({ length: count }, () => markVote(vote, palette, patterns));
  const chart = el(
    "ul",
    { class: "vote-count", "aria-label": _("Vote counts") },
    ...counts.map(({ vote, count }) =>
      el("li", {}, el("span", { class: "how" }, `${count} ${formatVote(vote)}`), el("span", { class: "marks" }, ...marks(vote, count))),
    ),
  );
  const head = [_("Date"), _("Vote"), _("Resolution"), _("Linked event"), _("Source")].map((name) => el("th", { scope: "col" }, name));
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      el("td", { class: "day" }, longDate(row.date)),
      el("td", { class: "vote" }, markVote(row.vote, palette, patterns), ` ${formatVote(row.vote)}`),
      el("th", { scope: "row" }, row.title, el("span", { class: "cite" }, row.resolution)),
      el(
        "td",
        {},
        ...row.events.flatMap((event, at) => [at ? el("br") : "", link(event, event.toward.id), `, ${formatToward(event.toward.name)}`]),
      ),
      el("td", {}, makeCite(row.source, describeDoubt(row.confidence))),
    ),
  );
  const table = el("table", { class: "votes" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
  return [chart, el("div", { class: "scroll", role: "region", "aria-label": _("Votes"), tabindex: "0" }, table)];
}

const formatToward = (country: string) => _("toward {country}", { country });
