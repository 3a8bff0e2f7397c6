/** Event markers: those of the year or on the date shown, and the one chosen; requests for help have a sign of their own. */
import { el, setAttributes, svgEl } from "../../ui/dom.ts";
import { longDate } from "../../ui/date_format.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas, AtlasEvent } from "../../core/atlas.ts";
import type { Theme } from "../theme.ts";
import type { ShapeEvents } from "../focusable_path.ts";
import { eventOf } from "../../core/snapshot.ts";
import { markersAt } from "../../core/shown_events.ts";

const ABOVE = 1000;

/** What events are marked alike; all others are words and acts. */
const SIGNS: Record<string, string> = { conflict: "violence", crisis: "violence", deployment: "forces", drill: "forces", arms: "forces" };

/** The sign of an event on the map: a request for help has one of its own. */
export const signOf = ({ kind, finding }: AtlasEvent) => (finding ? "request" : (SIGNS[kind] ?? "acts"));

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

  /** Move markers of one place apart; a deferred script knows how. */
  let layOut: (map: L.Map, markers: L.Marker[]) => void = () => {};
  const spread = () =>
    layOut(
      map,
      shown.flatMap((id) => markers.get(id) ?? []),
    );

  const colour = (id: string) => elementOf(id)?.style.setProperty("--mark", theme.colours.event[eventOf(atlas, id).kind].fill);

  theme.subscribe(() => shown.forEach(colour));
  map.on("zoomend", spread);
  return {
    /** @param how from now on markers are moved apart so */
    arrange(how: typeof layOut) {
      layOut = how;
      spread();
    },
    /** The mark of the chosen event, in an array; empty where it has no place on the map. */
    chosen: (): Element[] => shown.flatMap((id) => elementOf(id) ?? []).filter((element) => element.classList.contains("chosen")),
    draw(view: View) {
      const events = markersAt(atlas, view);
      if (events !== drawn) {
        drawn = events;
        const wanted = events.map(({ id }) => id).filter((id) => markers.has(id));
        for (const id of shown) if (!wanted.includes(id)) markers.get(id)?.remove();
        for (const id of wanted) {
          if (shown.includes(id)) continue;
          markers.get(id)?.addTo(map);
          colour(id);
        }
        shown = wanted;
        spread();
      }
      for (const id of shown) {
        const element = elementOf(id);
        element?.classList.toggle("chosen", id === view.event);
        setAttributes(element, { "aria-current": id === view.event });
      }
    },
    /** Fade all but the events with a sign where the legend's row of it is pointed at. */
    highlight(key: string | null) {
      for (const id of shown) {
        const element = elementOf(id);
        element?.classList.toggle("faded", key !== null && signOf(eventOf(atlas, id)) !== key);
      }
    },
  };
}
