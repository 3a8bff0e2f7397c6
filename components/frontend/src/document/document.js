// @ts-check
/** Lays out a document of sections and tables; see `document.py`. Text is only ever set as text. */
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";

/**
 * What a page's own module makes of a section's content, by its kind.
 * @typedef {Record<string, (content: any, section: any) => Node[]>} Layers
 */

/** @param {{title: string, sections: any[]}} data @param {Layers} [layers] @returns {Node[]} */
export function layDocument({ title, sections }, layers = {}) {
  const contents = sections.map((section) => make("li", {}, makeJump(section.title, partId(section.anchor))));
  return [
    make("h1", {}, title),
    make("nav", { "aria-label": _("On this page") }, make("ul", {}, ...contents)),
    ...sections.map((section) => laySection(section, layers)),
  ];
}

/** The id of a section's element. @param {string} anchor */
export const partId = (anchor) => `part-${anchor}`;

/** A jump within the page; an anchor would be taken for a change of page. @param {string} text @param {string} id */
export function makeJump(text, id) {
  const button = make("button", { type: "button", class: "jump" }, text);
  button.addEventListener("click", () => goTo(id));
  return button;
}

/** Bring an element to the top and give it the focus, so that the keyboard goes on from there. @param {string} id */
export function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let at = /** @type {HTMLElement|null} */ (target); at; at = at.parentElement) at.hidden = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

/** @param {any} section @param {Layers} layers */
function laySection(section, layers) {
  const body = section.paragraphs.map((/** @type {string} */ text) => make("p", {}, text));
  if (section.table) body.push(layTable(section.table, section.title));
  const more = section.kind ? layers[section.kind](section.content, section) : [];
  return make("section", { id: partId(section.anchor) }, make("h2", {}, section.title), ...body, ...more);
}

/** @param {{columns: Record<string, string>, rows: Record<string, string>[]}} table @param {string} title */
export function layTable({ columns, rows }, title) {
  const keys = Object.keys(columns);
  return layRows(title, Object.values(columns), [make("tbody", {}, ...rows.map((row) => layRow(Object.values(columns), keys.map((key) => row[key]))))]);
}

/** A table in a strip that scrolls on its own. @param {string} title @param {string[]} heads @param {Node[]} bodies */
export function layRows(title, heads, bodies) {
  const head = make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text))));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, make("table", {}, head, ...bodies));
}

/** A row; where the table is too narrow for columns, each cell is headed by itself. @param {string[]} heads @param {Array<Node|string|Array<Node|string>>} cells */
export function layRow(heads, cells) {
  return make("tr", {}, ...cells.map((cell, at) => make("td", { "data-head": heads[at] }, ...(Array.isArray(cell) ? cell : [cell]))));
}
