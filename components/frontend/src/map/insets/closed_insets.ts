/** The insets that the visitor closed: kept in this browser. */

const STORAGE_KEY = "atlas-insets-closed";

export function readClosed(): Set<string> {
  try {
    return new Set((localStorage.getItem(STORAGE_KEY) ?? "").split(" ").filter(Boolean));
  } catch {
    return new Set();
  }
}

/** Keep them, unless the browser refuses to; then they stay closed as long as the page is open. */
export function writeClosed(closed: ReadonlySet<string>) {
  try {
    localStorage.setItem(STORAGE_KEY, [...closed].join(" "));
  } catch {
    // Nothing to be done, and nothing lost but the choice.
  }
}
