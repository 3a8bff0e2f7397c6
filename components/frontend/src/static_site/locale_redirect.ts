/** Which language a page is read in: its link says so, else the reader's last choice, else the browser. */

import { DEFAULT, findLanguage, LANGUAGES } from "../i18n/languages.ts";

const STORAGE_KEY = "atlas-language";

const known = (language: string | null) => (language !== null && LANGUAGES.includes(language) ? language : null);

function readChoice() {
  try {
    return known(localStorage.getItem(STORAGE_KEY));
  } catch {
    return null;
  }
}

function keepChoice(language: string) {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Chosen for this page only.
  }
}

/**
 * The address of this page in the language it should be read in, or null when it is that one. A page
 * in another language was asked for by its address; one in English may just be the address that was passed on.
 */
export function chooseLanguage({ root, path }: { root: string; path: string }, language: string) {
  const given = new URLSearchParams(location.search);
  const asked = known(given.get("lang"));
  if (asked) keepChoice(asked);
  const browser = known(navigator.language.toLowerCase().split("-")[0]) ?? DEFAULT;
  const wanted = asked ?? (language === DEFAULT ? (readChoice() ?? browser) : language);
  if (wanted === language && !given.has("lang")) return null;
  given.delete("lang");
  const query = given.size ? `?${given}` : "";
  if (wanted !== language) return `${root}${findLanguage(wanted).folder}${path}${query}${location.hash}`;
  history.replaceState(history.state, "", location.pathname + query + location.hash);
  return null;
}
