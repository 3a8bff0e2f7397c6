/** The card of the row under the pointer or finger: text, in the place of the country's card. */
import { el } from "../ui/dom.ts";
import { describeRow } from "./row_text.ts";
import type { UserLayer } from "./layer_storage.ts";

const NEAR = 14;
const EDGE = 4;

/** @param find the row at a point, of the uppermost layer that has one */
export function showCards(map: L.Map, find: (point: L.Point) => { layer: UserLayer; at: number } | null) {
  const container = map.getContainer();
  const card = el("div", { class: "card user-card", role: "tooltip", hidden: true });
  container.append(card);
  let frame = 0;
  let last: L.Point | null = null;

  function show() {
    frame = 0;
    const found = last && find(last);
    card.hidden = !found;
    container.classList.toggle("over-user-layer", !!found);
    if (!found || !last) return;
    const { title, lines } = describeRow(found.layer, found.at);
    card.replaceChildren(el("strong", {}, title), ...lines.map((line) => el("span", {}, line)));
    const size = map.getSize();
    const left = last.x + NEAR + card.offsetWidth > size.x ? last.x - card.offsetWidth - NEAR : last.x + NEAR;
    const top = last.y + NEAR + card.offsetHeight > size.y ? last.y - card.offsetHeight - NEAR : last.y + NEAR;
    card.style.transform = `translate(${Math.max(EDGE, left)}px, ${Math.max(EDGE, top)}px)`;
  }
  const point = (event: L.LeafletMouseEvent) => {
    last = event.containerPoint;
    if (!frame) frame = requestAnimationFrame(show);
  };
  map.on("mousemove", point);
  map.on("click", point);
  map.on("mouseout movestart zoomstart", hide);
  function hide() {
    last = null;
    if (!frame) frame = requestAnimationFrame(show);
  }
  return { hide };
}
