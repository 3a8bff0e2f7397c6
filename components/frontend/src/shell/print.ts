/** What a sheet of paper must be told: where the page came from, how wide it was on the screen, and which addresses it repeats. */

export function watchPrinting() {
  addEventListener("beforeprint", () => {
    const { style } = document.documentElement;
    const main = document.querySelector(".stMainBlockContainer");
    style.setProperty("--print-link", JSON.stringify(location.href));
    style.setProperty("--page-wide", String(main?.clientWidth ?? innerWidth));
    markRepeated(document);
  });
}

/** Mark the links whose address a later one has too: it is printed once, where a list of sources follows, in that. */
export function markRepeated(root: ParentNode) {
  const printed = new Set<string>();
  for (const link of [...root.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].reverse()) {
    link.toggleAttribute("data-repeated", printed.has(link.href));
    printed.add(link.href);
  }
}
