// @ts-check
/**
 * The words of the language that is spoken now. English stands in the code; the catalogue of another
 * language is given once, before anything is drawn, so words are asked for while drawing and never
 * while a module is being read.
 */

/** @type {{language: string, messages: Record<string, string|string[]>}} */
let spoken = { language: "en", messages: {} };

/** @param {{language: string, messages: Record<string, string|string[]>}} catalogue */
export function useCatalogue(catalogue) {
  spoken = catalogue;
}

/** The language spoken now. */
export function currentLanguage() {
  return spoken.language;
}

/** @param {string} text @param {Record<string, string|number>} [values] */
function fill(text, values) {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
}

/** A message in the language spoken now. @param {string} message @param {Record<string, string|number>} [values] */
export function gettext(message, values) {
  const found = spoken.messages[message];
  return fill(typeof found === "string" ? found : message, values);
}

/**
 * A message that means different things in different places.
 * @param {string} context @param {string} message @param {Record<string, string|number>} [values]
 */
export function pgettext(context, message, values) {
  const found = spoken.messages[`${context}\u0004${message}`];
  return fill(typeof found === "string" ? found : message, values);
}

/**
 * A message by number; `{count}` is filled with it.
 * @param {string} one @param {string} many @param {number} count @param {Record<string, string|number>} [values]
 */
export function ngettext(one, many, count, values) {
  const forms = spoken.messages[one];
  const order = ["one", "few", "many", "other"];
  const form = new Intl.PluralRules(spoken.language).select(count);
  const text = Array.isArray(forms) ? (forms[Math.min(order.indexOf(form), forms.length - 1)] ?? many) : count === 1 ? one : many;
  return fill(text, { count, ...values });
}
