/** Light or dark: the reader's choice on this page, else that of the system. */

const STORAGE_KEY = "atlas-scheme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

/** The reader's own choice; a browser that keeps nothing has none. */
function readChoice(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}

function keepChoice(scheme: string) {
  try {
    localStorage.setItem(STORAGE_KEY, scheme);
  } catch {
    // Kept for this page only.
  }
}

/** Follow the system, and a button that overrules it. */
export function watchColorScheme(button: HTMLElement | null, changed: () => void) {
  let chosen = readChoice();
  const show = () => {
    const scheme = chosen || (system.matches ? "dark" : "light");
    document.documentElement.dataset.scheme = scheme;
    changed();
    return scheme;
  };
  button?.addEventListener("click", () => {
    chosen = document.documentElement.dataset.scheme === "dark" ? "light" : "dark";
    keepChoice(chosen);
    show();
  });
  system.addEventListener("change", show);
  show();
}
