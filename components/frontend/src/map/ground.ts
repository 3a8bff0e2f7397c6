/** Water and relief: what lies under and over the fills and never depends on the date. */
import { addPaths, toFeatures } from "./shapes.ts";
import type { View } from "./view.ts";

const { L } = (window as any);
const CLOSE_ZOOM = 6.5;

export function drawWater(map: any, topology: any, theme: any) {
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
      const element = path.getElement();
      if (element) element.style.display = zoom >= rank ? "" : "none";
    }
  };
  theme.follow(recolour);
  map.on("zoomend", rerank);
  recolour();
  rerank();
}

/** @param paths in the same order */
function pair(features: any[], paths: Map<string, any>) {
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
export function drawRelief(map: any, images: any, folder: string) {
  const overlays: Map<string, any> = new Map();
  let visible = true;
  const follow = () => {
    const zoom = map.getZoom();
    for (const [name, image] of (Object.entries(images) as [string, any][])) {
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
    map.getPane("relief").style.opacity = zoom < CLOSE_ZOOM ? "1" : "0.6";
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
