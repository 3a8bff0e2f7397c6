/** What every panel is built of: links that the map follows, links to other pages, titled lists. */
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { linkPage } from "../ui/page_link.ts";
import type { MapHandle } from "../core/map_handle.ts";
import type { EventRef } from "../core/record.ts";

/** The map's side of the page. */
export function findMap(): MapHandle | null {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(".st-key-atlas-map iframe")) {
    const atlas = frame.contentWindow?.atlas;
    if (atlas) return atlas;
  }
  return null;
}

export function link(text: string, act: (atlas: MapHandle) => void) {
  const button = el("button", { type: "button", class: "link" }, text);
  button.addEventListener("click", () => {
    const map = findMap();
    if (map) act(map);
  });
  return button;
}

/**
 * A link to a view, followed by the map of this page; with a key held, or without a map, as any link.
 * Where the map is above the panel it comes into sight.
 */
export function followOnMap(anchor: HTMLAnchorElement, act: (atlas: MapHandle) => void) {
  anchor.addEventListener("click", (click) => {
    const map = findMap();
    if (!map || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    act(map);
    const frame = map.map.getContainer().ownerDocument.defaultView?.frameElement;
    if (frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
}

/** The page that says more, in the view of the panel. */
export const renderMore = (page: "events" | "members", view: Record<string, string>, text: string) =>
  el("p", { class: "more" }, linkPage(page, view, text));

export const eventLink = (event: EventRef) => link(event.title, (atlas) => atlas.chooseEvent(event.id));

export const renderPartyTo = (event: EventRef) =>
  el("li", {}, eventLink(event), el("span", { class: "cite" }, dateRange(event.date_start, event.date_end)));

/** A titled list; without rows, the sentence that says so, or nothing. */
export function section(title: string, rows: Node[], otherwise?: string) {
  if (!rows.length && !otherwise) return [];
  const body = rows.length ? el("ul", { class: "rows" }, ...rows) : el("p", { class: "none" }, otherwise ?? "");
  return [el("h2", {}, title), body];
}
