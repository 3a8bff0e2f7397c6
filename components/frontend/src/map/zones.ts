/** Zones of disputed control or delimitation, by their status at the moment shown. */
import { makeReachable } from "./reach.ts";
import { addPaths, restyle, toFeatures } from "./shapes.ts";
import { momentOf, zoneAt } from "./moment.ts";
import type { View } from "./view.ts";

const PRECISION_DASH = { surveyed: null, approximate: "6 3", schematic: "2 4" };
const OUTLINE_ONLY = new Set(["district"]);
const { L } = (window as any);

export function drawZones(map: any, topologies: any[], atlas: any, theme: any, on: {hover: (id: string|null, event?: any) => void, choose: (id: string) => void}) {
  const features = topologies.flatMap((topology) => toFeatures(topology, "zones"));
  // Large zones first, so that an exclave is never under a region.
  features.sort((a, b) => extent(b) - extent(a));
  const paths = addPaths(map, features, "zones", { weight: 1.2, fillOpacity: 0.72, opacity: 1 });
  const captions = new Map();
  let keys: Map<string, string> = new Map();
  for (const [id, path] of paths) {
    path.on("mouseover mousemove", (event: any) => on.hover(id, event));
    path.on("mouseout", () => on.hover(null));
    path.on("click", () => on.choose(id));
    makeReachable(path, atlas.zones[id].name, on, id);
  }

  /** A caption naming who holds the zone, in the control view. */
  function caption(id: string, text: string|null) {
    let marker = captions.get(id);
    if (!marker) {
      if (!text) return;
      const element = document.createElement("span");
      const icon = L.divIcon({ html: element, className: "control-caption", iconSize: [0, 0] });
      const at = paths.get(id).getBounds().getCenter();
      marker = L.marker(at, { icon, pane: "places", interactive: false, keyboard: false }).addTo(map);
      marker.caption = element;
      captions.set(id, marker);
    }
    marker.caption.textContent = text ?? "";
  }

  return {
    get keys() {
      return keys;
    },
    boundsOf: (id: string) => paths.get(id)?.getBounds(),
    draw(view: View) {
      const moment = momentOf(atlas, view);
      const control = view.layers.includes("control");
      keys = new Map();
      for (const [id, path] of paths) {
        const row = view.layers.includes("zones") || control ? zoneAt(atlas, id, moment) : null;
        const shown = row !== null && (row.status !== "settled" || id === view.panel);
        if (row) keys.set(id, row.status);
        const element = path.getElement();
        if (element) element.style.display = shown ? "" : "none";
        const held = row !== null && (row.status === "held" || row.status === "peacekept");
        const outer = !OUTLINE_ONLY.has(atlas.zones[id].kind);
        caption(id, control && shown && held && outer ? row.controller : null);
        if (!shown || !row) continue;
        const style = theme.colours.zone[row.status];
        restyle(path, {
          color: style.line,
          fillColor: theme.zoneFill(row.status),
          fillOpacity: outer ? (control && held ? 1 : 0.72) : 0.08,
          weight: id === view.panel ? 3 : 1.2,
          dashArray: PRECISION_DASH[(atlas.zones[id].precision as "surveyed")],
        });
      }
    },
    highlight(key: string|null) {
      for (const [id, path] of paths) {
        path.getElement()?.classList.toggle("faded", key !== null && keys.get(id) !== key);
      }
    },
  };
}

/** @param feature degrees squared of the bounding box, only to sort by */
function extent(feature: any) {
  const bounds = L.geoJSON(feature).getBounds();
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}
