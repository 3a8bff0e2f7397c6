/** Marks of votes, told apart by sign and form as well as colour; a vote not cast is neither silence nor a no. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { setStyles, svgEl } from "./dom.ts";
import { readStance } from "./stance_paint.ts";
import { fillWith } from "./svg_pattern.ts";
import type { PaletteOf } from "../core/palette.ts";

export type VotePalette = PaletteOf<"stance" | "mark" | "event">;

/** Sign, and the stance that says the same; for and against have inks of their own, a vote not cast an empty box. */
const MARKS: Record<string, { sign: string; like?: string; ink?: string }> = {
  for: { sign: "+", ink: "summit" },
  against: { sign: "−", ink: "conflict" },
  abstained: { sign: "○", like: "NEU" },
  not_voting: { sign: "" },
  unknown: { sign: "?", like: "ND" },
};

/** How a state can have voted, in the order of legends. */
export const VOTES = Object.keys(MARKS);

export function formatVote(vote: string) {
  const words: Record<string, string> = {
    for: pgettext("vote", "for"),
    against: pgettext("vote", "against"),
    abstained: pgettext("vote", "abstained"),
    not_voting: pgettext("vote", "not voting"),
    unknown: _("vote unknown"),
  };
  return words[vote] ?? vote;
}

/** @param patterns a holder of tiles, which is in the document */
export function markVote(vote: string, palette: VotePalette, patterns: Element) {
  const { sign, like, ink } = MARKS[vote];
  const box = svgEl("rect", { x: 1, y: 0.5, width: 16, height: 12, rx: 1.5, "stroke-width": 0.6 });
  const mark = svgEl("svg", { width: 18, height: 13, class: "sample", "data-vote": vote, "aria-hidden": "true" }, box);
  if (!like && !ink) {
    box.setAttribute("stroke-dasharray", "2.4 1.8");
    setStyles(box, { fill: "none", stroke: "var(--muted)", "stroke-width": "1.3" });
    return mark;
  }
  const swatch = like ? palette.stance[like] : palette.event[ink ?? ""];
  const paint = like ? readStance(palette, like) : null;
  setStyles(box, { fill: paint ? fillWith(patterns, paint) : swatch.fill, stroke: "var(--muted)" });
  if (paint?.pattern) mark.append(setStyles(svgEl("rect", { x: 5, y: 1.5, width: 8, height: 10 }), { fill: swatch.fill }));
  const text = svgEl("text", { x: 9, y: 10.5, "text-anchor": "middle", "font-size": 12 });
  text.textContent = sign;
  mark.append(setStyles(text, { fill: swatch.ink, "font-weight": "700" }));
  return mark;
}
