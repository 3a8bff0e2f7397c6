/**
 * Countries: one fill a country, repeated by the detailed frontier where that is shown, and outlines
 * above the relief for members, parties and reference parties.
 */
import { line_widths as widths } from "../../../../core/palette/drawing.json";
import { addPaths, restyle, toFeatures } from "../topojson_layers.ts";
import { makeFocusable } from "../focusable_path.ts";
import { eventOf, membersAt, membershipAt, stanceAt } from "../../core/snapshot.ts";
import { drawOutlines } from "./outlines.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Theme } from "../theme.ts";
import type { MultiLineString } from "geojson";
import type { Topology } from "topojson-specification";
import type { ShapeEvents } from "../focusable_path.ts";
import type { StyledPath } from "../topojson_layers.ts";

const FILL = { stroke: true, weight: widths.border, fillOpacity: 1, opacity: 1 };
const DETAIL_ZOOM = 6.5;

export function drawCountries(map: L.Map, topology: Topology, atlas: Atlas, theme: Theme, on: ShapeEvents) {
  const features = toFeatures(topology, "countries");
  const shapes = new Map(features.map((feature) => [feature.properties.id, feature]));
  const ground = addPaths(map, toFeatures(topology, "land"), "land", { ...FILL, interactive: false });
  const frontierPane = map.getPane("frontier");
  const fills = [addPaths(map, features, "land", FILL)];
  const outlines = drawOutlines(map, shapes);
  let borders: L.GeoJSON | null = null;
  /** Draws the exact borders; null before they came and after. */
  let addDetail: (() => void) | null = null;
  let keys: Map<string, string> = new Map();
  let marks: Map<string, string[]> = new Map();
  listen(fills[0]);
  // A stop for each state that was ever bound by the Treaty; the others are found by search.
  const focusable = new Set(Object.keys(atlas.membership.rows));
  for (const id of focusable) {
    const path = fills[0].get(id);
    if (path) makeFocusable(path, atlas.countries[id], on, id);
  }

  function listen(paths: Map<string, StyledPath>) {
    for (const [id, path] of paths) {
      path.on("mouseover mousemove", (event) => on.hover(id, event as L.LeafletMouseEvent));
      path.on("mouseout", () => on.hover(null));
      path.on("click", () => on.choose(id));
    }
  }

  function paintOf(view: View, id: string): { key: string; fill: string; marked?: string[] } {
    const { colours } = theme;
    if (!view.event) {
      const key = view.layers.includes("members") ? membershipAt(atlas, view, id) : "none";
      return { key, fill: theme.membershipFill(key) };
    }
    const stance = stanceAt(atlas, view, id);
    if (!stance) return { key: "outside", fill: colours.base.land.fill };
    const marked = [stance.contested && "contested", stance.weakness && "weak"].filter((mark) => typeof mark === "string");
    return { key: stance.code, marked, fill: theme.stanceFill(stance.code, stance.other, Boolean(stance.weakness)) };
  }

  function outlineOf(view: View, id: string): L.PathOptions | null {
    const { colours } = theme;
    if (view.event) {
      const event = eventOf(atlas, view.event);
      if (id === view.toward) return { color: colours.base.accent.fill, weight: widths.reference, dashArray: undefined };
      if (event.parties.includes(id)) return { color: colours.base.label.fill, weight: widths.party, dashArray: undefined };
      if (view.layers.includes("members") && membersAt(atlas, view).has(id)) {
        return { color: colours.mark.member.fill, weight: widths.member, dashArray: undefined };
      }
      return null;
    }
    const key = view.layers.includes("members") ? membershipAt(atlas, view, id) : "none";
    if (key === "none") return null;
    const style = colours.membership[key];
    return { color: style.line, weight: style.line_width, dashArray: style.dash || undefined };
  }

  return {
    /** What each country shows, for the legend's counts. */
    get keys() {
      return keys;
    },
    shapes,
    focusable,
    pathOf: (id: string) => fills[0].get(id),
    outlineOf,
    boundsOf: (id: string) => fills[0].get(id)?.getBounds(),
    /** Whether a country's shape, as it is drawn now, holds a point of the map's layers. */
    holds(id: string, { x, y }: L.Point) {
      const path = fills[0].get(id)?.getElement();
      return path instanceof SVGGeometryElement && path.isPointInFill(new DOMPoint(x, y));
    },
    /**
     * The exact borders, drawn once a view is close enough to show them.
     * @param topology of the detailed windows
     * @param shared what two of its shapes share
     */
    addFrontier(topology: Topology, shared: MultiLineString) {
      addDetail = () => {
        const paths = addPaths(map, toFeatures(topology, "frontier"), "frontier", { ...FILL, stroke: false });
        const options: L.GeoJSONOptions & L.PolylineOptions = {
          pane: "frontier",
          renderer: L.svg({ pane: "frontier" }),
          interactive: false,
          style: { weight: widths.border },
        };
        borders = L.geoJSON(shared, options).addTo(map);
        fills.push(paths);
        listen(paths);
        outlines.addDetail(topology, atlas.windows);
      };
    },
    draw(view: View) {
      const { colours } = theme;
      const border = colours.base.border.fill;
      const detailed = view.layers.includes("frontier") && map.getZoom() >= DETAIL_ZOOM;
      if (detailed) {
        addDetail?.();
        addDetail = null;
      }
      if (frontierPane) frontierPane.style.display = detailed ? "" : "none";
      if (borders) restyle(borders, { color: border });
      for (const path of ground.values()) restyle(path, { fillColor: colours.base.land.fill, color: border });
      keys = new Map();
      marks = new Map();
      for (const id of shapes.keys()) {
        const { key, fill, marked } = paintOf(view, id);
        keys.set(id, key);
        if (marked) marks.set(id, marked);
        for (const paths of fills) {
          const path = paths.get(id);
          if (path) restyle(path, { fillColor: fill, color: border });
        }
        outlines.draw(id, outlineOf(view, id), detailed);
      }
    },
    /**
     * Fade all but the countries a legend row stands for.
     * @param key what they show, `contested` or `weak`; null fades none
     */
    highlight(key: string | null) {
      for (const paths of fills) {
        for (const [id, path] of paths) {
          const lit = key === null || keys.get(id) === key || marks.get(id)?.includes(key);
          path.getElement()?.classList.toggle("faded", !lit);
        }
      }
    },
  };
}

export type Countries = ReturnType<typeof drawCountries>;
