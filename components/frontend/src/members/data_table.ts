/** The table behind a chart: folded away, complete, and made when it is first opened. */
import { el } from "../ui/dom.ts";

/** @param listRows cells, the first of a row naming it */
export function renderTable(title: string, columns: string[], listRows: () => (string | Node)[][]) {
  const body = el("tbody", {});
  const head = el("tr", {}, ...columns.map((name) => el("th", { scope: "col" }, name)));
  const table = el("table", {}, el("thead", {}, head), body);
  const scroll = el("div", { class: "scroll", role: "region", "aria-label": title, tabindex: "0" }, table);
  const fold = el("details", { class: "behind" }, el("summary", {}, title), scroll);
  fold.addEventListener("toggle", () => {
    if (!fold.open || body.childElementCount) return;
    body.append(
      ...listRows().map((cells) =>
        el("tr", {}, ...cells.map((cell, place) => (place ? el("td", {}, cell) : el("th", { scope: "row" }, cell)))),
      ),
    );
  });
  return fold;
}
