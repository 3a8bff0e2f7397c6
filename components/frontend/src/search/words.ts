/** Words as they are compared: without case, accents and endings. */
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { LANGUAGES, findLanguage } from "../i18n/languages.ts";

/** The stemmer of each script: a word says by its letters which it needs, whatever the language of the page. */
const STEMMERS: Record<string, (word: string) => string> = { latin: stemEnglish, cyrillic: stemRussian };
/** Shorter stems stand for too many words to begin one. */
const SHORTEST_STEM = 4;

const scripts = Object.keys(STEMMERS).map((name) => ({
  name,
  letters: new RegExp(`\\p{Script=${name[0].toUpperCase()}${name.slice(1)}}`, "u"),
  accents: name !== "latin",
}));

export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in small letters. */
export const splitWords = (text: string) => text.normalize("NFC").toLowerCase().replaceAll("ё", "е").match(WORD) ?? [];

/** A word without accents. */
export const fold = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "");

const stems: Map<string, string> = new Map();
const terms: Map<string, string | string[]> = new Map();

/** A word of `splitWords` without its ending. */
export const stem = (word: string) => keep(stems, word, findStem);

function findStem(word: string) {
  const script = scripts.find(({ letters }) => letters.test(word));
  // The letters of one script have accents that tell nothing, those of the other are letters of their own.
  return fold(script ? STEMMERS[script.name](script.accents ? word : fold(word)) : word);
}

/** What a word of a text is found by: itself, and its stem where it does not begin with that. */
export const listTerms = (word: string) => keep(terms, word, findTerms);

function findTerms(word: string) {
  const [whole, short] = [fold(word), stem(word)];
  return whole.startsWith(short) ? whole : [whole, short];
}

/** A text has few words, each of them often. */
function keep<Value>(known: Map<string, Value>, word: string, find: (word: string) => Value) {
  const found = known.get(word) ?? find(word);
  known.set(word, found);
  return found;
}

/** What words of a text may begin with to be meant by one that was asked for. */
export function beginningOf(word: string) {
  const short = stem(word);
  return short.length < SHORTEST_STEM ? fold(word) : short;
}

/** The languages whose letters a text has, that of the page left out. */
export function listOtherLanguages(text: string, own: string) {
  const found = scripts.filter(({ letters }) => letters.test(text)).map(({ name }) => name);
  return LANGUAGES.filter((language) => language !== own && found.includes(findLanguage(language).script));
}
