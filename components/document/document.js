// @ts-check
/** Lays out a document of sections and tables; see `document.py`. Text is only ever set as text. */
import { make } from "../map/dom.js";

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = parentElement.querySelector(".document");
  if (!host || !data) return;
  const contents = data.sections.map((/** @type {any} */ section, /** @type {number} */ place) =>
    make("li", {}, jump(section.title, `part-${place}`)));
  host.replaceChildren(
    make("h1", {}, data.title),
    make("nav", { "aria-label": "On this page" }, make("ul", {}, ...contents)),
    ...data.sections.map(laySection),
  );
}

/** A jump within the page; an anchor would be taken for a change of page. @param {string} text @param {string} id */
function jump(text, id) {
  const button = make("button", { type: "button" }, text);
  button.addEventListener("click", () => document.getElementById(id)?.scrollIntoView({ block: "start" }));
  return button;
}

/** @param {any} section @param {number} place */
function laySection(section, place) {
  const body = section.paragraphs.map((/** @type {string} */ text) => make("p", {}, text));
  if (section.table) body.push(layTable(section.table, section.title));
  return make("section", { id: `part-${place}` }, make("h2", {}, section.title), ...body);
}

/** @param {{columns: Record<string, string>, rows: Record<string, string>[]}} table @param {string} title */
function layTable({ columns, rows }, title) {
  const keys = Object.keys(columns);
  const head = make("tr", {}, ...keys.map((key) => make("th", { scope: "col" }, columns[key])));
  const body = rows.map((row) => make("tr", {}, ...keys.map((key) => make("td", {}, row[key]))));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table);
}
