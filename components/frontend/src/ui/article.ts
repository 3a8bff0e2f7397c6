/** Lays out a document of sections and tables; see `document.py`. Text is only ever set as text. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";

interface Table {
  columns: Record<string, string>;
  rows: Record<string, string>[];
}

/** A section; `content` is what the page's own module makes of it, by its kind. */
export interface Section {
  title: string;
  paragraphs: string[];
  table: Table | null;
  anchor: string;
  kind: string;
  content: unknown;
}

/** What a page's own module makes of a section's content, by its kind. */
export type Layers = Record<string, (content: never) => Node[]>;

export function renderDocument({ title, sections }: { title: string; sections: Section[] }, layers: Layers = {}): Node[] {
  const contents = sections.map((section) => el("li", {}, makeJump(section.title, partId(section.anchor))));
  return [
    el("h1", {}, title),
    el("nav", { "aria-label": _("On this page") }, el("ul", {}, ...contents)),
    ...sections.map((section) => renderSection(section, layers)),
  ];
}

/** The id of a section's element. */
export const partId = (anchor: string) => `part-${anchor}`;

/** A jump within the page; an anchor would be taken for a change of page. */
export function makeJump(text: string, id: string) {
  const button = el("button", { type: "button", class: "jump" }, text);
  button.addEventListener("click", () => goTo(id));
  return button;
}

/** Bring an element to the top and give it the focus, so that the keyboard goes on from there. */
export function goTo(id: string) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let at = target as HTMLElement | null; at; at = at.parentElement) at.hidden = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

function renderSection(section: Section, layers: Layers) {
  const body: Node[] = section.paragraphs.map((text) => el("p", {}, text));
  if (section.table) body.push(renderTable(section.table, section.title));
  const more = section.kind ? layers[section.kind](section.content as never) : [];
  return el("section", { id: partId(section.anchor) }, el("h2", {}, section.title), ...body, ...more);
}

function renderTable({ columns, rows }: Table, title: string) {
  const keys = Object.keys(columns);
  return renderRows(title, Object.values(columns), [
    el(
      "tbody",
      {},
      ...rows.map((row) =>
        renderRow(
          Object.values(columns),
          keys.map((key) => row[key]),
        ),
      ),
    ),
  ]);
}

/** A table in a strip that scrolls on its own. */
export function renderRows(title: string, heads: string[], bodies: Node[]) {
  const head = el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text))));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, el("table", {}, head, ...bodies));
}

/** A row; where the table is too narrow for columns, each cell is headed by itself. */
export function renderRow(heads: string[], cells: Array<Node | string | Array<Node | string>>) {
  return el("tr", {}, ...cells.map((cell, at) => el("td", { "data-head": heads[at] }, ...(Array.isArray(cell) ? cell : [cell]))));
}
