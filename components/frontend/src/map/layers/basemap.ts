/** Water and relief: what lies under and over the fills and never depends on the date. */
import { addPaths, toFeatures } from "../topojson_layers.ts";
import type { View } from "../../core/view_state.ts";
import type { Theme } from "../theme.ts";
import type { Topology } from "topojson-specification";
import type { Shape, StyledPath } from "../topojson_layers.ts";

const CLOSE_ZOOM = 6.5;

/** An image of the relief: where it lies and from which zoom up to before which it is shown. */
export interface ReliefImage {
  file: string;
  bounds: L.LatLngBoundsLiteral;
  rank: number;
  until?: number;
}

export function drawWater(map: L.Map, topology: Topology, theme: Theme) {
  const lakes = toFeatures(topology, "lakes");
  const rivers = toFeatures(topology, "rivers");
  const ranked = [
    ...pair(lakes, addPaths(map, lakes, "water", { stroke: false, fillOpacity: 1, interactive: false })),
    ...pair(rivers, addPaths(map, rivers, "water", { fill: false, weight: 0.8, interactive: false })),
  ];
  const recolour = () => {
    for (const { path, line } of ranked) {
      const { lake, river } = theme.colours.base;
      path.setStyle(line ? { color: river.fill } : { fillColor: lake.fill });
    }
  };
  const rerank = () => {
    const zoom = map.getZoom();
    for (const { path, rank } of ranked) {
      const element = path.getElement() as SVGElement | undefined;
      if (element) element.style.display = zoom >= rank ? "" : "none";
    }
  };
  theme.subscribe(recolour);
  map.on("zoomend", rerank);
  recolour();
  rerank();
}

/** @param paths in the same order */
function pair(features: Shape[], paths: Map<string, StyledPath>) {
  return [...paths.values()].map((path, place) => ({
    path,
    rank: features[place].properties.rank,
    line: features[place].geometry.type.includes("Line"),
  }));
}

/**
 * Shading laid over the fills; a sharper image joins in when the camera is close enough for it.
 * @param images the relief document
 */
export function drawRelief(map: L.Map, images: Record<string, ReliefImage>, folder: string) {
  const pane = map.getPane("relief");
  const overlays = new Map<string, L.ImageOverlay>();
  let visible = true;
  const follow = () => {
    const zoom = map.getZoom();
    for (const [name, image] of Object.entries(images)) {
      const fits = zoom >= image.rank && (image.until === undefined || zoom < image.until);
      const near = visible && fits && map.getBounds().intersects(image.bounds);
      if (near && !overlays.has(name)) {
        const overlay = L.imageOverlay(folder + image.file, image.bounds, { pane: "relief", interactive: false, alt: "" });
        overlays.set(name, overlay.addTo(map));
      }
      const element = overlays.get(name)?.getElement();
      if (element) element.style.display = near ? "" : "none";
    }
    // Close up the shadows are large: they are kept from drowning the colours.
    if (pane) pane.style.opacity = zoom < CLOSE_ZOOM ? "1" : "0.6";
  };
  map.on("moveend", follow);
  follow();
  return {
    draw(view: View) {
      if (visible === view.layers.includes("relief")) return;
      visible = !visible;
      follow();
    },
  };
}
