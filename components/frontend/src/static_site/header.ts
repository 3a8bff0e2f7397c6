/** The header: its buttons, which only a script can answer, and links that a short one leaves to the script. */
import { el } from "../ui/dom.ts";
import { applyTypeSize, watchFontScale } from "../shell/font_scale.ts";
import { watchColorScheme } from "./color_scheme.ts";

/**
 * Link the pages that the header of a page of the site does not link yet, in their order.
 * @param pages path and name of each
 * @param path of the page itself
 */
export function completeLinks(pages: [string, string][], path: string) {
  const header = document.querySelector(".site-pages");
  const home = "../".repeat(path.split("/").length - 1);
  const linked = [...(header?.querySelectorAll("a") ?? [])];
  const links = pages.map(([page, name]) => {
    const href = home + page;
    return linked.find((link) => link.getAttribute("href") === href) ?? el("a", { href }, name);
  });
  if (linked.length < links.length) header?.replaceChildren(...links);
}

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
