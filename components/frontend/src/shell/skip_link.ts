/** The link that leads a keyboard past the head of the page. */

const MAIN = ".stMain, main";
const MAP = ".st-key-atlas-map iframe";

export function watchSkipLink(link: Element | null) {
  link?.addEventListener("click", (click) => {
    click.preventDefault();
    const frame = document.querySelector<HTMLIFrameElement>(MAP);
    const map = frame?.contentDocument?.querySelector<HTMLElement>(".leaflet-container");
    const main = document.querySelector<HTMLElement>(MAIN);
    if (main && !map) main.tabIndex = -1;
    (map ?? main)?.focus();
  });
}
