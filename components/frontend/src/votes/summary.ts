/** The votes of each state counted, and with whom they agree: the hub beside the reference party. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { el, setStyles } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import { VOTES, formatVote, markVote } from "../ui/vote_marks.ts";
import { listShown, meanWithHub, meanWithParty } from "./agreement.ts";
import type { Mean } from "./agreement.ts";
import type { RollCall, VotesPage } from "./content.ts";

export function renderSummary(data: VotesPage, rows: RollCall[], patterns: Element) {
  const heads = [
    _("State"),
    ...VOTES.map((vote) => [markVote(vote, data.palette, patterns), ` ${formatVote(vote)}`]),
    _("Agreement with {country}", { country: data.hub.name }),
    _("Agreement with the reference party"),
  ];
  const body = listShown(data).map(({ id, name }) =>
    el(
      "tr",
      { "data-state": id },
      el("th", { scope: "row" }, linkPage("members", { panel: id }, name)),
      ...VOTES.map((vote) => el("td", { class: "count" }, String(rows.filter((row) => row.votes[id] === vote).length))),
      el("td", {}, ...(id === data.hub.id ? ["—"] : renderMean(meanWithHub(rows, [id])))),
      el("td", {}, ...renderMean(meanWithParty(rows, [id]))),
    ),
  );
  const head = el("tr", {}, ...heads.map((content) => el("th", { scope: "col" }, ...[content].flat())));
  const table = el("table", { class: "summary" }, el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Agreement by state") }, table);
}

function renderMean({ mean, count }: Mean) {
  if (mean === null) return [_("none")];
  const bar = setStyles(el("span", { class: "part" }), { width: `${100 * mean}%` });
  return [
    el("span", { class: "bar", "aria-hidden": "true" }, bar),
    el("b", {}, formatNumber(mean, 2)),
    el("span", { class: "note" }, ` ${ngettext("{count} vote", "{count} votes", count)}`),
  ];
}
