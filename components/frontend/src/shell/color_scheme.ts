/** Light, dark, or as the system has it: the reader's choice, stored on this device, for the app and the static atlas. */

const STORAGE_KEY = "atlas-scheme";
const DARK = "(prefers-color-scheme: dark)";

export type Scheme = "light" | "dark";

const system = window.matchMedia(DARK);
const readSystem = (): Scheme => (system.matches ? "dark" : "light");

/** What was chosen on this device; empty for the system's. A browser that keeps nothing has no choice. */
function readChoice(): Scheme | "" {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return kept === "light" || kept === "dark" ? kept : "";
  } catch {
    return "";
  }
}

/** The next choice of a button: first the other scheme, then that of the system as a choice, then the system's. */
function findNextScheme(chosen: Scheme | "", now: Scheme): Scheme | "" {
  const other = now === "dark" ? "light" : "dark";
  if (!chosen) return other;
  return chosen === other ? now : "";
}

/** @param changed the scheme to show, and what was chosen; told at once and with each change */
export function createColorScheme(changed: (scheme: Scheme, chosen: Scheme | "") => void) {
  let chosen = readChoice();
  const show = () => changed(chosen || readSystem(), chosen);
  system.addEventListener("change", show);
  show();
  return {
    chosen: () => chosen,
    /** Choose the next scheme, and keep it. */
    next() {
      chosen = findNextScheme(chosen, readSystem());
      try {
        localStorage.setItem(STORAGE_KEY, chosen);
      } catch {
        // Kept for this page only.
      }
      show();
    },
  };
}

/**
 * Let Streamlit follow the reader's choice: it asks the browser for the system's scheme and listens for a change,
 * so it gets the choice as an answer. To be done before its scripts run.
 */
export function applyColorScheme() {
  const ask = window.matchMedia.bind(window);
  const answer = new EventTarget();
  let dark = false;
  Object.defineProperties(answer, { matches: { get: () => dark }, media: { value: DARK } });
  window.matchMedia = (query) => (query === DARK ? (answer as MediaQueryList) : ask(query));
  return createColorScheme((scheme, chosen) => {
    dark = scheme === "dark";
    document.documentElement.dataset.scheme = chosen;
    answer.dispatchEvent(new MediaQueryListEvent("change", { matches: dark, media: DARK }));
  });
}

/** Let a button of the page go through the schemes. */
export function watchSchemeButton(button: HTMLElement | null, scheme: ReturnType<typeof createColorScheme>) {
  button?.addEventListener("click", () => {
    scheme.next();
    for (const name of ["title", "aria-label"]) button.setAttribute(name, button.dataset[scheme.chosen() || "auto"] ?? "");
  });
}
