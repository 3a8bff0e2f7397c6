/** Light or dark, and the size of type: buttons that only a script can answer, so that a script makes them. */
import { el } from "../ui/dom.ts";
import { applyTypeSize, watchFontScale } from "../shell/font_scale.ts";
import { watchColorScheme } from "./color_scheme.ts";

/**
 * Make the buttons where the page has none, and let them work.
 * @param words their names
 * @param changed the page turned dark or light
 */
export function addButtons(words: { scheme: string; type: string } | undefined, changed: () => void) {
  applyTypeSize();
  if (words) {
    const button = (name: string, label: string, sign: string) =>
      el("button", { type: "button", class: name, "aria-label": label, title: label }, sign);
    document.querySelector(".site-header")?.append(button("site-type", words.type, "Aa"), button("site-scheme", words.scheme, "◐"));
  }
  watchFontScale(document.querySelector(".site-type"));
  watchColorScheme(document.querySelector(".site-scheme"), changed);
}
