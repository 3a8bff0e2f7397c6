/** The form of one row: a field for each column, what stood there before, and the rule that it breaks. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { listOptions } from "./row_names.ts";
import { readKey } from "./record_tables.ts";
import type { DraftRow, Field, Problem, ProposePage } from "./content.ts";
import type { Tables } from "./record_tables.ts";

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Columns of whole sentences. */
const LONG = /^(summary|reason|note|asked|answer|title|basis|not_drawn|disputed|ended_because|reference)(_|$)/;

/** How many forms were made: ids of their fields differ. */
let made = 0;

interface Parts {
  field: Field;
  input: Input;
  problem: HTMLElement;
  before: HTMLElement;
  /** texts of a list by value */
  options: Map<string, string>;
}

export interface RowForm {
  element: HTMLElement;
  /** @param all show rules also of fields that were not touched yet */
  update: (tables: Tables, problems: Problem[], all: boolean) => void;
  /** Take the cells of the draft into the fields. */
  fill: () => void;
  /** Bring the first field that breaks a rule into view; whether there is one. */
  focusProblem: () => boolean;
}

/**
 * @param changed is told after a cell has changed
 * @param actions buttons for the row as a whole
 */
export function createRowForm(
  row: DraftRow,
  tables: Tables,
  names: ProposePage["names"],
  changed: (column: string) => void,
  actions: Node[],
): RowForm {
  const schema = tables.document.schemas[row.table];
  made += 1;
  const prefix = `row-${made}`;
  const touched: Set<string> = new Set();
  const title = el("span", { class: "title" });
  const state = el("span", { class: "state" });
  const whole = el("ul", { class: "problems" });
  const grid = el("div", { class: "fields" });
  const element = el(
    "details",
    { class: "row", open: true, "data-table": row.table },
    el("summary", {}, el("h2", {}, `${names.tables[row.table]} `, title), state),
    el("div", { class: "actions" }, ...actions),
    whole,
    grid,
  );

  const parts: Parts[] = schema.fields.map((field) => makeField(field));
  grid.append(...parts.map(({ input }) => input.closest(".field") as HTMLElement));

  function makeField(field: Field): Parts {
    const { name } = field;
    const id = `${prefix}-${name}`;
    const attributes = { id, name, "aria-describedby": `${id}-hint ${id}-problem`, autocomplete: "off" };
    const cells = row.after ?? row.before ?? {};
    const listed = listOptions(tables, row.table, name, cells, currentLanguage()) !== null;
    const long = !listed && LONG.test(name);
    const input: Input = listed
      ? el("select", attributes)
      : long
        ? el("textarea", { ...attributes, rows: "2" })
        : el("input", { ...attributes, type: "text", spellcheck: "false" });
    if (field.required) input.setAttribute("aria-required", "true");
    // A row is found by its key: another key is another row.
    const fixed = Boolean(row.before) && schema.key.includes(name);
    if (fixed) input.toggleAttribute("disabled", true);
    const problem = el("p", { class: "problem", id: `${id}-problem` });
    const before = el("p", { class: "before", hidden: true });
    input.addEventListener(listed ? "change" : "input", () => {
      if (!row.after) return;
      touched.add(name);
      row.after[name] = readText(input.value);
      changed(name);
    });
    input.addEventListener("blur", () => {
      touched.add(name);
    });
    const label = names.columns[name] ?? name;
    el(
      "div",
      { class: long ? "field long" : "field", "data-column": name },
      el("label", { for: id }, label, ...(field.required ? [el("span", { class: "required", "aria-hidden": "true" }, " *")] : [])),
      el("p", { class: "hint", id: `${id}-hint` }, fixed ? _("The key of the row: it stays.") : (names.hints[row.table]?.[name] ?? "")),
      input,
      before,
      problem,
    );
    return { field, input, problem, before, options: new Map() };
  }

  /** Lists follow the other rows of the draft and of this row. */
  function offer(part: Parts, now: Tables) {
    if (!(part.input instanceof HTMLSelectElement)) return;
    const cells = row.after ?? row.before ?? {};
    const options = listOptions(now, row.table, part.field.name, cells, currentLanguage()) ?? [];
    const cell = cells[part.field.name];
    if (!options.some(({ value }) => value === cell) && cell) options.unshift({ value: cell, text: cell });
    const texts = new Map(options.map(({ value, text }) => [value, text]));
    if (JSON.stringify([...texts]) !== JSON.stringify([...part.options]) || !part.input.length)
      part.input.replaceChildren(...[{ value: "", text: "–" }, ...options].map(({ value, text }) => el("option", { value }, text)));
    part.options = texts;
    part.input.value = cell;
  }

  function describeState() {
    if (!row.before) return _("new row");
    return row.after ? "" : _("would be withdrawn");
  }

  return {
    element,
    fill() {
      for (const { field, input } of parts)
        if (!(input instanceof HTMLSelectElement)) input.value = (row.after ?? row.before ?? {})[field.name] ?? "";
    },
    update(now, problems, all) {
      setText(
        title,
        readKey(schema, row.after ?? row.before ?? {})
          .filter(Boolean)
          .join(", "),
      );
      setText(state, describeState());
      element.classList.toggle("withdrawn", !row.after);
      for (const part of parts) {
        const { field, input, problem, before } = part;
        offer(part, now);
        const rules = problems.filter(({ column }) => column === field.name).map(({ rule }) => rule);
        const shown = all || touched.has(field.name) || Boolean(row.before) ? rules : [];
        setText(problem, shown.join("; "));
        input.setAttribute("aria-invalid", String(shown.length > 0));
        const differs = Boolean(row.before && row.after && row.before[field.name] !== row.after[field.name]);
        before.hidden = !differs;
        const was = row.before?.[field.name] ?? "";
        setText(before, differs ? _("Before: {cell}", { cell: part.options.get(was) ?? (was || _("(empty)")) }) : "");
        input.closest(".field")?.classList.toggle("changed", differs);
        if (!(row.before && schema.key.includes(field.name))) input.toggleAttribute("disabled", !row.after);
      }
      const loose = problems.filter(({ column }) => !column).map(({ rule }) => el("li", {}, rule));
      whole.replaceChildren(...loose);
    },
    focusProblem() {
      const part = parts.find(({ input }) => input.getAttribute("aria-invalid") === "true");
      if (!part) return false;
      element.setAttribute("open", "");
      part.input.focus();
      part.input.scrollIntoView({ block: "center" });
      return true;
    },
  };
}

/** What is typed becomes a cell: one line, without half a character. */
const readText = (text: string) => text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\p{Cs}/gu, "\ufffd");
