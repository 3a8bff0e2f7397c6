/** One layer of a reader on a canvas of its own, over the countries and under the markers. */
import { colorsOf, parseHex } from "./layer_colors.ts";
import { buildDisc, chooseRadii, GREATEST_RADIUS, MANY_POINTS, paintDisc, radiusOf, type Disc } from "./point_raster.ts";
import { visitPeriod, type Period } from "./time_selection.ts";
import type { PackedLayer } from "./packed_layer.ts";

/** Pixels around the map that are drawn too, so that panning has what to bring in. */
const MARGIN = 120;
const RING = 1;
const AREA_OPACITY = 0.22;
const LINE_WIDTH = 2.5;
const TOUCH = 6;

/** Web Mercator, a share of the world's width; more than 1 beyond the date line. */
const projectX = (lon: number) => (lon + 180) / 360;
function projectY(lat: number) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** The discs painted so far, of a place on the map and a period. */
interface Picture {
  key: string;
  image: ImageData;
  target: Uint32Array;
  /** kind of the disc painted last about each pixel: places of real data repeat, and equal discs are one */
  seen: Uint16Array;
  from: number;
  to: number;
}

function startPicture(wide: number, high: number, key: string): Picture {
  const image = new ImageData(wide, high);
  return { key, image, target: new Uint32Array(image.data.buffer), seen: new Uint16Array(wide * high), from: NaN, to: NaN };
}

export type CanvasLayer = ReturnType<typeof createCanvasLayer>;

export function createCanvasLayer(map: L.Map, pane: HTMLElement, data: PackedLayer, readTheme: () => string) {
  const canvas = document.createElement("canvas");
  canvas.className = "user-layer";
  canvas.setAttribute("aria-hidden", "true");
  pane.append(canvas);
  const context = canvas.getContext("2d");
  const [mx, my] = [Float32Array.from(data.lon, projectX), Float32Array.from(data.lat, projectY)];
  const radii = chooseRadii(data.size);
  // What was drawn last, for the pointer: places in the layer and pixels of the canvas.
  const drawn = { count: 0, at: new Uint32Array(data.count), x: new Float32Array(data.count), y: new Float32Array(data.count) };
  const paths: Map<number, Path2D> = new Map();
  let picture: Picture | null = null;
  let discs: (Disc | undefined)[] = [];
  let discKey = "";
  let period: Period | null = null;
  let corner = L.latLng(0, 0);
  let [left, top, drawnZoom] = [0, 0, 0];

  const findDisc = (category: number, step: number, scale: number, colors: string[], paper: string) =>
    (discs[category * 256 + step] ??= buildDisc(
      Math.max(1, radiusOf(step) * scale),
      RING * scale,
      parseHex(colors[category % colors.length]),
      parseHex(paper),
    ));

  function draw(next: Period | null = period) {
    period = next;
    if (!context || !period || canvas.hidden) return;
    const theme = readTheme();
    const { colors, paper } = colorsOf(theme);
    const size = map.getSize();
    const [width, height] = [size.x + 2 * MARGIN, size.y + 2 * MARGIN];
    const scale = data.count > MANY_POINTS ? 1 : Math.min(2, window.devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    if (discKey !== `${theme} ${scale}`) [discs, discKey] = [[], `${theme} ${scale}`];
    const origin = map.containerPointToLayerPoint([-MARGIN, -MARGIN]);
    corner = map.layerPointToLatLng(origin);
    drawnZoom = map.getZoom();
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    L.DomUtil.setTransform(canvas, origin, 1);
    const world = 256 * 2 ** drawnZoom;
    const pixel = origin.add(map.getPixelOrigin());
    [left, top] = [pixel.x, pixel.y];

    // What has been accumulated is gone on with: a step forward paints only what is new.
    const key = `${left} ${top} ${drawnZoom} ${wide} ${high} ${discKey}`;
    const isFurther = picture?.key === key && period.from === -Infinity && picture.from === -Infinity && period.to >= picture.to;
    if (!picture || !isFurther) picture = startPicture(wide, high, key);
    const { image, target, seen, to: before } = picture;
    picture.from = period.from;
    picture.to = period.to;
    const reach = GREATEST_RADIUS;
    if (!isFurther) {
      drawn.count = 0;
      paths.clear();
    }
    const isNew = isFurther ? (at: number) => data.start[at] > before : () => true;
    visitPeriod(data, isFurther ? { from: before + 1, to: period.to } : period, (at) => {
      if (!isNew(at)) return;
      const [x, y] = [mx[at] * world - left, my[at] * world - top];
      if (data.shape[at] >= 0) return void paths.set(at, buildPath(at, world));
      if (x < -reach || y < -reach || x > width + reach || y > height + reach) return;
      drawn.at[drawn.count] = at;
      drawn.x[drawn.count] = x;
      drawn.y[drawn.count] = y;
      drawn.count += 1;
      const [px, py] = [Math.round(x * scale), Math.round(y * scale)];
      const category = data.category[at];
      const kind = (category << 8) + radii[at] + 1;
      const place = py * wide + px;
      if (px >= 0 && py >= 0 && px < wide && py < high) {
        if (seen[place] === kind) return;
        seen[place] = kind;
      }
      paintDisc(target, wide, high, findDisc(category, radii[at], scale, colors, paper), px, py);
    });
    context.putImageData(image, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.lineWidth = LINE_WIDTH;
    context.lineJoin = "round";
    for (const [at, path] of paths) {
      context.strokeStyle = context.fillStyle = colors[data.category[at] % colors.length];
      context.globalAlpha = AREA_OPACITY;
      if (data.shapes[data.shape[at]].isArea) context.fill(path, "evenodd");
      context.globalAlpha = 1;
      context.stroke(path);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  function buildPath(at: number, world: number) {
    const { isArea, rings } = data.shapes[data.shape[at]];
    const path = new Path2D();
    for (const ring of rings) {
      for (let point = 0; point < ring.length; point += 2) {
        const [x, y] = [projectX(ring[point]) * world - left, projectY(ring[point + 1]) * world - top];
        if (point) path.lineTo(x, y);
        else path.moveTo(x, y);
      }
      if (isArea) path.closePath();
    }
    return path;
  }

  /** Follow a zoom that is under way: the picture grows, and is drawn anew when it has ended. */
  function follow(center: L.LatLng, zoom: number) {
    const half = map.getSize().divideBy(2);
    const pane = L.DomUtil.getPosition(map.getPane("mapPane") as HTMLElement);
    const origin = map.project(center, zoom).subtract(half).add(pane).round();
    L.DomUtil.setTransform(canvas, map.project(corner, zoom).subtract(origin), map.getZoomScale(zoom, drawnZoom));
  }
  const zoomTo = (event: L.ZoomAnimEvent) => follow(event.center, event.zoom);
  const zoomOn = () => follow(map.getCenter(), map.getZoom());
  const redraw = () => draw();
  map.on("zoomanim", zoomTo);
  map.on("zoom", zoomOn);
  map.on("moveend resize", redraw);

  return {
    canvas,
    draw,
    /** How many of the points drawn lie in the part of the map in view. */
    countInView() {
      const size = map.getSize();
      const offset = map.latLngToContainerPoint(corner);
      let count = 0;
      for (let each = 0; each < drawn.count; each += 1) {
        const [x, y] = [drawn.x[each] + offset.x, drawn.y[each] + offset.y];
        if (x >= 0 && y >= 0 && x <= size.x && y <= size.y) count += 1;
      }
      return count + paths.size;
    },
    /** The row under a point of the map's container, the uppermost first; -1 for none. */
    find(point: L.Point) {
      if (canvas.hidden || !context) return -1;
      const offset = map.latLngToContainerPoint(corner);
      const [x, y] = [point.x - offset.x, point.y - offset.y];
      for (let each = drawn.count - 1; each >= 0; each -= 1) {
        const reach = Math.max(TOUCH, radiusOf(radii[drawn.at[each]]));
        const [dx, dy] = [drawn.x[each] - x, drawn.y[each] - y];
        if (dx * dx + dy * dy <= reach * reach) return drawn.at[each];
      }
      for (const [at, path] of [...paths].reverse()) {
        context.lineWidth = LINE_WIDTH + TOUCH;
        const { isArea } = data.shapes[data.shape[at]];
        if ((isArea && context.isPointInPath(path, x, y, "evenodd")) || context.isPointInStroke(path, x, y)) return at;
      }
      return -1;
    },
    remove() {
      map.off("zoomanim", zoomTo);
      map.off("zoom", zoomOn);
      map.off("moveend resize", redraw);
      canvas.remove();
    },
  };
}
