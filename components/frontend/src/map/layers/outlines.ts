/**
 * Outlines of members and parties, above the relief.
 *
 * A country's outline is cut at the frontier windows: inside them the detailed line takes the place of
 * the general one as soon as it is shown, so that no border is ever drawn twice.
 */
import { restyle, toFeatures, toRings } from "../topojson_layers.ts";
import type { Bounds } from "../../core/atlas.ts";
import type { Shape, StyledPath } from "../topojson_layers.ts";
import type { Topology } from "topojson-specification";

const LINE: L.PolylineOptions = { fill: false, interactive: false, lineJoin: "round", lineCap: "round", opacity: 1 };
const EDGE_DEGREES = 0.002;

/** @param shapes general shapes by country */
export function drawOutlines(map: L.Map, shapes: Map<string, Shape>) {
  const renderer = L.svg({ pane: "outlines", padding: 0.5 });
  const lines: Map<string, { general: StyledPath[]; inside: StyledPath[]; detailed: StyledPath[] }> = new Map();
  let windows: Bounds[] = [];
  let details = new Map<string, Shape>();

  /** @param parts lines of [longitude, latitude] */
  function addLine(parts: number[][][]): StyledPath[] {
    if (!parts.length) return [];
    const latLngs = parts.map((part) => part.map(([lon, lat]): L.LatLngTuple => [lat, lon]));
    return [L.polyline(latLngs, { ...LINE, pane: "outlines", renderer, smoothFactor: 0.8 }).addTo(map)];
  }

  function build(id: string) {
    const { outside, inside, border } = cutOutline(shapes.get(id), details.get(id), windows);
    return { general: addLine(outside), inside: addLine(inside), detailed: addLine(border) };
  }

  function paint(paths: StyledPath[], style: L.PathOptions | null, shown: boolean) {
    for (const path of paths) restyle(path, style && shown ? { ...style, stroke: true } : { stroke: false });
  }

  return {
    /**
     * @param topology the frontier
     * @param its the windows it fills; lines drawn so far are cut anew
     */
    addDetail(topology: Topology, its: Bounds[]) {
      windows = its;
      details = new Map(toFeatures(topology, "frontier").map((f) => [f.properties.id, f]));
      for (const { general, inside, detailed } of lines.values()) {
        for (const path of [...general, ...inside, ...detailed]) path.remove();
      }
      lines.clear();
    },
    /** @param style null for none */
    draw(id: string, style: L.PathOptions | null, detailed: boolean) {
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

/**
 * The outline of a country as lines: of its general shape those outside the windows and those inside, of its
 * exact shape the border.
 */
export function cutOutline(shape: Shape | undefined, detail: Shape | undefined, windows: Bounds[]) {
  const [outside, inside] = splitRings(shape ? toRings(shape) : [], (point) => windows.some((w) => contains(w, point)));
  // The edge of a window is no border: what lies on it is left out.
  const border = detail ? splitRings(toRings(detail), (point) => windows.some((w) => onEdge(w, point)))[0] : [];
  return { outside, inside, border };
}

/** Cut rings into the runs of segments whose middle is not in a set, and those whose middle is. */
export function splitRings(rings: number[][][], isIn: (point: number[]) => boolean): [number[][][], number[][][]] {
  const sides: [number[][][], number[][][]] = [[], []];
  for (const ring of rings) {
    let run: number[][] = [];
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

const contains = ([west, south, east, north]: Bounds, [x, y]: number[]) => x > west && x < east && y > south && y < north;

function onEdge([west, south, east, north]: Bounds, [x, y]: number[]) {
  const near = (value: number, edge: number) => Math.abs(value - edge) < EDGE_DEGREES;
  const beside = x > west - EDGE_DEGREES && x < east + EDGE_DEGREES && y > south - EDGE_DEGREES && y < north + EDGE_DEGREES;
  return beside && (near(x, west) || near(x, east) || near(y, south) || near(y, north));
}
