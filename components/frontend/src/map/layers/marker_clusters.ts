/**
 * Markers where they are many: two or three of one place stand side by side, more are one sign with their number, which
 * opens into a ring around it and closes again. Leader lines tie the marks to their places.
 */
import { gettext as _, ngettext } from "../../i18n/gettext.ts";
import { el, setText } from "../../ui/dom.ts";
import { FINGER_GAP, GAP, MOST_IN_RING, findCrowds, layOutCrowd } from "./marker_layout.ts";
import type { Crowd, Spot } from "./marker_layout.ts";

/** Above single marks, below those that stand on an opened ring. */
const ABOVE = 2000;
const OPENED = 4000;
const SIZE = 28;

export function createClusters(map: L.Map) {
  const finger = matchMedia("(pointer: coarse)");
  /** Signs in use and not, so that a step in time makes none. */
  const hubs: L.Marker[] = [];
  let crowded: { key: string; marks: HTMLElement[] }[] = [];
  let last: L.Marker[] = [];
  let opened = "";

  function makeHub(place: number) {
    const icon = L.divIcon({ html: el("span", { class: "count" }), className: "event-cluster", iconSize: [SIZE, SIZE] });
    const hub = L.marker([0, 0], { icon, pane: "markers", keyboard: true });
    hub.on("click keypress", (action) => {
      if (action.type === "keypress" && !["Enter", " "].includes((action as L.LeafletKeyboardEvent).originalEvent.key)) return;
      const { key } = crowded[place];
      open(opened === key ? "" : key);
    });
    return hub;
  }

  function open(key: string) {
    opened = key;
    spread(map, last);
  }

  function drawHub(place: number, { x, y, members }: Crowd, marks: HTMLElement[], isOpen: boolean) {
    const hub = (hubs[place] ??= makeHub(place));
    hub.setLatLng(map.layerPointToLatLng([x, y]));
    if (!map.hasLayer(hub)) hub.addTo(map);
    hub.setZIndexOffset(isOpen ? OPENED - 1 : ABOVE);
    const sign = hub.getElement();
    if (!sign) return;
    const asked = marks.filter((mark) => mark.classList.contains("asked")).length;
    sign.classList.toggle("asked", asked > 0);
    sign.setAttribute("role", "button");
    sign.setAttribute("aria-expanded", String(isOpen));
    const events = ngettext("{count} event at one place", "{count} events at one place", members.length);
    const requests = asked ? ngettext("{count} request for help among them", "{count} requests for help among them", asked) : "";
    sign.setAttribute("aria-label", [events, requests].filter(Boolean).join(", "));
    sign.title = isOpen ? _("Close") : "";
    setText(sign.firstElementChild ?? sign, isOpen ? "×" : String(members.length));
    // From the sign the next stops of the keyboard are the marks that it opened.
    if (isOpen && sign.nextElementSibling !== marks[0]) {
      const isFocused = document.activeElement === sign;
      marks[0].before(sign);
      if (isFocused) sign.focus();
    }
  }

  function spread(_map: L.Map, markers: L.Marker[]) {
    last = markers;
    const gap = finger.matches ? FINGER_GAP : GAP;
    const points = markers.map((marker) => map.latLngToLayerPoint(marker.getLatLng()));
    const marks = markers.map((marker) => marker.getElement() as HTMLElement);
    const keyOf = ({ members }: Crowd) => members.map((member) => marks[member].getAttribute("aria-label")).join();
    const crowds = findCrowds(points, gap);
    const large = crowds.filter(({ members }) => members.length > MOST_IN_RING);
    crowded = large.map((crowd) => ({ key: keyOf(crowd), marks: crowd.members.map((member) => marks[member]) }));
    if (!crowded.some(({ key }) => key === opened)) opened = "";
    for (const crowd of crowds) {
      const isLarge = crowd.members.length > MOST_IN_RING;
      const isOpen = isLarge && crowded[large.indexOf(crowd)].key === opened;
      if (isLarge) drawHub(large.indexOf(crowd), crowd, crowded[large.indexOf(crowd)].marks, isOpen);
      const spots = layOutCrowd(crowd, points, gap);
      for (const member of crowd.members) {
        marks[member].classList.toggle("gathered", isLarge && !isOpen);
        const asked = marks[member].classList.contains("asked");
        markers[member].setZIndexOffset(isOpen ? OPENED : asked ? ABOVE / 2 : 0);
        moveMark(marks[member], points[member], spots.get(member) ?? points[member]);
      }
    }
    for (const hub of hubs.slice(large.length)) hub.remove();
    highlight();
  }

  /** A sign is faded where all its marks are. */
  function highlight() {
    crowded.forEach(({ marks }, place) => {
      const isFaded = marks.every((mark) => mark.classList.contains("faded"));
      hubs[place].getElement()?.classList.toggle("faded", isFaded);
    });
  }

  const close = () => opened && open("");
  map.on("click", close);
  map.getContainer().addEventListener("keydown", ({ key }) => key === "Escape" && close());
  finger.addEventListener("change", () => spread(map, last));
  /** The signs, which names keep clear of. */
  const signs = () => crowded.flatMap((_crowd, place) => hubs[place].getElement() ?? []);
  return { spread, highlight, signs };
}

/** Move a mark to its spot, and draw the line that leads to it. */
function moveMark(icon: HTMLElement, from: Spot, to: Spot) {
  const dot = icon.querySelector<HTMLElement>(".dot");
  if (!dot) return;
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down);
  dot.style.translate = `${across.toFixed(1)}px ${down.toFixed(1)}px`;
  let line = icon.querySelector<HTMLElement>(".leader");
  if (!line) icon.prepend((line = el("span", { class: "leader" })));
  line.hidden = length < 1;
  line.style.width = `${length.toFixed(1)}px`;
  line.style.rotate = `${Math.atan2(down, across).toFixed(3)}rad`;
}
