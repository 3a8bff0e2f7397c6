/** Reading out what a page has come to show, to those who do not see it change. */
import { el, setText } from "./dom.ts";

const regions: WeakMap<Element, HTMLElement> = new WeakMap();

/** Say it in a live region beside the host, which stays while the host is filled anew. */
export function announce(host: Element, text: string) {
  let region = regions.get(host);
  if (!region?.isConnected) {
    region = el("div", { class: "announced", role: "status" });
    host.after(region);
    regions.set(host, region);
  }
  setText(region, text);
}
