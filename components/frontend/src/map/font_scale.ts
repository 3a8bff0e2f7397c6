/** The size of type in the map's frame: that of the page around it, as long as both live. */

const LARGER = 1.25;

/** How much larger than usual the map's overlays and labels are. */
export const typeScale = () => (document.documentElement.dataset.type === "large" ? LARGER : 1);

export function watchPageFontScale(changed: () => void) {
  const page = window.parent.document.documentElement;
  const read = () => {
    document.documentElement.dataset.type = page.dataset.type ?? "";
    changed();
  };
  const observer = new MutationObserver(read);
  observer.observe(page, { attributes: true, attributeFilter: ["data-type"] });
  window.addEventListener("pagehide", () => observer.disconnect());
  read();
}
