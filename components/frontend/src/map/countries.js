// @ts-check
/**
 * Countries: one fill a country, repeated by the detailed frontier where that is shown, and outlines
 * above the relief for members, parties and reference parties.
 */
import { mesh } from "topojson-client";
import { addPaths, restyle, toFeatures } from "./shapes.js";
import { makeReachable } from "./reach.js";
import { membershipAt, momentOf, stanceAt } from "./moment.js";
import { drawOutlines } from "./outlines.js";

const FILL = { stroke: true, weight: 0.6, fillOpacity: 1, opacity: 1 };
const DETAIL_ZOOM = 6.5;
const { L } = /** @type {any} */ (window);

/**
 * @param {any} map @param {any} topology @param {any} atlas @param {any} theme
 * @param {{hover: (id: string|null, event?: any) => void, choose: (id: string) => void}} on
 */
export function drawCountries(map, topology, atlas, theme, on) {
  const features = toFeatures(topology, "countries");
  const shapes = new Map(features.map((/** @type {any} */ feature) => [feature.properties.id, feature]));
  const ground = addPaths(map, toFeatures(topology, "land"), "land", { ...FILL, interactive: false });
  const fills = [addPaths(map, features, "land", FILL)];
  const outlines = drawOutlines(map, shapes);
  /** @type {any} */
  let borders = null;
  /** @type {Map<string, string>} */
  let keys = new Map();
  listen(fills[0]);
  // A stop for each state that was ever bound by the Treaty; the others are found by search.
  for (const id of Object.keys(atlas.membership.rows)) {
    if (fills[0].has(id)) makeReachable(fills[0].get(id), atlas.countries[id], on, id);
  }

  /** @param {Map<string, any>} paths */
  function listen(paths) {
    for (const [id, path] of paths) {
      path.on("mouseover mousemove", (/** @type {any} */ event) => on.hover(id, event));
      path.on("mouseout", () => on.hover(null));
      path.on("click", () => on.choose(id));
    }
  }

  /** @param {import("./view.js").View} view @param {number} moment @param {string} id */
  function paintOf(view, moment, id) {
    const { colours } = theme;
    if (!view.event) {
      const key = view.layers.includes("members") ? membershipAt(atlas, id, moment) : "none";
      return { key, fill: colours.membership[key].fill };
    }
    const stance = stanceAt(atlas, view, id);
    if (!stance) return { key: "outside", fill: colours.base.land.fill };
    return { key: stance.code, fill: theme.stanceFill(stance.code, stance.other) };
  }

  /** @param {import("./view.js").View} view @param {number} moment @param {string} id */
  function outlineOf(view, moment, id) {
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
    /** @param {string} id */
    boundsOf: (id) => fills[0].get(id)?.getBounds(),
    /** @param {any} topology of the detailed windows; their cut edges are not borders and get no line */
    addFrontier(topology) {
      const paths = addPaths(map, toFeatures(topology, "frontier"), "frontier", { ...FILL, stroke: false });
      const shared = mesh(topology, topology.objects.frontier, (/** @type {any} */ a, /** @type {any} */ b) => a !== b);
      borders = L.geoJSON(shared, { pane: "frontier", renderer: L.svg({ pane: "frontier" }), interactive: false, style: { weight: 0.6 } }).addTo(map);
      fills.push(paths);
      listen(paths);
      outlines.addDetail(topology, atlas.windows);
    },
    /** @param {import("./view.js").View} view */
    draw(view) {
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
    /** Fade all but the countries a legend row stands for. @param {string|null} key */
    highlight(key) {
      for (const paths of fills) {
        for (const [id, path] of paths) {
          path.getElement()?.classList.toggle("faded", key !== null && keys.get(id) !== key);
        }
      }
    },
  };
}
