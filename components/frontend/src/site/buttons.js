// @ts-check
/** Light or dark, and the size of type: buttons that only a script can answer, so that a script makes them. */
import { make } from "../map/dom.js";
import { applyTypeSize, followTypeSize } from "../page/type_size.js";
import { followScheme } from "./scheme.js";

/**
 * Make the buttons where the page has none, and let them work.
 * @param {{scheme: string, type: string}|undefined} words their names @param {() => void} changed the page turned dark or light
 */
export function addButtons(words, changed) {
  applyTypeSize();
  if (words) {
    const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ sign) => make("button", { type: "button", class: name, "aria-label": label, title: label }, sign);
    document.querySelector(".site-header")?.append(button("site-type", words.type, "Aa"), button("site-scheme", words.scheme, "◐"));
  }
  followTypeSize(document.querySelector(".site-type"));
  followScheme(document.querySelector(".site-scheme"), changed);
}
