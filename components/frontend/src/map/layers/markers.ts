/** Event markers: those of the year or on the date shown, and the one chosen; requests for help have a sign of their own. */
import { el, svgEl } from "../../ui/dom.ts";
import { longDate } from "../../ui/date_format.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas, AtlasEvent } from "../../core/atlas.ts";
import type { Theme } from "../theme.ts";
import type { ShapeEvents } from "../focusable_path.ts";
import { markersAt } from "../../core/shown_events.ts";

const CROWD_PIXELS = 20;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const ABOVE = 1000;

/** The sign of a request for help, for the map and the legend. */
export function drawRequestSign(width = 16) {
  const disc = svgEl("circle", { cx: 8, cy: 8, r: 7.2, class: "request-disc" });
  const call = svgEl("path", { d: "M8 3.8V8.8M8 11.6V12", class: "request-call" });
  return svgEl("svg", { width, height: 16, viewBox: `${8 - width / 2} 0 ${width} 16`, "aria-hidden": "true", class: "swatch" }, disc, call);
}

export function drawMarkers(map: L.Map, atlas: Atlas, theme: Theme, on: ShapeEvents) {
  const markers = new Map<string, L.Marker>();
  const bounds = map.options.maxBounds as L.LatLngBounds;
  const elementOf = (id: string) => markers.get(id)?.getElement();
  let shown: string[] = [];
  let drawn: AtlasEvent[] | null = null;
  for (const event of atlas.inTime) {
    if (event.lat === null || event.lon === null || !bounds.contains([event.lat, event.lon])) continue;
    const asked = event.finding !== "";
    const dot = el("span", { class: "dot" }, ...(asked ? [drawRequestSign()] : []));
    const icon = L.divIcon({ html: dot, className: `event-marker kind-${event.kind}${asked ? " asked" : ""}`, iconSize: [24, 24] });
    const marker = L.marker([event.lat, event.lon], { icon, pane: "markers", keyboard: true, zIndexOffset: asked ? ABOVE : 0 });
    marker.on("click keypress", (action) => {
      if (action.type === "keypress" && !["Enter", " "].includes((action as L.LeafletKeyboardEvent).originalEvent.key)) return;
      on.choose(event.id);
    });
    marker.on("mouseover mousemove", (pointer) => on.hover(event.id, pointer as L.LeafletMouseEvent));
    marker.on("mouseout", () => on.hover(null));
    marker.on("add", () => {
      const name = [`${longDate(event.start)}: ${event.title}`, event.finding].filter(Boolean).join(". ");
      marker.getElement()?.setAttribute("aria-label", name);
    });
    markers.set(event.id, marker);
  }

  /** Markers of one place gather around it, each a golden angle further, instead of on top. */
  function spread() {
    const crowds: Map<string, string[]> = new Map();
    for (const id of shown) {
      const marker = markers.get(id);
      if (!marker) continue;
      const at = map.latLngToLayerPoint(marker.getLatLng());
      const cell = `${Math.round(at.x / CROWD_PIXELS)},${Math.round(at.y / CROWD_PIXELS)}`;
      crowds.set(cell, [...(crowds.get(cell) ?? []), id]);
    }
    for (const crowd of crowds.values()) {
      crowd.forEach((id, place) => {
        const dot = elementOf(id)?.firstElementChild as HTMLElement | null | undefined;
        const reach = CROWD_PIXELS * 0.62 * Math.sqrt(place);
        const x = Math.cos(place * GOLDEN_ANGLE) * reach;
        const y = Math.sin(place * GOLDEN_ANGLE) * reach;
        if (dot) dot.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`;
      });
    }
  }

  function recolour() {
    for (const event of atlas.events) {
      elementOf(event.id)?.style.setProperty("--mark", theme.colours.event[event.kind].fill);
    }
  }

  theme.subscribe(recolour);
  map.on("zoomend", spread);
  return {
    /** The mark of the chosen event, in an array; empty where it has no place on the map. */
    chosen: (): Element[] => shown.flatMap((id) => elementOf(id) ?? []).filter((element) => element.classList.contains("chosen")),
    draw(view: View) {
      const events = markersAt(atlas, view);
      if (events !== drawn) {
        drawn = events;
        const wanted = events.map(({ id }) => id).filter((id) => markers.has(id));
        for (const id of shown) if (!wanted.includes(id)) markers.get(id)?.remove();
        for (const id of wanted) if (!shown.includes(id)) markers.get(id)?.addTo(map);
        shown = wanted;
        recolour();
        spread();
      }
      for (const id of shown) {
        const element = elementOf(id);
        element?.classList.toggle("chosen", id === view.event);
        element?.setAttribute("aria-current", String(id === view.event));
      }
    },
    /** Fade all but the requests for help where the legend's row of them is pointed at. */
    highlight(key: string | null) {
      for (const id of shown) {
        const element = elementOf(id);
        element?.classList.toggle("faded", key !== null && !element.classList.contains("asked"));
      }
    },
  };
}
