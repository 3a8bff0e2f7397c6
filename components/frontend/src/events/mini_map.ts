/** The small map of an event: every state in the colour and pattern of its stance. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, svgEl } from "../ui/dom.ts";
import { readPaint } from "./response_colours.ts";
import { placeLabels } from "./mini_map_labels.ts";
import { HEIGHT, WIDTH, drawGraticule, isInside, project } from "../ui/mini_map_projection.ts";
import { loadGround } from "../ui/mini_map_shapes.ts";
import type { Ground, Shape } from "../ui/mini_map_shapes.ts";
import type { Palette } from "../core/palette.ts";
import type { Stance } from "../core/record.ts";
import type { Dossier, DossierPage } from "./content.ts";

/**
 * A frame that fills itself once the shapes are here.
 * @param event what `describe_dossier` gives
 * @param addresses of the shapes
 * @param tiles where patterns are kept
 */
export function makeMap(event: Dossier, palette: Palette, addresses: DossierPage["shapes"], tiles: Element) {
  const frame = el("figure", { class: "stance-map" });
  loadGround(addresses).then(
    (ground) => {
      frame.replaceChildren(drawMap(event, palette, ground, tiles), ...describePlace(event));
      frame.dataset.drawn = "";
      placeLabels(frame, event, ground);
    },
    () => frame.replaceChildren(el("p", { class: "none" }, _("The map shapes could not be loaded. The list shows the same data."))),
  );
  return frame;
}

function drawMap(event: Dossier, palette: Palette, { shapes }: Ground, tiles: Element) {
  const stances = new Map(event.stances.map((stance) => [stance.actor.id, stance]));
  const title = svgEl("title");
  title.textContent = _("Map of the stances toward {country}; the list shows the same data", { country: event.toward.name });
  const svg = svgEl("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" }, title);
  const border = { stroke: readPaint(palette, "base", "border"), "stroke-width": 0.6, "stroke-linejoin": "round" };
  svg.append(
    svgEl("rect", { width: WIDTH, height: HEIGHT, fill: readPaint(palette, "base", "sea") }),
    svgEl("path", { d: drawGraticule(), fill: "none", stroke: readPaint(palette, "base", "graticule"), "stroke-width": 0.8 }),
  );
  for (const { id, path } of shapes) {
    const stance = id === null ? undefined : stances.get(id);
    const fill = stance ? paintStance(stance, palette, tiles) : readPaint(palette, "base", "land");
    svg.append(svgEl("path", { d: path, fill, ...border, ...(stance ? { "data-actor": id ?? "", "data-code": stance.code } : {}) }));
  }
  svg.append(...drawOutlines(event, stances, palette, shapes), ...drawPlace(event, palette));
  return svg;
}

/** The paint of a stance: a colour, or a tile of its own. */
export function paintStance(stance: Stance, palette: Palette, tiles: Element) {
  const { code } = stance;
  const fill = readPaint(palette, "stance", code);
  const other = stance.contested ? stance.readings.find((reading) => reading.code !== code)?.code : null;
  const pattern = stance.contested ? "stripe" : palette.light.stance[code].pattern;
  const shape = palette.patterns[pattern];
  if (!shape?.size) return fill;
  const line = stance.contested
    ? other
      ? readPaint(palette, "stance", other)
      : readPaint(palette, "mark", "contested", "pattern_colour")
    : readPaint(palette, "stance", code, "pattern_colour");
  const id = `tile-${code}-${stance.contested ? `${other}-contested` : "plain"}`;
  if (!tiles.querySelector(`#${id}`)) {
    const drawn = svgEl("path", {
      d: shape.path,
      fill: shape.paint === "fill" ? line : "none",
      stroke: shape.paint === "fill" ? "none" : line,
      "stroke-width": shape.stroke_width,
    });
    const ground = svgEl("rect", { width: shape.size, height: shape.size, fill });
    tiles.append(svgEl("pattern", { id, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" }, ground, drawn));
  }
  return `url(#${id})`;
}

/** Members, parties and, above all, the reference party. */
function drawOutlines(event: Dossier, stances: Map<string, Stance>, palette: Palette, shapes: Shape[]) {
  const parties = new Set(event.parties.map((party) => party.id));
  const outline = (id: string) => {
    if (id === event.toward.id) return { rank: 2, stroke: readPaint(palette, "base", "accent"), "stroke-width": 3 };
    if (parties.has(id)) return { rank: 1, stroke: readPaint(palette, "stance", "PTY", "pattern_colour"), "stroke-width": 2.2 };
    if (stances.get(id)?.member) return { rank: 0, stroke: readPaint(palette, "mark", "member"), "stroke-width": 1.3 };
    return null;
  };
  return shapes
    .flatMap(({ id, path }) => (id && outline(id) ? [{ path, ...outline(id) }] : []))
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ path, stroke, "stroke-width": width }) =>
      svgEl("path", { d: path, fill: "none", stroke: stroke ?? "", "stroke-width": width ?? 0, "stroke-linejoin": "round" }),
    );
}

function drawPlace(event: Dossier, palette: Palette) {
  if (event.lat === null || event.lon === null) return [];
  const [cx, cy] = project(event.lon, event.lat);
  if (!isInside(cx, cy)) return [];
  const mark = { cx, cy, stroke: readPaint(palette, "base", "halo"), "stroke-width": 2 };
  return [
    svgEl("circle", { cx, cy, r: 9, fill: "none", stroke: readPaint(palette, "event", "selected"), "stroke-width": 1.6 }),
    svgEl("circle", { ...mark, r: 5, fill: readPaint(palette, "event", "selected"), class: "place" }),
  ];
}

function describePlace(event: Dossier) {
  if (event.lat === null || event.lon === null) return [];
  const inside = isInside(...project(event.lon, event.lat));
  const { place, precision_km: km } = event;
  const said = km ? _("Dot: {place}, accurate to about {km} km.", { place, km }) : _("Dot: {place}.", { place });
  return [el("figcaption", { class: "note" }, inside ? said : _("Place: {place}, outside this map.", { place }))];
}
