/** The codebook's rule beside a case. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { el } from "../ui/dom.ts";
import { makeChip } from "../ui/stance_paint.ts";
import type { Rule } from "./content.ts";
import type { StancePalette } from "../core/palette.ts";

/** A code with its place on the scale: "+3 Material or military support". */
export const nameCode = ({ code, ordinal, label }: Rule["codes"][number]) =>
  `${ordinal === null ? "" : `${ordinal > 0 ? "+" : ""}${String(ordinal).replace("-", "−")} `}${label} (${code})`;

export function renderRule(rule: Rule, palette: StancePalette) {
  const fold = (title: string, open: boolean, ...body: Node[]) => el("details", { open }, el("summary", {}, el("h3", {}, title)), ...body);
  const codes = rule.codes.flatMap((each) => [
    el("dt", {}, makeChip({ code: each.code, label: nameCode(each) }, palette)),
    el("dd", {}, each.when, ...(each.unless ? [el("span", { class: "unless" }, _("Not this: {what}", { what: each.unless }))] : [])),
  ]);
  const certainty = Object.entries(rule.certainty).flatMap(([code, means]) => [el("dt", {}, formatCertainty(code)), el("dd", {}, means)]);
  const modes = rule.modes.flatMap(({ label, definition, reach }) => [
    el("dt", {}, label),
    el("dd", {}, definition, el("span", { class: "unless" }, _("Codes within reach: {codes}", { codes: reach.join(", ") }))),
  ]);
  return el(
    "aside",
    { class: "rule", "aria-label": _("The codebook's rule"), tabindex: "0" },
    el("h2", {}, _("The codebook's rule")),
    fold(_("How to read"), true, el("ol", {}, ...rule.steps.map((text) => el("li", {}, text)))),
    fold(_("Codes: take the first that fits"), true, el("dl", {}, ...codes)),
    fold(_("Certainty"), false, el("dl", {}, ...certainty)),
    fold(_("Kind of answer: that of the strongest act reported"), false, el("dl", {}, ...modes)),
    fold(_("Edge cases"), false, el("ul", {}, ...rule.edges.map((text) => el("li", {}, text)))),
  );
}
