/** Lays out blocks of text and tables; see `blocks.py`. Text is only ever set as text. */
import { gettext as _ } from "../i18n/gettext.ts";
import { make } from "../ui/dom.ts";
import { makeReader } from "./chart_keyboard_nav.ts";
import { makeTiles } from "./stance_paint.ts";
import { makeHead } from "./elements.ts";
import type { View } from "../core/component.ts";
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
      return [make("h1", {}, block.text)];
    case "contents":
      return [renderContents(block.parts)];
    case "section":
      return makeHead(block);
    case "p":
      return [make("p", {}, block.text)];
    case "note":
      return [make("p", { class: "note" }, block.text)];
    case "chart":
      return [renderChartHead(block)];
    case "table":
      return [renderTable(block, open)];
    case "tiles":
      return [makeTiles(block.palette, block.codes)];
  }
}

function renderContents(parts: Head[]) {
  const rows = parts.map(({ anchor, title, finding }) => {
    const button = make("button", { type: "button" }, title);
    button.addEventListener("click", () => jump(anchor));
    return make("li", {}, button, ...(finding ? [make("span", {}, `${finding}.`)] : []));
  });
  return make("nav", { "aria-label": _("On this page") }, make("ul", { class: "contents" }, ...rows));
}

/** An anchor would be taken for a change of page. */
function jump(anchor: string) {
  const head = document.getElementById(`part-${anchor}`);
  head?.setAttribute("tabindex", "-1");
  head?.focus({ preventScroll: true });
  head?.scrollIntoView({ block: "start" });
}

function renderChartHead({ title, keys, reads }: ChartBlock) {
  const rows = keys.map(([mark, words]) => make("li", {}, make("span", { class: `mark ${mark}`, "aria-hidden": "true" }), words));
  return make(
    "div",
    { class: "chart-head" },
    make("h3", {}, title),
    ...(rows.length ? [make("ul", { class: "key" }, ...rows)] : []),
    makeReader(title, reads),
  );
}

function renderTable({ title, name, columns, rows, folded }: TableBlock, open: Set<string | null>) {
  const keys = Object.keys(columns);
  const head = make("tr", {}, ...keys.map((key) => (columns[key] ? make("th", { scope: "col" }, columns[key]) : make("td"))));
  const body = rows.map((row) =>
    make("tr", {}, ...keys.map((key, place) => make(place ? "td" : "th", place ? {} : { scope: "row" }, renderCell(row[key])))),
  );
  const table = make("table", { class: "list", "data-table": name }, make("thead", {}, head), make("tbody", {}, ...body));
  const frame = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table);
  if (!folded) return frame;
  return make("details", { open: open.has(title) }, make("summary", {}, title), frame);
}

const renderCell = (cell: Cell) => (typeof cell === "string" ? document.createTextNode(cell) : make("a", { href: cell.href }, cell.text));
