/** The map on paper: in light colours, and as large as its sheet, whatever it is on the screen. */
import type { Theme } from "./theme.ts";

export function preparePrinting(theme: Theme) {
  const page = window.parent;
  const root = page.document.documentElement;
  let shown = "";
  const before = () => {
    root.style.setProperty("--map-wide", String(window.innerWidth));
    root.style.setProperty("--map-high", String(window.innerHeight));
    root.toggleAttribute("data-wide-map", window.innerWidth > window.innerHeight);
    shown = theme.name;
    if (shown === "dark") theme.set("light");
  };
  const after = () => {
    if (shown === "dark") theme.set("dark");
    shown = "";
  };
  page.addEventListener("beforeprint", before);
  page.addEventListener("afterprint", after);
  window.addEventListener("pagehide", () => {
    page.removeEventListener("beforeprint", before);
    page.removeEventListener("afterprint", after);
  });
}
