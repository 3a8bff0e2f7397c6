/** Every resolution: where its record is, whom it is read toward, how each state voted, and with whom. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { makeCite, linkAddress } from "../ui/claim_citation.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import { formatVote, markVote } from "../ui/vote_marks.ts";
import { listShown, meanWithHub, meanWithParty } from "./agreement.ts";
import type { Mean } from "./agreement.ts";
import type { RollCall, VotesPage } from "./content.ts";

export function renderRolls(data: VotesPage, rows: RollCall[], patterns: Element) {
  const shown = listShown(data);
  const head = el(
    "tr",
    {},
    ...[_("Resolution"), _("Read toward")].map((name) => el("th", { scope: "col" }, name)),
    ...shown.map(({ id, name }) =>
      el(
        "th",
        { scope: "col", class: "state" },
        el("span", { class: "unseen" }, name),
        el("span", { "aria-hidden": "true", title: name }, id),
      ),
    ),
    el("th", { scope: "col" }, _("Agreement with {country}", { country: data.hub.name })),
    el("th", { scope: "col" }, _("Agreement with the reference party")),
  );
  const ids = shown.map(({ id }) => id);
  const body = rows.map((row) =>
    el(
      "tr",
      { "data-resolution": row.id },
      el("th", { scope: "row" }, ...describeResolution(row)),
      el("td", { class: "toward" }, ...row.sides.map((side) => renderSide(side))),
      ...shown.map(({ id }) => renderVote(data, row, id, patterns)),
      el("td", { class: "mean" }, ...formatMean(meanWithHub([row], ids), ids.length > 1)),
      el("td", { class: "mean" }, ...formatMean(meanWithParty([row], ids), ids.length > 1)),
    ),
  );
  const table = el("table", { class: "rolls" }, el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": _("Resolutions by state") }, table);
}

/** Title, symbol, and the way to the text, the roll call and the meeting. */
function describeResolution(row: RollCall) {
  const places = [
    row.document ? linkAddress(row.symbol || _("text"), row.document) : row.symbol || _("number not known"),
    ...(row.roll_call ? [linkAddress(_("roll call"), row.roll_call)] : []),
    ...(row.meeting ? [linkAddress(row.meeting, row.meeting_address)] : []),
  ];
  const [favour, against, abstained] = row.totals;
  const totals =
    favour === null || against === null
      ? []
      : [_("{favour} for, {against} against, {abstained} abstained", { favour, against, abstained: abstained ?? "–" })];
  return [
    el("span", { class: "note" }, longDate(row.date)),
    el("span", { class: "title" }, row.title),
    el("span", { class: "places" }, ...places.flatMap((place, at) => [at ? " · " : "", place])),
    ...totals.map((text) => el("span", { class: "note" }, text)),
    ...(row.note ? [el("span", { class: "note" }, row.note)] : []),
    el("details", {}, el("summary", {}, _("Source")), ...row.sources.map((source) => makeCite(source))),
  ];
}

function renderSide({ event, toward, favourable }: RollCall["sides"][number]) {
  const link = linkPage("events", { event: event.id, toward: toward.id }, toward.name);
  link.title = event.title;
  return el("p", {}, link, el("span", { class: "note" }, _("served by: {vote}", { vote: formatVote(favourable) })));
}

function renderVote({ palette, voters }: VotesPage, row: RollCall, id: string, patterns: Element) {
  const vote = row.votes[id];
  const { name } = voters.find((voter) => voter.id === id) ?? { name: id };
  if (vote === undefined) return el("td", { class: "vote" }, el("span", { class: "unseen" }, _("no vote recorded")));
  const outside = !row.members.includes(id);
  const doubtful = row.doubtful.includes(id);
  const said = [
    formatVote(vote),
    ...(outside ? [_("not a member of the alliance on that day")] : []),
    ...(doubtful ? [_("confidence in this vote is not high")] : []),
  ].join("; ");
  return el(
    "td",
    { class: outside ? "vote outside" : "vote", "data-vote": vote, title: `${name}: ${said}` },
    markVote(vote, palette, patterns),
    ...(doubtful ? [el("sup", { "aria-hidden": "true" }, "*")] : []),
    el("span", { class: "unseen" }, said),
  );
}

function formatMean({ mean, count }: Mean, several: boolean) {
  if (mean === null) return [el("span", { "aria-hidden": "true" }, "—"), el("span", { class: "unseen" }, _("none"))];
  const places = Number.isInteger(mean) ? 0 : Number.isInteger(2 * mean) ? 1 : 2;
  return [el("b", {}, formatNumber(mean, places)), ...(several ? [el("span", { class: "note" }, ` (${count})`)] : [])];
}
