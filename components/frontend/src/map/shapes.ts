/** Turning TopoJSON into Leaflet layers. */

import { feature as toFeature } from "topojson-client";

const { L } = (window as any);

export const toFeatures = (topology: any, object: string) =>
  (toFeature(topology, topology.objects[object]) as any).features;

/** One Leaflet path a feature, by id, all drawn by one SVG renderer of the pane. */
export function addPaths(map: any, features: any[], pane: string, style: any): Map<string, any> {
  const renderer = L.svg({ pane, padding: 0.5 });
  const paths = new Map();
  for (const feature of features) {
    const layer = L.geoJSON(feature, { pane, renderer, style, smoothFactor: 0.8 });
    layer.addTo(map);
    const path = layer.getLayers()[0];
    if (path) paths.set(feature.properties?.id ?? String(paths.size), path);
  }
  return paths;
}

/** Set a style only where it differs from what is drawn; a path keeps its last style under `atlas`. */
export function restyle(path: any, style: Record<string, any>) {
  const last = path.atlasStyle;
  if (last) {
    let same = true;
    for (const key in style) if (last[key] !== style[key]) same = false;
    if (same) return false;
  }
  path.atlasStyle = style;
  path.setStyle(style);
  return true;
}
