/** Zones of disputed control or delimitation, by their status on the day shown. */
import { line_widths as widths, opacities } from "../../../../core/palette/drawing.json";
import { setText } from "../../ui/dom.ts";
import { makeFocusable } from "../focusable_path.ts";
import { addPaths, restyle, toFeatures } from "../topojson_layers.ts";
import { zoneAt } from "../../core/snapshot.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Theme } from "../theme.ts";
import type { ShapeEvents } from "../focusable_path.ts";
import type { Topology } from "topojson-specification";
import type { Shape } from "../topojson_layers.ts";

const PRECISION_DASH = { surveyed: undefined, approximate: "6 3", schematic: "2 4" };
const OUTLINE_ONLY = new Set(["district"]);
/** Bands and circles around what happened: nobody holds them, so they are filled only while there is fighting. */
const NEVER_HELD = new Set(["border", "clash"]);
/** px across, below which no line of a dated shape is seen and its caption would only cover others */
const LEGIBLE = 24;
/** The zoom from which there is room for what a dated shape leaves out. */
const CLOSE_ZOOM = 5;

export function drawZones(map: L.Map, topologies: Topology[], atlas: Atlas, theme: Theme, on: ShapeEvents) {
  const features = topologies.flatMap((topology) => toFeatures(topology, "zones"));
  // Large zones first, so that an exclave is never under a region.
  features.sort((a, b) => extent(b) - extent(a));
  const paths = addPaths(map, features, "zones", { weight: widths.zone, fillOpacity: opacities.zone, opacity: 1 });
  const zoneOf = indexShapes(atlas);
  const captions = new Map<string, HTMLElement>();
  const texts = new Map<string, { text: string; omitted: string }>();
  let keys: Map<string, string> = new Map();
  for (const [shape, path] of paths) {
    const id = zoneOf.get(shape) ?? shape;
    path.on("mouseover mousemove", (event) => on.hover(id, event as L.LeafletMouseEvent));
    path.on("mouseout", () => on.hover(null));
    path.on("click", () => on.choose(id));
    makeFocusable(path, atlas.zones[id].name, on, id);
  }

  /** A caption naming who holds the zone, in the control view, and the day of a shape that has one. */
  function setCaption(shape: string, lines: (string | null | undefined)[], omitted = "") {
    const text = lines.filter(Boolean).join(" · ");
    texts.set(shape, { text, omitted });
    if (!captions.has(shape)) {
      const path = paths.get(shape);
      if (!text || !path) return;
      const caption = document.createElement("span");
      const bounds = path.getBounds();
      // A dated shape is drawn among others: above it its caption covers neither them nor the front.
      const dated = zoneOf.has(shape);
      const at = dated ? L.latLng(bounds.getNorth(), bounds.getCenter().lng) : bounds.getCenter();
      const className = `control-caption${dated ? " dated" : ""}`;
      const icon = L.divIcon({ html: caption, className, iconSize: [0, 0] });
      L.marker(at, { icon, pane: "places", interactive: false, keyboard: false }).addTo(map);
      captions.set(shape, caption);
    }
    fitCaption(shape);
  }

  function fitCaption(shape: string) {
    const [caption, said] = [captions.get(shape), texts.get(shape)];
    if (!caption || !said) return;
    setText(caption, [said.text, map.getZoom() < CLOSE_ZOOM ? "" : said.omitted].filter(Boolean).join("; "));
    const bounds = paths.get(shape)?.getBounds();
    const across = bounds && map.project(bounds.getNorthEast()).x - map.project(bounds.getSouthWest()).x;
    caption.hidden = !said.text || (zoneOf.has(shape) && Number(across) < LEGIBLE);
  }
  map.on("zoomend", () => [...captions.keys()].forEach(fitCaption));

  return {
    get keys() {
      return keys;
    },
    /** in the order in which they are drawn */
    shapes: features,
    pathOf: (shape: string) => paths.get(shape),
    boundsOf: (id: string) => paths.get(atlas.zones[id].rows.at(-1)?.shape ?? id)?.getBounds(),
    draw(view: View) {
      const control = view.layers.includes("control");
      keys = new Map();
      for (const [shape, path] of paths) {
        const id = zoneOf.get(shape) ?? shape;
        const then = view.layers.includes("zones") || control ? zoneAt(atlas, view, id) : null;
        const row = then && (then.shape ?? id) === shape ? then : null;
        const shown = row !== null && (row.status !== "settled" || id === view.panel);
        if (shown && row) keys.set(id, row.status);
        const element = path.getElement() as SVGElement | undefined;
        if (element) element.style.display = shown ? "" : "none";
        const held = row !== null && (row.status === "held" || row.status === "peacekept");
        const { kind } = atlas.zones[id];
        const outer = !OUTLINE_ONLY.has(kind) && !(NEVER_HELD.has(kind) && row?.status !== "fighting");
        setCaption(shape, shown ? [control && held && outer ? row.controller : null, row.caption] : [], row?.omitted);
        if (!shown || !row) continue;
        const style = theme.colours.zone[row.status];
        restyle(path, {
          color: style.line,
          fillColor: theme.zoneFill(row.status),
          fillOpacity: outer ? (control && held ? 1 : opacities.zone) : opacities.district,
          weight: id === view.panel ? widths.chosen_zone : widths.zone,
          dashArray: PRECISION_DASH[atlas.zones[id].precision as "surveyed"],
        });
      }
    },
    highlight(key: string | null) {
      for (const [shape, path] of paths) {
        path.getElement()?.classList.toggle("faded", key !== null && keys.get(zoneOf.get(shape) ?? shape) !== key);
      }
    },
  };
}

export type Zones = ReturnType<typeof drawZones>;

/** Zone by shape, of the zones that have several. */
function indexShapes({ zones }: Atlas) {
  const found = new Map<string, string>();
  for (const [id, { rows }] of Object.entries(zones)) for (const { shape } of rows) if (shape) found.set(shape, id);
  return found;
}

/** @param feature degrees squared of the bounding box, only to sort by */
function extent(feature: Shape) {
  const bounds = L.geoJSON(feature).getBounds();
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}
