/** Moving through the cells of the matrix with the keyboard: one stop for the tab, arrows inside. */

export function moveByKeys(frame: HTMLElement) {
  frame.addEventListener("keydown", (event) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest("td")?.querySelector("a[data-cell]") : null;
    const next = cell && findNext(frame, cell as HTMLElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  frame.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.dataset.cell) return;
    for (const other of frame.querySelectorAll("a[data-cell][tabindex='0']")) other.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
  });
}

function findNext(frame: HTMLElement, cell: HTMLElement, key: string): HTMLElement | null {
  const rows = [...frame.querySelectorAll("tbody tr")]
    .map((row) => [...row.querySelectorAll("a[data-cell]")] as HTMLElement[])
    .filter((row) => row.length);
  const down = rows.findIndex((row) => row.includes(cell));
  const across = rows[down].indexOf(cell);
  switch (key) {
    case "ArrowRight":
      return rows[down][across + 1] ?? null;
    case "ArrowLeft":
      return rows[down][across - 1] ?? null;
    case "ArrowDown":
      return rows[down + 1]?.[across] ?? null;
    case "ArrowUp":
      return rows[down - 1]?.[across] ?? null;
    case "Home":
      return rows[down][0];
    case "End":
      return rows[down][rows[down].length - 1];
    default:
      return null;
  }
}
