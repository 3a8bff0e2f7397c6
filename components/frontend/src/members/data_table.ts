/** The table behind a chart: folded away, complete, and made when it is first opened. */
import { make } from "../ui/dom.ts";

/** @param listRows cells, the first of a row naming it */
export function renderTable(title: string, columns: string[], listRows: () => (string | Node)[][]) {
  const body = make("tbody", {});
  const head = make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)));
  const table = make("table", {}, make("thead", {}, head), body);
  const scroll = make("div", { class: "scroll", role: "region", "aria-label": title, tabindex: "0" }, table);
  const fold = make("details", { class: "behind" }, make("summary", {}, title), scroll);
  fold.addEventListener("toggle", () => {
    if (!fold.open || body.childElementCount) return;
    body.append(
      ...listRows().map((cells) =>
        make("tr", {}, ...cells.map((cell, place) => (place ? make("td", {}, cell) : make("th", { scope: "row" }, cell)))),
      ),
    );
  });
  return fold;
}
