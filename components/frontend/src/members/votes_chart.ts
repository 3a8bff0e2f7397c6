/** Votes in the General Assembly: a mark for each, then one by one; a missing vote is not a no. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { makeSample } from "./sample.ts";
import type { PaletteOf } from "../core/palette.ts";
import type { EventRef } from "../core/record.ts";
import type { VoteRow } from "./content.ts";

type VotePalette = PaletteOf<"stance" | "mark" | "event">;

/** Sign, and the stance whose pattern says the same; for and against have inks of their own. */
const VOTES: Record<string, { sign: string; like?: string; ink?: string }> = {
  for: { sign: "+", ink: "summit" },
  against: { sign: "−", ink: "conflict" },
  abstained: { sign: "○", like: "NEU" },
  not_voting: { sign: "", like: "SIL" },
  unknown: { sign: "?", like: "ND" },
};

function formatVote(vote: string) {
  const words: Record<string, string> = {
    for: pgettext("vote", "for"),
    against: pgettext("vote", "against"),
    abstained: pgettext("vote", "abstained"),
    not_voting: pgettext("vote", "not voting"),
    unknown: _("vote unknown"),
  };
  return words[vote];
}

export function renderVotes(rows: VoteRow[], palette: VotePalette, patterns: Element, link: (event: EventRef, toward: string) => Node) {
  const counts = Object.keys(VOTES)
    .map((vote) => ({ vote, count: rows.filter((row) => row.vote === vote).length }))
    .filter(({ count }) => count);
  const marks = (vote: string, count: number) => Array.from({ length: count }, () => mark(vote, palette, patterns));
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
      el("td", { class: "vote" }, mark(row.vote, palette, patterns), ` ${formatVote(row.vote)}`),
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

function mark(vote: string, palette: VotePalette, patterns: Element) {
  const { sign, like, ink } = VOTES[vote];
  if (like && !sign) return makeSample(palette, patterns, like);
  const swatch = like ? palette.stance[like] : palette.event[ink ?? ""];
  const paint = like ? readStance(palette, like) : null;
  const plate = paint?.pattern ? [setStyles(svgEl("rect", { x: 5, y: 1.5, width: 8, height: 10 }), { fill: swatch.fill })] : [];
  const text = svgEl("text", { x: 9, y: 10.5, "text-anchor": "middle", "font-size": 12 });
  text.textContent = sign;
  setStyles(text, { fill: swatch.ink, "font-weight": "700" });
  const box = setStyles(svgEl("rect", { x: 1, y: 0.5, width: 16, height: 12, rx: 1.5, "stroke-width": 0.6 }), {
    fill: paint ? fillWith(patterns, paint) : swatch.fill,
    stroke: "var(--muted)",
  });
  return svgEl("svg", { width: 18, height: 13, class: "sample", "aria-hidden": "true" }, box, ...plate, text);
}
