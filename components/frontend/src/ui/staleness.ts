/** A part of a page that belongs to another view than the map's says so while the server is away. */
import { el } from "./dom.ts";

const VIEW = "atlas:view";
const STATE = "atlas:connection";

const followed: WeakMap<Element, () => void> = new WeakMap();

/**
 * Mark a part whenever it is left behind; drawn anew, it begins unmarked.
 * @param describe what it is of, when that is not the view shown; else nothing
 */
export function watchStaleness(host: HTMLElement, describe: () => string) {
  const mark = () => {
    if (!host.isConnected) return end();
    const shown = host.querySelector(":scope > .stale");
    // Between a choice and its answer every part is left behind for a moment: no word of that.
    const away = ["lost", "silent"].includes(document.documentElement.dataset.connection ?? "");
    const text = away || shown ? describe() : "";
    if (!text) shown?.remove();
    else if (!shown) host.prepend(el("p", { class: "stale", role: "status" }, text));
  };
  const end = () => {
    for (const kind of [VIEW, STATE]) window.removeEventListener(kind, mark);
  };
  followed.get(host)?.();
  followed.set(host, end);
  for (const kind of [VIEW, STATE]) window.addEventListener(kind, mark);
}
