/** The parts of an inset's picture, back to front, before any paint. */
import { line_widths as widths } from "../../../../core/palette/drawing.json";
import { svgEl } from "../../ui/dom.ts";
import { cutOutline } from "../layers/outlines.ts";
import { toRings } from "../topojson_layers.ts";
import { toLines } from "./ground.ts";
import { writePath } from "./projection.ts";
import type { Bounds, Inset } from "../../core/atlas.ts";
import type { ReliefImage } from "../layers/basemap.ts";
import type { Ground, Sources } from "./ground.ts";
import type { Projection } from "./projection.ts";

/** @param zoom that of a map of the inset's scale */
export function buildParts(inset: Inset, projection: Projection, zoom: number, windows: Bounds[], sources: Sources, ground: Ground) {
  const { width, height, cutRings, cutLines } = projection;
  const isPlace = inset.kind === "place";
  const svg = svgEl("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  const addLayer = (name: string) => svg.appendChild(svgEl("g", { class: name }));
  const addPath = (layer: Element, d: string, attributes: Record<string, string | number> = {}) =>
    layer.appendChild(svgEl("path", { d, "fill-rule": "evenodd", ...attributes }));
  const rings = new Map([...sources.countries.shapes].map(([id, shape]) => [id, cutRings(toRings(shape))]));
  for (const [id, each] of rings) if (!each.length) rings.delete(id);

  const base = addLayer("ground");
  const border = { "stroke-width": widths.border };
  const land = ground.land
    .map((shape) => writePath(cutRings(toRings(shape)), true))
    .filter(Boolean)
    .map((d) => addPath(base, d, border));
  const fills = new Map([...rings].map(([id, each]) => [id, addPath(base, writePath(each, true), border)]));
  /** Inside the windows of exact frontier another shape lies over the general one, and has no line at their edges. */
  const details = new Map<string, SVGElement>();
  const borders: SVGElement[] = [...fills.values()];
  if (isPlace) {
    for (const [id, shape] of ground.details) {
      const exact = cutRings(toRings(shape));
      if (exact.length) details.set(id, addPath(base, writePath(exact, true)));
    }
    borders.push(addPath(base, writePath(cutLines(ground.borders), false), { ...border, fill: "none" }));
  }

  const water = addLayer("water");
  const isDrawn = (shape: { properties: { rank: number } }) => shape.properties.rank <= zoom;
  for (const shape of ground.lakes.filter(isDrawn)) addPath(water, writePath(cutRings(toRings(shape)), true), { class: "lake" });
  if (isPlace) {
    for (const shape of ground.rivers.filter(isDrawn)) addPath(water, writePath(cutLines(toLines(shape)), false), { class: "river" });
  }

  const zoneLayer = addLayer("zones");
  const zones = new Map<string, SVGElement>();
  for (const shape of sources.zones.shapes) {
    const each = cutRings(toRings(shape));
    if (each.length) zones.set(shape.properties.id, addPath(zoneLayer, writePath(each, true)));
  }

  const relief = drawRelief(inset.box, projection, sources);
  if (relief) svg.append(relief);

  const outlineLayer = addLayer("outlines");
  const outlines = new Map<string, SVGElement>();
  for (const id of rings.keys()) {
    const detail = isPlace ? ground.details.get(id) : undefined;
    const { outside, inside, border: exact } = cutOutline(sources.countries.shapes.get(id), detail, windows);
    const lines = cutLines([...outside, ...(detail ? exact : inside)]);
    outlines.set(id, addPath(outlineLayer, writePath(lines, false), { fill: "none" }));
  }
  const seen = svg.appendChild(svgEl("rect", { class: "seen", hidden: "" }));
  return { svg, rings, land, fills, details, borders, zones, relief, outlines, seen, marks: addLayer("marks"), names: addLayer("names") };
}

/** The smallest image that the map has at its own scale and that reaches over the whole box. */
function drawRelief(box: Bounds, { place }: Projection, { images, folder }: Sources) {
  const [west, south, east, north] = box;
  const spanOf = ({ bounds: [[, left], [, right]] }: ReliefImage) => right - left;
  const [image] = Object.values(images)
    .filter(
      ({ rank, bounds: [[bottom, left], [top, right]] }) => rank === 0 && bottom <= south && left <= west && top >= north && right >= east,
    )
    .sort((one, other) => spanOf(one) - spanOf(other));
  if (!image) return null;
  const [[bottom, left], [top, right]] = image.bounds;
  const [x, y] = place([left, top]);
  const [endX, endY] = place([right, bottom]);
  const size = { x, y, width: endX - x, height: endY - y, preserveAspectRatio: "none" };
  return svgEl("image", { class: "relief", href: folder + image.file, ...size });
}
