// @ts-check
/** Turning TopoJSON into Leaflet layers. */

import { feature as toFeature } from "topojson-client";

const { L } = /** @type {any} */ (window);

/** @param {any} topology @param {string} object */
export const toFeatures = (topology, object) =>
  /** @type {any} */ (toFeature(topology, topology.objects[object])).features;

/**
 * One Leaflet path a feature, by id, all drawn by one SVG renderer of the pane.
 * @param {any} map @param {any[]} features @param {string} pane @param {any} style
 * @returns {Map<string, any>}
 */
export function addPaths(map, features, pane, style) {
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

/**
 * Set a style only where it differs from what is drawn; a path keeps its last style under `atlas`.
 * @param {any} path @param {Record<string, any>} style
 */
export function restyle(path, style) {
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
