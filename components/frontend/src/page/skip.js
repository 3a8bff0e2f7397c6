// @ts-check
/** The link that leads a keyboard past the head of the page. */

const MAIN = ".stMain, main";
const MAP = ".st-key-atlas-map iframe";

/** @param {Element|null} link */
export function followSkip(link) {
  link?.addEventListener("click", (click) => {
    click.preventDefault();
    const frame = /** @type {HTMLIFrameElement|null} */ (document.querySelector(MAP));
    const map = /** @type {HTMLElement|null|undefined} */ (frame?.contentDocument?.querySelector(".leaflet-container"));
    const main = /** @type {HTMLElement|null} */ (document.querySelector(MAIN));
    if (main && !map) main.tabIndex = -1;
    (map ?? main)?.focus();
  });
}
