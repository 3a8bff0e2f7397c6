/** Positions of troops: a mark where they are said to stand, and a ring as wide as the place is not known. */
import { svgEl } from "../../ui/dom.ts";
import { restyle } from "../topojson_layers.ts";
import { positionsAt } from "../../core/snapshot.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Theme } from "../theme.ts";
import type { ShapeEvents } from "../focusable_path.ts";

const CLOSE_ZOOM = 6.5;
const PANE = "positions";

/** The sign of a position, for the map and the legend. */
export function drawPositionMark(width = 16) {
  const sign = svgEl("path", { d: "M8 2.2L14 13H2Z", class: "position-sign" });
  return svgEl("svg", { width, height: 16, viewBox: `${8 - width / 2} 0 ${width} 16`, "aria-hidden": "true", class: "swatch" }, sign);
}

/** @param on `choose` gets the zone of a position, whose panel tells of it; `hover` its own id */
export function drawPositions(map: L.Map, atlas: Atlas, theme: Theme, on: ShapeEvents) {
  const renderer = L.svg({ pane: PANE, padding: 0.5 });
  const all = atlas.positions.map((position) => {
    const at: L.LatLngTuple = [position.lat, position.lon];
    const ring = L.circle(at, {
      radius: position.km * 1000,
      pane: PANE,
      renderer,
      interactive: false,
      fill: false,
      weight: 1,
      dashArray: "2 3",
    });
    const icon = L.divIcon({ html: drawPositionMark() as unknown as HTMLElement, className: "position-marker", iconSize: [16, 16] });
    // Not in the order of tabs: the zone beside it is, and its panel says all of this.
    const marker = L.marker(at, { icon, pane: PANE, keyboard: false, alt: position.place });
    marker.on("click", () => on.choose(position.zone));
    marker.on("mouseover mousemove", (event) => on.hover(position.id, event as L.LeafletMouseEvent));
    marker.on("mouseout", () => on.hover(null));
    return { position, ring, marker };
  });
  let shown = new Set<string>();

  return {
    draw(view: View) {
      const wanted = new Set(positionsAt(atlas, view).map(({ id }) => id));
      const { line } = theme.colours.zone.held;
      const close = map.getZoom() >= CLOSE_ZOOM;
      for (const { position, ring, marker } of all) {
        for (const part of [ring, marker]) {
          if (wanted.has(position.id) && !shown.has(position.id)) part.addTo(map);
          if (!wanted.has(position.id) && shown.has(position.id)) part.remove();
        }
        if (!wanted.has(position.id)) continue;
        restyle(ring, { color: line });
        const element = marker.getElement();
        element?.classList.toggle("small", !close);
        element?.style.setProperty("--mark", line);
      }
      shown = wanted;
    },
    highlight(key: string | null) {
      map.getPane(PANE)?.classList.toggle("faded", key !== null && key !== "position");
    },
  };
}
