/**
 * The values of a chart one by one, for whoever cannot point: the rows of the table behind it, read
 * out under the chart's title as the arrow keys move. What a chart shows has one home, that table.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

/** rows `from` up to before `to` of a table */
export type Reads = { table: string; from: number; to: number };

/** The table of a name, with its rows. */
function findRows({ table, from, to }: Reads): { heads: string[]; rows: Element[] } {
  const found = [...document.querySelectorAll("table[data-table]")].find((each) => (each as HTMLElement).dataset.table === table);
  const heads = [...(found?.querySelectorAll("thead tr > *") ?? [])].map((cell) => cell.textContent ?? "");
  return { heads, rows: [...(found?.querySelectorAll("tbody tr") ?? [])].slice(from, to) };
}

/** A row in words: its name, then each value with the head of its column. */
function formatRow(heads: string[], row: Element) {
  const [name, ...values] = [...row.children].map((cell) => cell.textContent ?? "");
  return [name, values.map((value, place) => `${heads[place + 1]}: ${value}`).join(" · ")];
}

/**
 * A stop for the keyboard that steps through the values of a chart.
 * @param title of the chart
 */
export function makeReader(title: string, reads: Reads) {
  const advice = _("Use the arrow keys to read the values one by one.");
  const reader = el("p", {
    class: "reader",
    tabindex: "0",
    role: "slider",
    "aria-label": title,
    "aria-valuemin": "1",
    "aria-valuemax": String(reads.to - reads.from),
    "aria-valuenow": "1",
    "aria-valuetext": advice,
  });
  let at = -1;

  function go(wanted: number) {
    const { heads, rows } = findRows(reads);
    if (!rows.length) return;
    at = Math.min(rows.length - 1, Math.max(0, wanted));
    const [name, values] = formatRow(heads, rows[at]);
    reader.setAttribute("aria-valuenow", String(at + 1));
    reader.setAttribute("aria-valuetext", `${name}. ${values}`);
    reader.replaceChildren(el("strong", {}, name), ` ${values}`);
  }

  const keys: Record<string, () => number> = {
    ArrowRight: () => at + 1,
    ArrowDown: () => at + 1,
    ArrowLeft: () => at - 1,
    ArrowUp: () => at - 1,
    Home: () => 0,
    End: () => reads.to - reads.from - 1,
  };
  // Said to whoever comes by the keyboard; five times over the page it would be noise.
  reader.addEventListener("focus", () => at < 0 && reader.replaceChildren(advice));
  reader.addEventListener("blur", () => at < 0 && reader.replaceChildren());
  reader.addEventListener("keydown", (event) => {
    const step = keys[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(step());
  });
  return reader;
}
