/** The link that leads a keyboard past the head of the page. */

const MAIN = ".stMain, main";
const MAP = ".st-key-atlas-map iframe";

export function followSkip(link: Element|null) {
  link?.addEventListener("click", (click) => {
    click.preventDefault();
    const frame = (document.querySelector(MAP) as HTMLIFrameElement|null);
    const map = (frame?.contentDocument?.querySelector(".leaflet-container") as HTMLElement|null|undefined);
    const main = (document.querySelector(MAIN) as HTMLElement|null);
    if (main && !map) main.tabIndex = -1;
    (map ?? main)?.focus();
  });
}
