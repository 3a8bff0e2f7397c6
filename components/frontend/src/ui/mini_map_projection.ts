/** The conic projection of the small maps: equal areas, the alliance in the middle, as in pictures. */
import { projection } from "../../../core/palette/drawing.json";

export const WIDTH = 640;
export const HEIGHT = 396;
const RADIAN = Math.PI / 180;
const { parallels, latitude, meridian } = projection;
const [PARALLEL_A, PARALLEL_B, MIDDLE_LAT, MIDDLE_LON] = [...parallels, latitude, meridian].map((degrees) => degrees * RADIAN);
const CONE = (Math.sin(PARALLEL_A) + Math.sin(PARALLEL_B)) / 2;
const SQUARE = Math.cos(PARALLEL_A) ** 2 + 2 * CONE * Math.sin(PARALLEL_A);
const APEX = Math.sqrt(SQUARE - 2 * CONE * Math.sin(MIDDLE_LAT)) / CONE;
/** Pixels a radian of the sphere: from Poland to the Altai the width is filled. */
const SCALE = 826;

/**
 * Pixel of a place in a map of WIDTH by HEIGHT; places beyond it lie outside.
 * @param lon degrees
 * @param lat degrees
 */
export function project(lon: number, lat: number): [number, number] {
  const reach = Math.sqrt(Math.max(0, SQUARE - 2 * CONE * Math.sin(lat * RADIAN))) / CONE;
  const angle = CONE * (lon * RADIAN - MIDDLE_LON);
  return [WIDTH / 2 + SCALE * reach * Math.sin(angle), HEIGHT / 2 + SCALE * (reach * Math.cos(angle) - APEX)];
}

export const isInside = (x: number, y: number) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;

/** An SVG path of rings of [lon, lat]; rings out of sight and points no eye can tell apart are left out. */
export function drawRings(rings: number[][][]) {
  let path = "";
  for (const ring of rings) {
    const points = ring.map(([lon, lat]) => project(lon, lat));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    if (Math.max(...xs) < 0 || Math.min(...xs) > WIDTH || Math.max(...ys) < 0 || Math.min(...ys) > HEIGHT) continue;
    path += drawRing(points);
  }
  return path;
}

const TOLERANCE = 0.5;

function drawRing(points: [number, number][]) {
  let [lastX, lastY] = points[0];
  let path = `M${lastX.toFixed(1)} ${lastY.toFixed(1)}`;
  for (const [x, y] of points) {
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < TOLERANCE) continue;
    path += `L${x.toFixed(1)} ${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  }
  return `${path}Z`;
}

/** Meridians and parallels every ten degrees, as one path. */
export function drawGraticule() {
  let path = "";
  for (let lon = -30; lon <= 150; lon += 10) path += drawLine((step) => [lon, 10 + step * 3.6]);
  for (let lat = 20; lat <= 80; lat += 10) path += drawLine((step) => [-30 + step * 9, lat]);
  return path;
}

/** @param pointAt of twenty steps */
function drawLine(pointAt: (step: number) => [number, number]) {
  const points = Array.from({ length: 21 }, (_, step) => project(...pointAt(step)));
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}
