/** Light or dark: the reader's choice for the atlas on this device, else that of the system. */
import { createColorScheme } from "../shell/color_scheme.ts";

/** Follow the system, and a button that overrules it. */
export function watchColorScheme(button: HTMLElement | null, changed: () => void) {
  const scheme = createColorScheme((shown) => {
    document.documentElement.dataset.scheme = shown;
    changed();
  });
  button?.addEventListener("click", scheme.next);
}
