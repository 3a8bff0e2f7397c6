/** The projection of the map, for one small box of it: paths of what lies in the box, cut at its edges. */
import type { Bounds } from "../../core/atlas.ts";

export type Point = [number, number];

/** Pixels by which paths stand out of the box, so that its edges get no line. */
const OUT = 6;
/** What is finer than this many pixels is not drawn. */
const FINEST = 0.4;

/** Degrees of the map's height at a latitude, as many pixels each as one of longitude has. */
export const mercator = (lat: number) => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** How many times wider than high a box is on the map. */
export const ratioOf = ([west, south, east, north]: Bounds) => (east - west) / (mercator(north) - mercator(south));

/** @param width of the box in pixels */
export function createProjection(box: Bounds, width: number) {
  const scale = width / (box[2] - box[0]);
  const top = mercator(box[3]);
  const height = (top - mercator(box[1])) * scale;
  const place = ([lon, lat]: number[]): Point => [(lon - box[0]) * scale, (top - mercator(lat)) * scale];

  /** Rings in pixels, cut at the box; those outside are left out. */
  function cutRings(rings: number[][][]): Point[][] {
    return rings.flatMap((ring) => {
      const cut = thin(clipRing(ring.map(place), [-OUT, -OUT, width + OUT, height + OUT]));
      return cut.length > 2 ? [cut] : [];
    });
  }

  /** Lines in pixels without the segments that lie outside. */
  function cutLines(lines: number[][][]): Point[][] {
    return lines.flatMap((line) => {
      const runs: Point[][] = [];
      let run: Point[] | null = null;
      const points = line.map(place);
      for (let at = 0; at + 1 < points.length; at += 1) {
        if (isBeyond(points[at], points[at + 1])) run = null;
        else if (run) run.push(points[at + 1]);
        else runs.push((run = [points[at], points[at + 1]]));
      }
      return runs.map(thin);
    });
  }

  /** Whether a segment lies beyond one edge of the box. */
  function isBeyond([ax, ay]: Point, [bx, by]: Point) {
    const aside = Math.max(ax, bx) < -OUT || Math.min(ax, bx) > width + OUT;
    return aside || Math.max(ay, by) < -OUT || Math.min(ay, by) > height + OUT;
  }

  return { scale, width, height, place, cutRings, cutLines };
}

export type Projection = ReturnType<typeof createProjection>;

/** A ring cut at a rectangle, edge by edge (Sutherland and Hodgman); empty where nothing lies in it. */
export function clipRing(ring: Point[], [left, top, right, bottom]: Bounds): Point[] {
  const edges: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [[0, left, 1], [0, right, -1], [1, top, 1], [1, bottom, -1]]; // prettier-ignore
  let points = ring;
  for (const [axis, limit, sign] of edges) {
    const isInside = (point: Point) => sign * (point[axis] - limit) >= 0;
    const cut: Point[] = [];
    points.forEach((point, at) => {
      const before = points[(at || points.length) - 1];
      if (isInside(point) !== isInside(before)) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        cut.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
      }
      if (isInside(point)) cut.push(point);
    });
    points = cut;
  }
  return points;
}

/** Without the points that no eye can tell from the one before. */
function thin(points: Point[]): Point[] {
  let last = points[0];
  return points.filter((point, at) => {
    const isKept = at === 0 || at === points.length - 1 || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= FINEST;
    if (isKept) last = point;
    return isKept;
  });
}

/** An SVG path. */
export const writePath = (parts: Point[][], close: boolean) =>
  parts.map((points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}${close ? "Z" : ""}`).join("");

/** Whether a point lies in rings, by the even-odd rule. */
export function isInRings([x, y]: Point, rings: Point[][]) {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [[ax, ay], [bx, by]] = [ring[at], ring[before]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
