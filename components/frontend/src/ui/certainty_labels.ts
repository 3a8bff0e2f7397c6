/** How sure the record is, in words: its codes are for tables. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";

/** How directly a claim speaks. */
export function formatCertainty(certainty: string) {
  const words: Record<string, string> = {
    explicit: _("explicit"),
    quoted: _("quoted"),
    group: _("group"),
    inferred: _("inferred"),
    opinion: _("opinion"),
  };
  return words[certainty] ?? certainty;
}

/** Why the evidence of a stance is weak. */
export function formatWeakness(weakness: string) {
  const words: Record<string, string> = {
    opinion: _("rests only on opinion"),
    group: _("rests on one sentence about several states"),
    low_confidence: _("rests on one source of low confidence"),
  };
  return words[weakness] ?? weakness;
}

/** What to add to a citation that is not sure; nothing where it is. */
export const describeDoubt = (confidence: string) => (confidence === "high" ? "" : formatConfidence(confidence));

export function formatConfidence(confidence: string) {
  const words: Record<string, string> = { high: _("confidence high"), medium: _("confidence medium"), low: _("confidence low") };
  return words[confidence] ?? confidence;
}

export function formatEventConfidence(confidence: string) {
  const words: Record<string, string> = { medium: _("Confidence in the event data: medium"), low: _("Confidence in the event data: low") };
  return words[confidence] ?? confidence;
}

/** A confidence alone, where the column says of what. */
export function formatLevel(confidence: string) {
  const words: Record<string, string> = {
    high: pgettext("confidence", "high"),
    medium: pgettext("confidence", "medium"),
    low: pgettext("confidence", "low"),
  };
  return words[confidence] ?? confidence;
}
