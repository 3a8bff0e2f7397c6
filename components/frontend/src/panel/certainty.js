// @ts-check
/** How sure the record is, in words: its codes are for tables. */
import { gettext as _, pgettext } from "../language/messages.js";

/** How directly a claim speaks. @param {string} certainty */
export function sayCertainty(certainty) {
  /** @type {Record<string, string>} */
  const words = { explicit: _("explicit"), quoted: _("quoted"), group: _("group"), inferred: _("inferred"), opinion: _("opinion") };
  return words[certainty] ?? certainty;
}

/** What to add to a citation that is not sure; nothing where it is. @param {string} confidence */
export const sayDoubt = (confidence) => (confidence === "high" ? "" : sayConfidence(confidence));

/** @param {string} confidence */
export function sayConfidence(confidence) {
  /** @type {Record<string, string>} */
  const words = { high: _("confidence high"), medium: _("confidence medium"), low: _("confidence low") };
  return words[confidence] ?? confidence;
}

/** @param {string} confidence */
export function sayEventConfidence(confidence) {
  /** @type {Record<string, string>} */
  const words = { medium: _("Confidence in the event data: medium"), low: _("Confidence in the event data: low") };
  return words[confidence] ?? confidence;
}

/** A confidence alone, where the column says of what. @param {string} confidence */
export function sayLevel(confidence) {
  /** @type {Record<string, string>} */
  const words = { high: pgettext("confidence", "high"), medium: pgettext("confidence", "medium"), low: pgettext("confidence", "low") };
  return words[confidence] ?? confidence;
}
