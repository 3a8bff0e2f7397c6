/** One inset as a picture of its own, in the paint that the map has at the moment. */
import { setAttributes, svgEl } from "../../ui/dom.ts";
import { eventOf, membersAt, membershipAt } from "../../core/snapshot.ts";
import { isRegionShown } from "../../core/regions.ts";
import { markersAt } from "../../core/shown_events.ts";
import { drawRequestSign } from "../layers/markers.ts";
import { listNames } from "./captions.ts";
import { placeNames } from "./names.ts";
import { buildParts } from "./parts.ts";
import { createProjection } from "./projection.ts";
import type { Atlas, AtlasEvent, Bounds, Inset } from "../../core/atlas.ts";
import type { View } from "../../core/view_state.ts";
import type { Theme } from "../theme.ts";
import type { StyledPath } from "../topojson_layers.ts";
import type { Ground, Sources } from "./ground.ts";
import type { Box } from "./layout.ts";
import type { Name, PlacedName } from "./names.ts";
import type { Point } from "./projection.ts";

const TILE_PIXELS = 256;
/** An inset has towns and waters of the zooms up to this many above its own: there is less of everything in it. */
const FINER = 1;
/** Pixels at the upper edge for its name, which may take this share of the width, and for the button that closes it. */
const HEAD = 26;
const NAME_SHARE = 0.62;
/** How wide the sign of an event is, pixels. */
const SIGN = 16;

/**
 * @param width pixels
 * @param measure the size of a name, pixels
 */
export function drawInset(
  inset: Inset,
  width: number,
  atlas: Atlas,
  theme: Theme,
  sources: Sources,
  ground: Ground,
  measure: (name: Name) => { width: number; height: number },
) {
  const { countries, zones } = sources;
  const projection = createProjection(inset.box, width);
  const zoom = Math.log2((projection.scale * 360) / TILE_PIXELS) + FINER;
  const parts = buildParts(inset, projection, zoom, atlas.windows, sources, ground);
  const isPlace = inset.kind === "place";
  const head: Box[] = [
    { left: 0, top: 0, width: width * NAME_SHARE, height: HEAD },
    { left: width - HEAD, top: 0, width: HEAD, height: HEAD },
  ];
  const regions = new Map(atlas.regions.map((region) => [region.id, region]));
  let texts: (PlacedName & { elements: SVGElement[] })[] = [];
  let named: string | null = null;
  let drawn: { events: AtlasEvent[]; chosen: string | null } | null = null;

  function drawMarks(view: View) {
    const events = markersAt(atlas, view);
    if (events === drawn?.events && view.event === drawn.chosen) return;
    drawn = { events, chosen: view.event };
    const here = events.flatMap((event) =>
      event.lat === null || event.lon === null ? [] : [{ event, at: projection.place([event.lon, event.lat]) }],
    );
    parts.marks.replaceChildren(
      ...here.map(({ event, at }) => drawMark(event, at, event.id === view.event, theme.colours.event[event.kind].fill)),
    );
  }

  /** An overview has room for the names of those concerned alone, beside the event's sign: they are set anew when these change. */
  function setNames(concerned: Set<string>, event: AtlasEvent | null) {
    const key = isPlace ? "" : [event?.id, ...concerned].join();
    if (key === named) return;
    named = key;
    parts.names.replaceChildren();
    const names = listNames(inset, projection, zoom, parts.rings, concerned, atlas, sources);
    const taken = isPlace ? head : listSign(event);
    texts = placeNames(names, projection, taken, measure).map((name) => ({ ...name, elements: addName(parts.names, name) }));
  }

  /** What the sign of the chosen event covers. */
  function listSign(event: AtlasEvent | null): Box[] {
    if (!event || event.lat === null || event.lon === null) return [];
    const [x, y] = projection.place([event.lon, event.lat]);
    return [{ left: x - SIGN / 2, top: y - SIGN / 2, width: SIGN, height: SIGN }];
  }

  function drawNames(view: View) {
    parts.names.toggleAttribute("hidden", !view.layers.includes("labels"));
    const event = view.event ? eventOf(atlas, view.event) : null;
    const parties = event?.parties ?? [];
    const members = membersAt(atlas, view);
    // An overview tells where the allies are: the parties are named on the map itself.
    setNames(new Set(isPlace ? [...parties, ...members] : [...members].filter((id) => !parties.includes(id))), event);
    for (const { id, kind, elements } of texts) {
      if (kind === "country") {
        const key = membershipAt(atlas, view, id);
        elements[0].classList.toggle("member", (key !== "none" && key !== "former") || parties.includes(id));
      }
      const region = kind === "region" ? regions.get(id) : undefined;
      if (region) elements[0].toggleAttribute("hidden", !isRegionShown(atlas, view, region));
    }
  }

  return {
    svg: parts.svg,
    projection,
    /** Take over what the map shows; nothing is touched that stays. */
    draw(view: View) {
      const { land, border } = theme.colours.base;
      for (const element of parts.land) setAttributes(element, { fill: land.fill, stroke: border.fill });
      for (const element of parts.borders) setAttributes(element, { stroke: border.fill });
      for (const shapes of [parts.fills, parts.details]) {
        for (const [id, element] of shapes) setAttributes(element, { fill: countries.pathOf(id)?.atlasStyle?.fillColor ?? land.fill });
      }
      for (const [id, element] of parts.zones) paintZone(element, zones.pathOf(id));
      for (const [id, element] of parts.outlines) {
        const { color = "none", weight = 0, dashArray = "none" } = countries.outlineOf(view, id) ?? {};
        setAttributes(element, { stroke: color, "stroke-width": weight, "stroke-dasharray": dashArray });
      }
      parts.relief?.toggleAttribute("hidden", !view.layers.includes("relief"));
      drawMarks(view);
      drawNames(view);
    },
    /** Another theme has other colours for the same marks. */
    recolour() {
      drawn = null;
    },
    /** Fade what is faded on the map. */
    copyFading() {
      const copy = (element: Element, path?: StyledPath) =>
        element.classList.toggle("faded", path?.getElement()?.classList.contains("faded") ?? false);
      for (const shapes of [parts.fills, parts.details]) for (const [id, element] of shapes) copy(element, countries.pathOf(id));
      for (const [id, element] of parts.zones) copy(element, zones.pathOf(id));
    },
    /** Frame what the map shows; null for nothing. */
    frame(bounds: Bounds | null) {
      parts.seen.toggleAttribute("hidden", !bounds);
      if (!bounds) return;
      const [[left, top], [right, bottom]] = [projection.place([bounds[0], bounds[3]]), projection.place([bounds[2], bounds[1]])];
      setAttributes(parts.seen, {
        x: left.toFixed(1),
        y: top.toFixed(1),
        width: (right - left).toFixed(1),
        height: (bottom - top).toFixed(1),
      });
    },
  };
}

export type InsetDrawing = ReturnType<typeof drawInset>;

/** @param path of the same zone on the map */
function paintZone(element: SVGElement, path?: StyledPath) {
  const style = path?.atlasStyle;
  const isShown = style !== undefined && (path?.getElement() as SVGElement | undefined)?.style.display !== "none";
  if (element.hasAttribute("hidden") === isShown) element.toggleAttribute("hidden", !isShown);
  if (!isShown) return;
  const { fillColor, fillOpacity, color, weight, dashArray = "none" } = style;
  setAttributes(element, {
    fill: fillColor,
    "fill-opacity": fillOpacity,
    stroke: color,
    "stroke-width": weight,
    "stroke-dasharray": dashArray,
  });
}

/** The name, and the dot of a town. */
function addName(layer: Element, { x, y, at, kind, text, leader }: PlacedName) {
  const name = svgEl("text", { x, y, class: `name ${kind}` });
  name.textContent = text;
  const isTown = kind !== "country" && kind !== "region";
  const dot = isTown && at ? [svgEl("circle", { cx: at[0], cy: at[1], r: kind === "capital" ? 2.4 : 1.7 })] : [];
  layer.append(...dot, name);
  if (leader)
    layer.prepend(
      svgEl("path", { d: `M${leader.join("L")}`, class: "leader" }),
      svgEl("circle", { cx: leader[1][0], cy: leader[1][1], r: 2 }),
    );
  return [name, ...dot];
}

function drawMark(event: AtlasEvent, [x, y]: Point, isChosen: boolean, colour: string) {
  const sign = event.finding ? drawRequestSign() : svgEl("rect", { x: -5, y: -5, width: 10, height: 10, rx: 5 });
  if (event.finding) setAttributes(sign, { x: -8, y: -8 });
  const halo = isChosen ? [svgEl("circle", { r: 12, class: "halo" })] : [];
  const mark = svgEl("g", { class: `mark kind-${event.kind}`, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, ...halo, sign);
  mark.style.setProperty("--mark", colour);
  return mark;
}
