// @ts-check
/**
 * Outlines of members and parties, above the relief.
 *
 * A country's outline is cut at the frontier windows: inside them the detailed line takes the place of
 * the general one as soon as it is shown, so that no border is ever drawn twice.
 *
 * @typedef {[number, number, number, number]} Window west, south, east, north in degrees
 */
import { restyle, toFeatures } from "./shapes.js";

const { L } = /** @type {any} */ (window);
const LINE = { fill: false, interactive: false, lineJoin: "round", lineCap: "round", opacity: 1 };
const EDGE_DEGREES = 0.002;

/** @param {any} map @param {Map<string, any>} shapes general shapes by country */
export function drawOutlines(map, shapes) {
  const renderer = L.svg({ pane: "outlines", padding: 0.5 });
  /** @type {Map<string, {general: any[], inside: any[], detailed: any[]}>} */
  const lines = new Map();
  /** @type {Window[]} */
  let windows = [];
  let details = new Map();

  /** @param {number[][][]} parts lines of [longitude, latitude] */
  function addLine(parts) {
    if (!parts.length) return [];
    const latLngs = parts.map((part) => part.map(([lon, lat]) => [lat, lon]));
    return [L.polyline(latLngs, { ...LINE, pane: "outlines", renderer, smoothFactor: 0.8 }).addTo(map)];
  }

  /** @param {string} id */
  function build(id) {
    const [outside, inside] = splitRings(toRings(shapes.get(id)), (point) => windows.some((w) => contains(w, point)));
    const detail = details.get(id);
    // The edge of a window is no border: what lies on it is left out.
    const border = detail ? splitRings(toRings(detail), (point) => windows.some((w) => onEdge(w, point)))[0] : [];
    return { general: addLine(outside), inside: addLine(inside), detailed: addLine(border) };
  }

  /** @param {any[]} paths @param {any} style @param {boolean} shown */
  function paint(paths, style, shown) {
    for (const path of paths) restyle(path, style && shown ? { ...style, stroke: true } : { stroke: false });
  }

  return {
    /** @param {any} topology the frontier @param {Window[]} its the windows it fills; lines drawn so far are cut anew */
    addDetail(topology, its) {
      windows = its;
      details = new Map(toFeatures(topology, "frontier").map((/** @type {any} */ f) => [f.properties.id, f]));
      for (const { general, inside, detailed } of lines.values()) {
        for (const path of [...general, ...inside, ...detailed]) path.remove();
      }
      lines.clear();
    },
    /** @param {string} id @param {any} style null for none @param {boolean} detailed */
    draw(id, style, detailed) {
      let parts = lines.get(id);
      if (!parts) {
        if (!style || !shapes.has(id)) return;
        parts = build(id);
        lines.set(id, parts);
      }
      const useDetail = detailed && details.has(id);
      paint(parts.general, style, true);
      paint(parts.inside, style, !useDetail);
      paint(parts.detailed, style, useDetail);
    },
  };
}

/** @param {any} feature @returns {number[][][]} every ring of a polygon or multipolygon */
function toRings(feature) {
  const { type, coordinates } = feature.geometry;
  return type === "Polygon" ? coordinates : coordinates.flat();
}

/**
 * Cut rings into the runs of segments whose middle is not in a set, and those whose middle is.
 * @param {number[][][]} rings @param {(point: number[]) => boolean} isIn @returns {[number[][][], number[][][]]}
 */
export function splitRings(rings, isIn) {
  /** @type {[number[][][], number[][][]]} */
  const sides = [[], []];
  for (const ring of rings) {
    /** @type {number[][]} */
    let run = [];
    let side = -1;
    for (let at = 0; at + 1 < ring.length; at += 1) {
      const [a, b] = [ring[at], ring[at + 1]];
      const now = isIn([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) ? 1 : 0;
      if (now !== side) {
        run = [a];
        sides[now].push(run);
        side = now;
      }
      run.push(b);
    }
  }
  return sides;
}

/** @param {Window} window @param {number[]} point */
const contains = ([west, south, east, north], [x, y]) => x > west && x < east && y > south && y < north;

/** @param {Window} window @param {number[]} point */
function onEdge([west, south, east, north], [x, y]) {
  const near = (/** @type {number} */ value, /** @type {number} */ edge) => Math.abs(value - edge) < EDGE_DEGREES;
  const beside = x > west - EDGE_DEGREES && x < east + EDGE_DEGREES && y > south - EDGE_DEGREES && y < north + EDGE_DEGREES;
  return beside && (near(x, west) || near(x, east) || near(y, south) || near(y, north));
}
