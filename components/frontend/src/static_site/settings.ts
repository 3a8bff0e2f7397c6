/** What a page says of itself: one file that holds everything in JSON, a page of the site by its address and attributes. */
import { findLanguage } from "../i18n/languages.ts";

/** The element that every page has. */
const ELEMENT = "atlas-page";

export interface Settings {
  kind: string;
  /** the way to the site's root, a slash at its end; a file has none */
  root: string;
  /** of the page, within the folder of its language */
  path: string;
  /** the name of its file: the id of what it is about */
  name: string;
  /** one file that holds everything */
  alone?: boolean;
  /** the query of the view that a file was saved of */
  search?: string;
  /** the address of the live atlas, without a slash at its end */
  live: string;
  /** a visitor's own story */
  reader?: boolean;
}

/**
 * What the page says of itself.
 * @param script the address of the script that asks, as the page has it, in the site's folder `assets`
 */
export function readSettings(script: string, language: string): Settings {
  const element = document.getElementById(ELEMENT);
  if (element instanceof HTMLScriptElement) return JSON.parse(element.textContent) as Settings;
  return Object.assign({ ...locatePage(script, language), live: "", kind: "" }, element?.dataset);
}

/** Where the page is; a host may show its folder instead of the index, and a file without its ending. */
function locatePage(script: string, language: string) {
  const root = script.replace(/assets\/[^/]*$/, "");
  const within = location.pathname.slice(new URL(root || "./", location.href).pathname.length);
  const path = within.slice(findLanguage(language).folder.length).replace(/(^|\/)$/, "$1index.html");
  const file = path.slice(path.lastIndexOf("/") + 1);
  return { root, path, name: decodeURIComponent(file.replace(/\.html$/, "")) };
}
