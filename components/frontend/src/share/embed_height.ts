/** A live embed tells the page around it how high it would like to be: by a message that holds a number and nothing else. */

/** Public: pages of others listen for it (docs/embedding.md). */
export const HEIGHT = "csto-stance-atlas:height";

/** What of the map's frame stands one below another, and takes height from the map itself. */
const FURNITURE = [".headline", ".legend", ".slider", ".credit"];
/** The map that is left between them, by the width of the frame, and within which bounds, in CSS pixels. */
const SHARE = 0.5;
const LEAST = 240;
const MOST = 640;
const GAPS = 56;

/**
 * Report the height at which nothing lies over the subject of the map, at first and whenever it grows. At one width it
 * never shrinks: what a frame is given may not change what it asks for.
 * @param page the page of the embed, which others may frame
 */
export function reportHeight(container: HTMLElement, page: Window) {
  const { tell } = page.atlasPage?.stage ?? {};
  if (page.parent === page || !tell) return;
  let width = 0;
  let told = 0;
  const report = () => {
    const parts = FURNITURE.map((name) => container.querySelector<HTMLElement>(name)?.offsetHeight ?? 0);
    const map = Math.min(Math.max(container.offsetWidth * SHARE, LEAST), MOST);
    const height = Math.ceil(parts.reduce((sum, part) => sum + part, map + GAPS));
    if (container.offsetWidth === width && height <= told) return;
    width = container.offsetWidth;
    if (!width) return;
    told = height;
    tell({ type: HEIGHT, height }, findOrigin(page));
  };
  const observer = new ResizeObserver(report);
  for (const part of [container, ...FURNITURE.flatMap((name) => [...container.querySelectorAll(name)])]) observer.observe(part);
}

/**
 * The origin of the page around, if the browser tells: the message is for it alone. Any page may have it where it does
 * not (no referrer, a sandbox, `srcdoc`): it says nothing of the reader or the view.
 */
export function findOrigin(page: Window) {
  const [above] = page.location.ancestorOrigins ?? [];
  const { referrer } = page.document;
  const told = above ?? (referrer && new URL(referrer).origin);
  return told && told !== "null" && told !== page.location.origin ? told : "*";
}
