/** The days that mattered as small maps side by side, each what was known by its end; then who changed on each. */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { nameDay, nameDayAndDate, renderChanges } from "../ui/day_changes.ts";
import { el, svgEl } from "../ui/dom.ts";
import { HEIGHT, WIDTH } from "../ui/mini_map_projection.ts";
import { loadGround } from "../ui/mini_map_shapes.ts";
import { withMode } from "../ui/mode_note.ts";
import { linkPage } from "../ui/page_link.ts";
import { findOther, readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import type { Shape } from "../ui/mini_map_shapes.ts";
import type { AnswerDay, StanceSide } from "../core/answer_day.ts";
import type { Dossier, DossierPage } from "./content.ts";

type Palette = DossierPage["palette"];

/** How much larger the tiles of patterns are drawn than on the large map: these maps are a quarter of its size. */
const TILE_SCALE = 2.6;
const shapeId = (id: string) => `day-shape-${id}`;
const REST = "others";

/**
 * @param addresses of the shapes
 * @param patterns holds what all the maps share
 * @returns nothing where all was known on the first day
 */
export function renderDays(event: Dossier, palette: Palette, addresses: DossierPage["shapes"], patterns: Element) {
  const days = event.days ?? [];
  if (!days.length) return [];
  const frames = days.map(() => el("span", { class: "day-map", "aria-hidden": "true" }));
  loadGround(addresses).then(
    ({ shapes }) => {
      const states = days.map((_day, place) => readStances(event, place));
      const drawn = new Set(states.flatMap((stances) => [...stances.keys()]));
      patterns.append(defineShapes(shapes, drawn));
      frames.forEach((frame, place) => frame.append(drawDay(event, states[place], drawn, palette, patterns)));
      for (const tile of patterns.querySelectorAll('pattern[id^="day-"]:not([id$="-whole"])'))
        tile.setAttribute("patternTransform", `scale(${TILE_SCALE})`);
    },
    // Without shapes the list below says the same.
    () => frames.forEach((frame) => frame.remove()),
  );
  const maps = days.map((day, place) => el("li", {}, linkDay(event, day, frames[place])));
  const list = days.map((day) =>
    el("li", { "data-day": day.date }, el("h4", {}, nameDayAndDate(day)), renderChanges(day, event.stances, palette)),
  );
  return [
    el(
      "p",
      { class: "note" },
      _("What was known by the end of each day on which a position changed. Select a day to see it on the main map."),
    ),
    el("ol", { class: "day-maps" }, ...maps),
    el("ol", { class: "day-list" }, ...list),
  ];
}

function linkDay(event: Dossier, day: AnswerDay, frame: Element) {
  const view = withMode({ event: event.id, toward: event.toward.id, date: day.date }, event.mode);
  const link = linkPage("", view, "");
  link.replaceChildren(frame, el("strong", {}, nameDay(day)), " ", el("span", {}, longDate(day.date)));
  return link;
}

/** Everyone's stance by the end of a day: all that is known, without what came later. */
export function readStances({ stances, days = [] }: Pick<Dossier, "stances" | "days">, place: number) {
  const known = new Map<string, StanceSide>(
    stances.map(({ actor, code, label, weakness, ...stance }) => {
      const other = findOther({ code, ...stance });
      return [actor.id, { code, label, ...(other ? { other } : {}), ...(weakness ? { weakness } : {}) }];
    }),
  );
  for (const { changes } of days.slice(place + 1).reverse())
    for (const { actor, before } of changes) {
      if (before) known.set(actor, { ...before, ...(before.contested ? { other: before.other ?? before.code } : {}) });
      else known.delete(actor);
    }
  return known;
}

/** The shapes once for all maps: one of each who is ever drawn, and one of all the others. */
function defineShapes(shapes: Shape[], drawn: Set<string>) {
  const paths = new Map<string, string>();
  for (const { id, path } of shapes) {
    const key = id !== null && drawn.has(id) ? id : REST;
    paths.set(key, (paths.get(key) ?? "") + path);
  }
  return svgEl("defs", {}, ...[...paths].map(([key, d]) => svgEl("path", { id: shapeId(key), d })));
}

function drawDay(event: Dossier, stances: Map<string, StanceSide>, drawn: Set<string>, palette: Palette, patterns: Element) {
  const { base, stance: codes } = palette;
  const border = { stroke: base.border.fill, "stroke-width": 1.6, "stroke-linejoin": "round" };
  const use = (id: string, paint: Record<string, string | number>) => svgEl("use", { href: `#${shapeId(id)}`, ...paint });
  const fillOf = (side: StanceSide | undefined) => {
    if (!side) return base.land.fill;
    const paint = readStance(palette, side.code, side.other, Boolean(side.weakness));
    return fillWith(patterns, { ...paint, id: `day-${paint.id}` });
  };
  const outlines = [
    ...event.parties.map(({ id }) => ({ id, stroke: codes.PTY.pattern_colour, "stroke-width": 3.5 })),
    { id: event.toward.id, stroke: base.accent.fill, "stroke-width": 5 },
  ].filter(({ id }) => drawn.has(id));
  return svgEl(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    svgEl("rect", { width: WIDTH, height: HEIGHT, fill: base.sea.fill }),
    use(REST, { fill: base.land.fill, ...border }),
    ...[...drawn].map((id) =>
      use(id, { fill: fillOf(stances.get(id)), "data-actor": id, "data-code": stances.get(id)?.code ?? "", ...border }),
    ),
    ...outlines.map(({ id, ...line }) => use(id, { fill: "none", "stroke-linejoin": "round", ...line })),
  );
}
