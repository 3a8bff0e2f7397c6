// @ts-check
/** The shapes of the small maps, fetched once for the page and projected once. */
import { feature as toFeature } from "topojson-client";
import { fetchJson } from "../document/fetching.js";
import { drawRings, project } from "./projection.js";

/**
 * @typedef {{id: string|null, path: string}} Shape
 * @typedef {{shapes: Shape[], centres: Map<string, [number, number]>}} Ground centres in pixels
 */

/** @type {Promise<Ground>|null} */
let kept = null;

/** @param {{countries: string, labels: string}} addresses */
export function loadGround(addresses) {
  kept ??= readGround(addresses).catch((error) => {
    kept = null;
    throw error;
  });
  return kept;
}

/** @param {{countries: string, labels: string}} addresses @returns {Promise<Ground>} */
async function readGround(addresses) {
  const [topology, labels] = await Promise.all([fetchJson(addresses.countries), fetchJson(addresses.labels)]);
  const shapes = ["land", "countries"].flatMap((name) =>
    /** @type {any} */ (toFeature(topology, topology.objects[name])).features.map((/** @type {any} */ feature) => ({
      id: feature.properties?.id ?? null,
      path: drawRings(listRings(feature.geometry)),
    })),
  );
  const centres = Object.entries(labels).map(([id, [lon, lat]]) => /** @type {const} */ ([id, project(lon, lat)]));
  return { shapes: shapes.filter(({ path }) => path), centres: new Map(centres) };
}

/** @param {any} geometry @returns {number[][][]} */
function listRings({ type, coordinates }) {
  return type === "Polygon" ? coordinates : coordinates.flat();
}
