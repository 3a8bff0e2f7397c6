/** The map alone, in a frame of somebody else's page: fewer tools, and the way to the whole atlas. */
import { gettext as _ } from "../i18n/gettext.ts";
import { withLanguage } from "../core/view_state.ts";
import { el } from "../ui/dom.ts";
import { reportHeight } from "./embed_height.ts";
import type { Store } from "../core/store.ts";

const HANDLERS = ["dragging", "touchZoom", "doubleClickZoom", "scrollWheelZoom", "boxZoom", "keyboard"] as const;

/** How long a reader is told how to move the map, in milliseconds. */
const TOLD = 2500;

/** How the page wants its map: `1` live, `frozen` at one view, or not embedded. */
export const readEmbed = (address: Location) => new URLSearchParams(address.search).get("embed");

/**
 * Whether the map is embedded in any way; how it looks then is the style sheet's.
 * @param address of the page around the map
 */
export function markEmbedded(address: Location) {
  const embed = readEmbed(address);
  const root = document.documentElement;
  root.classList.toggle("embedded", embed === "1" || embed === "frozen");
  root.classList.toggle("frozen", embed === "frozen");
  return embed !== null;
}

/**
 * Let the page around scroll where a wheel or a finger is over its map: the map takes two fingers, and the
 * wheel with Ctrl, and says so when it is tried otherwise.
 */
function shareScrolling(map: L.Map, notify: (text: string, milliseconds: number) => void) {
  const container = map.getContainer();
  const isOnMap = ({ target }: Event) => target instanceof Node && container.contains(target);
  const within = { capture: true, passive: true };
  container.style.touchAction = "pan-x pan-y";
  const wheel = (turn: WheelEvent) => {
    if (turn.ctrlKey || turn.metaKey) return;
    turn.stopImmediatePropagation();
    const key = /Mac/.test(navigator.userAgent) ? "⌘" : "Ctrl";
    if (isOnMap(turn)) notify(_("To zoom, hold {key} and turn the wheel.", { key }), TOLD);
  };
  document.addEventListener("wheel", wheel, within);
  document.addEventListener("touchstart", ({ touches }) => map.dragging[touches.length > 1 ? "enable" : "disable"](), within);
  const move = (touch: TouchEvent) => {
    if (touch.touches.length > 1) touch.preventDefault();
    else if (touch.target instanceof Element && !touch.target.closest(".overlay") && isOnMap(touch))
      notify(_("Move the map with two fingers."), TOLD);
  };
  document.addEventListener("touchmove", move, { capture: true, passive: false });
}

/**
 * Make a map that is marked so one of somebody else's page.
 * @param page the page around the map
 * @param link the address of the view
 * @param notify shows a short notice
 */
export function applyEmbedMode(
  map: L.Map,
  store: Store,
  page: Window,
  link: () => string,
  notify: (text: string, milliseconds: number) => void,
) {
  const { classList } = document.documentElement;
  if (!classList.contains("embedded")) return;
  if (classList.contains("frozen")) for (const name of HANDLERS) map[name]?.disable();
  else if (page.parent !== page) {
    shareScrolling(map, notify);
    reportHeight(map.getContainer(), page);
  }
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
