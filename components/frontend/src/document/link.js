// @ts-check
/** Links from page to page of the atlas, each in a view of its own and in the language spoken. */
import { make } from "../map/dom.js";

const CARRIED = ["lang"];

/** Another page in a view; the language of this page's address is carried along. @param {""|"events"|"members"|"sources"} page the map has no name @param {Record<string, string|undefined>} view @param {string} text */
export function linkPage(page, view, text) {
  const here = new URLSearchParams(location.search);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) query.set(name, value);
  for (const name of CARRIED) if (here.has(name)) query.set(name, here.get(name) ?? "");
  return make("a", { href: `./${page}${query.size ? `?${query}` : ""}` }, text);
}
