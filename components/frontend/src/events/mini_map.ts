/** The small map of an event: every state in the colour and pattern of its stance. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, svgEl } from "../ui/dom.ts";
import { placeLabels } from "./mini_map_labels.ts";
import { HEIGHT, WIDTH, drawGraticule, isInside, project } from "../ui/mini_map_projection.ts";
import { loadGround } from "../ui/mini_map_shapes.ts";
import { findOther, readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import type { Ground, Shape } from "../ui/mini_map_shapes.ts";
import type { Stance } from "../core/record.ts";
import type { Dossier, DossierPage } from "./content.ts";

type Palette = DossierPage["palette"];

/**
 * A frame that fills itself once the shapes are here.
 * @param event what `describe_dossier` gives
 * @param addresses of the shapes
 */
export function makeMap(event: Dossier, palette: Palette, addresses: DossierPage["shapes"], patterns: Element) {
  const frame = el("figure", { class: "stance-map" });
  loadGround(addresses).then(
    (ground) => {
      frame.replaceChildren(drawMap(event, palette, ground, patterns), ...describePlace(event));
      frame.dataset.drawn = "";
      placeLabels(frame, event, ground);
    },
    () => frame.replaceChildren(el("p", { class: "none" }, _("The map shapes could not be loaded. The list shows the same data."))),
  );
  return frame;
}

function drawMap(event: Dossier, palette: Palette, { shapes }: Ground, patterns: Element) {
  const stances = new Map(event.stances.map((stance) => [stance.actor.id, stance]));
  const title = svgEl("title");
  title.textContent = _("Map of the stances toward {country}; the list shows the same data", { country: event.toward.name });
  const svg = svgEl("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" }, title);
  const border = { stroke: palette.base.border.fill, "stroke-width": 0.6, "stroke-linejoin": "round" };
  svg.append(
    svgEl("rect", { width: WIDTH, height: HEIGHT, fill: palette.base.sea.fill }),
    svgEl("path", { d: drawGraticule(), fill: "none", stroke: palette.base.graticule.fill, "stroke-width": 0.8 }),
  );
  for (const { id, path } of shapes) {
    const stance = id === null ? undefined : stances.get(id);
    const fill = stance
      ? fillWith(patterns, readStance(palette, stance.code, findOther(stance), Boolean(stance.weakness)))
      : palette.base.land.fill;
    svg.append(svgEl("path", { d: path, fill, ...border, ...(stance ? { "data-actor": id ?? "", "data-code": stance.code } : {}) }));
  }
  svg.append(...drawOutlines(event, stances, palette, shapes), ...drawPlace(event, palette));
  return svg;
}

/** Members, parties and, above all, the reference party. */
function drawOutlines(event: Dossier, stances: Map<string, Stance>, palette: Palette, shapes: Shape[]) {
  const parties = new Set(event.parties.map((party) => party.id));
  const outline = (id: string) => {
    if (id === event.toward.id) return { rank: 2, stroke: palette.base.accent.fill, "stroke-width": 3 };
    if (parties.has(id)) return { rank: 1, stroke: palette.stance.PTY.pattern_colour, "stroke-width": 2.2 };
    if (stances.get(id)?.member) return { rank: 0, stroke: palette.mark.member.fill, "stroke-width": 1.3 };
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
  const mark = { cx, cy, stroke: palette.base.halo.fill, "stroke-width": 2 };
  return [
    svgEl("circle", { cx, cy, r: 9, fill: "none", stroke: palette.event.selected.fill, "stroke-width": 1.6 }),
    svgEl("circle", { ...mark, r: 5, fill: palette.event.selected.fill, class: "place" }),
  ];
}

function describePlace(event: Dossier) {
  if (event.lat === null || event.lon === null) return [];
  const inside = isInside(...project(event.lon, event.lat));
  const { place, precision_km: km } = event;
  const said = km ? _("Dot: {place}, accurate to about {km} km.", { place, km }) : _("Dot: {place}.", { place });
  return [el("figcaption", { class: "note" }, inside ? said : _("Place: {place}, outside this map.", { place }))];
}
