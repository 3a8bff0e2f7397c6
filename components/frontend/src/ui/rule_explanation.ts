/** Why a stance is shown as it is: what the editors settled, or the rule that chose a reading. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatWeakness } from "./certainty_labels.ts";
import { longDate } from "./date_format.ts";
import { el } from "./dom.ts";
import type { Resolved } from "../core/record.ts";

export type Reasoned = Pick<Resolved, "code" | "label" | "reason" | "rule" | "readings" | "turns" | "outweighed" | "weakness">;

const joinLabels = (readings: { label: string }[]) => readings.map((reading) => reading.label).join("; ");

/** @returns empty where nothing needs to be said */
export function describeReason({ label, reason, rule, readings, turns = [], outweighed = [], weakness = "" }: Reasoned): string {
  const rules: Record<string, () => string> = {
    nearest: () => _("The interpretation nearest to neutral is shown: {shown}.", { shown: label }),
    tie: () => _("Where two are equally far from neutral, the less favourable is shown: {shown}.", { shown: label }),
    placed: () => _("A code on the scale takes precedence over one that is not: {shown}.", { shown: label }),
    party: () => _("Direct participation takes precedence over no reaction: {shown}.", { shown: label }),
  };
  const course = turns.map((turn) => _("{day}: {stance}", { day: longDate(turn.date), stance: turn.label })).join("; ");
  const chosen = rules[rule];
  return [
    reason,
    turns.length ? _("It changed, and the last is shown. {turns}.", { turns: course }) : "",
    outweighed.length ? _("What was done outweighs what was said: {codes}.", { codes: joinLabels(outweighed) }) : "",
    chosen ? `${_("Sources of equal certainty disagree: {codes}.", { codes: joinLabels(readings) })} ${chosen()}` : "",
    weakness ? _("Weak evidence: {why}.", { why: formatWeakness(weakness) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The reason as a paragraph, in an array; empty where nothing needs to be said. */
export function renderReason(stance: Reasoned) {
  const said = describeReason(stance);
  return said ? [el("p", { class: "why" }, said)] : [];
}
