/** The map alone, in a frame of somebody else's page: fewer tools, and the way to the whole atlas. */
import { gettext as _ } from "../i18n/gettext.ts";
import { withLanguage } from "../core/view_state.ts";
import { el } from "../ui/dom.ts";
import type { Store } from "../core/store.ts";

const HANDLERS = ["dragging", "touchZoom", "doubleClickZoom", "scrollWheelZoom", "boxZoom", "keyboard"] as const;

/** How the page wants its map: `1` live, `frozen` at one view, or not embedded. */
export const readEmbed = (address: Location) => new URLSearchParams(address.search).get("embed");

/**
 * @param page the page around the map
 * @param link the address of the view
 */
export function applyEmbedMode(map: L.Map, store: Store, page: Window, link: () => string) {
  const embed = readEmbed(page.location);
  if (embed !== "1" && embed !== "frozen") return;
  const root = document.documentElement;
  root.classList.add("embedded");
  root.classList.toggle("frozen", embed === "frozen");
  if (embed === "frozen") for (const name of HANDLERS) map[name]?.disable();
  const whole = el("a", { class: "overlay whole", target: "_blank", rel: "noopener" }, _("Open in the CSTO Stance Atlas"));
  const follow = () => {
    whole.href = leaveFrame(link());
  };
  store.subscribe(follow);
  follow();
  map.getContainer().append(whole);
}

/** The address of the same view in the atlas itself. */
export function leaveFrame(address: string) {
  const [path, query = ""] = address.split("?");
  const rest = query.split("&").filter((pair) => pair && !pair.startsWith("embed="));
  return `${path}?${withLanguage(rest.join("&"))}`;
}
