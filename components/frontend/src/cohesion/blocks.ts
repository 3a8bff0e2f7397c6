/** Lays out blocks of text and tables; see `blocks.py`. Text is only ever set as text. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { readStance } from "../ui/stance_paint.ts";
import { fillWith, makePatternHolder } from "../ui/svg_pattern.ts";
import { makeReader } from "./chart_keyboard_nav.ts";
import { makeHead } from "./elements.ts";
import type { View } from "../core/component.ts";
import type { StancePalette } from "../core/palette.ts";
import type { Block, Cell, ChartBlock, Head, TableBlock } from "./content.ts";

interface Data {
  blocks: Block[];
}

export function draw({ data, parentElement }: View<Data>) {
  const host = parentElement.querySelector(".cohesion");
  if (!host || !data) return;
  const open = new Set([...host.querySelectorAll("details[open] summary")].map((summary) => summary.textContent));
  host.replaceChildren(...data.blocks.flatMap((block) => renderBlock(block, open)));
}

/** @param open titles of tables that are open */
function renderBlock(block: Block, open: Set<string | null>): Element[] {
  switch (block.is) {
    case "title":
      return [el("h1", {}, block.text)];
    case "heading":
      return [el("div", { class: "chart-head" }, el("h3", {}, block.text))];
    case "contents":
      return [renderContents(block.parts)];
    case "section":
      return makeHead(block);
    case "p":
      return [el("p", {}, block.text)];
    case "note":
      return [el("p", { class: "note" }, block.text)];
    case "chart":
      return [renderChartHead(block)];
    case "table":
      return [renderTable(block, open)];
    case "tiles":
      return [makeTiles(block.palette, block.codes)];
  }
}

/** Tiles that charts of the page fill with, as `stance-SIL`. */
export function makeTiles(palette: StancePalette, codes: string[]) {
  const patterns = makePatternHolder();
  for (const code of codes) {
    const paint = readStance(palette, code);
    if (!paint.pattern) throw new Error(`${code} has no pattern`);
    fillWith(patterns, paint);
  }
  return patterns;
}

function renderContents(parts: Head[]) {
  const rows = parts.map(({ anchor, title, finding }) => {
    const button = el("button", { type: "button" }, title);
    button.addEventListener("click", () => jump(anchor));
    return el("li", {}, button, ...(finding ? [el("span", {}, `${finding}.`)] : []));
  });
  return el("nav", { "aria-label": _("On this page") }, el("ul", { class: "contents" }, ...rows));
}

/** An anchor would be taken for a change of page. */
function jump(anchor: string) {
  const head = document.getElementById(`part-${anchor}`);
  head?.setAttribute("tabindex", "-1");
  head?.focus({ preventScroll: true });
  head?.scrollIntoView({ block: "start" });
}

function renderChartHead({ title, keys, reads }: ChartBlock) {
  const rows = keys.map(([mark, words]) => el("li", {}, el("span", { class: `mark ${mark}`, "aria-hidden": "true" }), words));
  return el(
    "div",
    { class: "chart-head" },
    el("h3", {}, title),
    ...(rows.length ? [el("ul", { class: "key" }, ...rows)] : []),
    makeReader(title, reads),
  );
}

function renderTable({ title, name, columns, rows, folded }: TableBlock, open: Set<string | null>) {
  const keys = Object.keys(columns);
  const head = el("tr", {}, ...keys.map((key) => (columns[key] ? el("th", { scope: "col" }, columns[key]) : el("td"))));
  const body = rows.map((row) =>
    el("tr", {}, ...keys.map((key, place) => el(place ? "td" : "th", place ? {} : { scope: "row" }, renderCell(row[key])))),
  );
  const table = el("table", { class: "list", "data-table": name }, el("thead", {}, head), el("tbody", {}, ...body));
  const frame = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table);
  if (!folded) return frame;
  return el("details", { open: open.has(title) }, el("summary", {}, title), frame);
}

const renderCell = (cell: Cell) => (typeof cell === "string" ? document.createTextNode(cell) : el("a", { href: cell.href }, cell.text));
