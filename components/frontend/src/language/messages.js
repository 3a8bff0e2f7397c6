// @ts-check
/**
 * The words of the language that is spoken now. English stands in the code; the catalogue of another
 * language is given once, before anything is drawn, so words are asked for while drawing and never
 * while a module is being read.
 *
 * @typedef {{language: string, messages: Record<string, string|string[]>}} Catalogue
 */
import { fetchJson } from "../document/fetching.js";

/** @type {Catalogue} */
const ENGLISH = { language: "en", messages: {} };
/** Which of the forms of a message each plural category takes; a language has the first few of them. */
const FORMS = ["one", "few", "many", "other"];

let spoken = ENGLISH;
/** @type {Map<string, Promise<Catalogue>>} */
const fetched = new Map();

/** @param {Catalogue} catalogue */
export function useCatalogue(catalogue) {
  spoken = catalogue;
}

/**
 * Speak a language from here on. English costs nothing; another is fetched once, and the reader is
 * left with English when that fails.
 * @param {string} language @param {Record<string, string>} addresses of the catalogues, by language
 */
export async function speak(language, addresses) {
  if (language === spoken.language) return;
  const address = addresses[language];
  if (!address) return useCatalogue(ENGLISH);
  const waiting = fetched.get(address) ?? fetchJson(address);
  fetched.set(address, waiting);
  useCatalogue(await waiting.catch(() => ENGLISH));
}

/** The language spoken now. */
export function currentLanguage() {
  return spoken.language;
}

/** The locale of dates, numbers and lists in the language spoken now. */
export function currentLocale() {
  return spoken.language === "ru" ? "ru-RU" : "en-GB";
}

/** @param {string} text @param {Record<string, string|number>} [values] */
function fill(text, values) {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole)) : text;
}

/** @param {string} name @param {string} message */
function find(name, message) {
  const found = spoken.messages[name];
  return typeof found === "string" ? found : (found?.[0] ?? message);
}

/** A message in the language spoken now. @param {string} message @param {Record<string, string|number>} [values] */
export const gettext = (message, values) => fill(find(message, message), values);

/**
 * A message that means different things in different places.
 * @param {string} context @param {string} message @param {Record<string, string|number>} [values]
 */
export const pgettext = (context, message, values) => fill(find(`${context}\u0004${message}`, message), values);

/**
 * A message by number; `{count}` is filled with it, as the language writes numbers.
 * @param {string} one @param {string} many @param {number} count @param {Record<string, string|number>} [values]
 */
export function ngettext(one, many, count, values) {
  const forms = spoken.messages[one];
  const form = FORMS.indexOf(new Intl.PluralRules(currentLocale()).select(count));
  const text = Array.isArray(forms) ? (forms[Math.min(form, forms.length - 1)] ?? many) : count === 1 ? one : many;
  return fill(text, { count: new Intl.NumberFormat(currentLocale()).format(count), ...values });
}
