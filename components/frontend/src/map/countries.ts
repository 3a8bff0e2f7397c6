/**
 * Countries: one fill a country, repeated by the detailed frontier where that is shown, and outlines
 * above the relief for members, parties and reference parties.
 */
import { mesh } from "topojson-client";
import { addPaths, restyle, toFeatures } from "./shapes.ts";
import { makeReachable } from "./reach.ts";
import { membershipAt, momentOf, stanceAt } from "./moment.ts";
import { drawOutlines } from "./outlines.ts";
import type { View } from "./view.ts";

const FILL = { stroke: true, weight: 0.6, fillOpacity: 1, opacity: 1 };
const DETAIL_ZOOM = 6.5;
const { L } = (window as any);

export function drawCountries(map: any, topology: any, atlas: any, theme: any, on: {hover: (id: string|null, event?: any) => void, choose: (id: string) => void}) {
  const features = toFeatures(topology, "countries");
  const shapes = new Map(features.map((feature: any) => [feature.properties.id, feature]));
  const ground = addPaths(map, toFeatures(topology, "land"), "land", { ...FILL, interactive: false });
  const fills = [addPaths(map, features, "land", FILL)];
  const outlines = drawOutlines(map, shapes);
  let borders: any = null;
  let keys: Map<string, string> = new Map();
  listen(fills[0]);
  // A stop for each state that was ever bound by the Treaty; the others are found by search.
  for (const id of Object.keys(atlas.membership.rows)) {
    if (fills[0].has(id)) makeReachable(fills[0].get(id), atlas.countries[id], on, id);
  }

  function listen(paths: Map<string, any>) {
    for (const [id, path] of paths) {
      path.on("mouseover mousemove", (event: any) => on.hover(id, event));
      path.on("mouseout", () => on.hover(null));
      path.on("click", () => on.choose(id));
    }
  }

  function paintOf(view: View, moment: number, id: string) {
    const { colours } = theme;
    if (!view.event) {
      const key = view.layers.includes("members") ? membershipAt(atlas, id, moment) : "none";
      return { key, fill: colours.membership[key].fill };
    }
    const stance = stanceAt(atlas, view, id);
    if (!stance) return { key: "outside", fill: colours.base.land.fill };
    return { key: stance.code, fill: theme.stanceFill(stance.code, stance.other) };
  }

  function outlineOf(view: View, moment: number, id: string) {
    const { colours } = theme;
    if (view.event) {
      const event = atlas.eventById.get(view.event);
      if (id === view.toward) return { color: colours.base.accent.fill, weight: 3.4, dashArray: null };
      if (event.parties.includes(id)) return { color: colours.stance.PTY.pattern_colour, weight: 2.6, dashArray: null };
      if (view.layers.includes("members") && atlas.memberSets[moment].has(id)) {
        return { color: colours.mark.member.fill, weight: 1.7, dashArray: null };
      }
      return null;
    }
    const key = view.layers.includes("members") ? membershipAt(atlas, id, moment) : "none";
    if (key === "none") return null;
    const style = colours.membership[key];
    return { color: style.line, weight: style.line_width, dashArray: style.dash || null };
  }

  return {
    /** What each country shows, for the legend's counts. */
    get keys() {
      return keys;
    },
    ids: [...shapes.keys()],
    boundsOf: (id: string) => fills[0].get(id)?.getBounds(),
    /** @param topology of the detailed windows; their cut edges are not borders and get no line */
    addFrontier(topology: any) {
      const paths = addPaths(map, toFeatures(topology, "frontier"), "frontier", { ...FILL, stroke: false });
      const shared = mesh(topology, topology.objects.frontier, (a: any, b: any) => a !== b);
      borders = L.geoJSON(shared, { pane: "frontier", renderer: L.svg({ pane: "frontier" }), interactive: false, style: { weight: 0.6 } }).addTo(map);
      fills.push(paths);
      listen(paths);
      outlines.addDetail(topology, atlas.windows);
    },
    draw(view: View) {
      const moment = momentOf(atlas, view);
      const border = theme.colours.base.border.fill;
      const detailed = view.layers.includes("frontier") && map.getZoom() >= DETAIL_ZOOM;
      map.getPane("frontier").style.display = detailed ? "" : "none";
      borders?.setStyle({ color: border });
      for (const path of ground.values()) restyle(path, { fillColor: theme.colours.base.land.fill, color: border });
      keys = new Map();
      for (const id of shapes.keys()) {
        const { key, fill } = paintOf(view, moment, id);
        keys.set(id, key);
        for (const paths of fills) {
          const path = paths.get(id);
          if (path) restyle(path, { fillColor: fill, color: border });
        }
        outlines.draw(id, outlineOf(view, moment, id), detailed);
      }
    },
    /** Fade all but the countries a legend row stands for. */
    highlight(key: string|null) {
      for (const paths of fills) {
        for (const [id, path] of paths) {
          path.getElement()?.classList.toggle("faded", key !== null && keys.get(id) !== key);
        }
      }
    },
  };
}
