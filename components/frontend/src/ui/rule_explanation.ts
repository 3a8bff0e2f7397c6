/** Why a stance is shown as it is: what the editors settled, or the rule that chose a reading. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";

export type Reasoned = { code: string; label: string; reason: string; rule: string; readings: { code: string; label: string }[] };

/** @returns empty where nothing needs to be said */
export function describeReason({ label, reason, rule, readings }: Reasoned): string {
  const rules: Record<string, () => string> = {
    nearest: () => _("The interpretation nearest to neutral is shown: {shown}.", { shown: label }),
    tie: () => _("Where two are equally far from neutral, the less favourable is shown: {shown}.", { shown: label }),
    placed: () => _("A code on the scale takes precedence over one that is not: {shown}.", { shown: label }),
    party: () => _("Direct participation takes precedence over no reaction: {shown}.", { shown: label }),
  };
  const chosen = rules[rule];
  if (!chosen) return reason;
  const codes = readings.map((reading) => reading.label).join("; ");
  return `${_("Sources of equal certainty disagree: {codes}.", { codes })} ${chosen()}`;
}

/** The reason as a paragraph, in an array; empty where nothing needs to be said. */
export function renderReason(stance: Reasoned) {
  const said = describeReason(stance);
  return said ? [el("p", { class: "why" }, said)] : [];
}
