/** Light or dark, and the size of type: buttons that only a script can answer, so that a script makes them. */
import { make } from "../ui/dom.ts";
import { applyTypeSize, followTypeSize } from "../shell/font_scale.ts";
import { followScheme } from "./color_scheme.ts";

/**
 * Make the buttons where the page has none, and let them work.
 * @param words their names
 * @param changed the page turned dark or light
 */
export function addButtons(words: { scheme: string; type: string } | undefined, changed: () => void) {
  applyTypeSize();
  if (words) {
    const button = (name: string, label: string, sign: string) =>
      make("button", { type: "button", class: name, "aria-label": label, title: label }, sign);
    document.querySelector(".site-header")?.append(button("site-type", words.type, "Aa"), button("site-scheme", words.scheme, "◐"));
  }
  followTypeSize(document.querySelector(".site-type"));
  followScheme(document.querySelector(".site-scheme"), changed);
}
