/**
 * The words of the language that is spoken now. English stands in the code; the catalogue of another
 * language is given once, before anything is drawn, so words are asked for while drawing and never
 * while a module is being read.
 */
import { fetchJson } from "../net/fetch_json.ts";
import { DEFAULT, findLanguage, nameLocale } from "./languages.ts";

export type Catalogue = { language: string; messages: Record<string, string | string[]> };

const ENGLISH: Catalogue = { language: DEFAULT, messages: {} };
/** Stands between the context and the words in the name of a message. */
const CONTEXT = "\u0004";
/** Which of the forms of a message each plural category takes; a language has the first few of them. */
const FORMS = ["one", "few", "many", "other"];

let spoken = ENGLISH;
const fetched: Map<string, Promise<Catalogue>> = new Map();

export function useCatalogue(catalogue: Catalogue) {
  spoken = catalogue;
}

/**
 * Speak a language from here on. English costs nothing; another is fetched once, and the reader is
 * left with English when that fails.
 * @param addresses of the catalogues, by language
 */
export async function speak(language: string, addresses: Record<string, string>) {
  if (language === spoken.language) return;
  const address = addresses[language];
  if (!address) return useCatalogue(ENGLISH);
  const waiting = fetched.get(address) ?? fetchJson<Catalogue>(address);
  fetched.set(address, waiting);
  useCatalogue(await waiting.catch(() => ENGLISH));
}

/** What is spoken now, for a script that has its own words. */
export const currentCatalogue = () => spoken;

/** The language spoken now. */
export function currentLanguage() {
  return spoken.language;
}

/** The locale of dates, numbers and lists in the language spoken now. */
export function currentLocale() {
  return nameLocale(findLanguage(spoken.language).locale);
}

function fill(text: string, values?: Record<string, string | number>) {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole)) : text;
}

function find(name: string, message: string) {
  const found = spoken.messages[name];
  return typeof found === "string" ? found : (found?.[0] ?? message);
}

/** A message in the language spoken now. */
export const gettext = (message: string, values?: Record<string, string | number>) => fill(find(message, message), values);

/** A message that means different things in different places. */
export const pgettext = (context: string, message: string, values?: Record<string, string | number>) =>
  fill(find(`${context}${CONTEXT}${message}`, message), values);

/** A message by number; `{count}` is filled with it, as the language writes numbers. */
export function ngettext(one: string, many: string, count: number, values?: Record<string, string | number>) {
  const forms = spoken.messages[one];
  const form = FORMS.indexOf(new Intl.PluralRules(currentLocale()).select(count));
  const text = Array.isArray(forms) ? (forms[Math.min(form, forms.length - 1)] ?? many) : count === 1 ? one : many;
  return fill(text, { count: new Intl.NumberFormat(currentLocale()).format(count), ...values });
}
