/** The links between members as arcs over a map, from capital to capital. */
import { HEIGHT, WIDTH, drawGraticule, project } from "../ui/mini_map_projection.ts";
import { loadGround } from "../ui/mini_map_shapes.ts";
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatSigned } from "../i18n/number_format.ts";
import { el, svgEl } from "../ui/dom.ts";
import type { Ground } from "../ui/mini_map_shapes.ts";
import type { Link, Pairs } from "./content.ts";

/** How far an arc bows, as a share of its length. */
const BOW = 0.2;
const [THINNEST, A_STEP] = [2.2, 2];
/** Nearer than this, names on one line would meet. */
const [CROWDED, LINE] = [95, 18];

/** A link with a mean and its code. */
type DrawnLink = Link & { mean: number; code: string };

export function makeArcs(data: Pairs, pick: (pair: string) => void) {
  const frame = el("figure", { class: "arcs" });
  const caption = el(
    "figcaption",
    { class: "note" },
    _("Both directions combined: each arc is the mean of all known stances between two members. The grid shows each direction separately."),
  );
  loadGround(data.shapes).then(
    (ground) => {
      frame.replaceChildren(drawMap(data, ground, pick), caption);
      frame.dataset.drawn = "";
    },
    () => frame.replaceChildren(el("p", { class: "note" }, _("The map shapes could not be loaded. The grid shows the same data."))),
  );
  return frame;
}

function drawMap(data: Pairs, { shapes }: Ground, pick: (pair: string) => void) {
  const colour = (code: string) => data.palette.base[code].fill;
  const names = new Map(data.members.map(({ id, name }) => [id, name]));
  const title = svgEl("title");
  title.textContent = _("Links between members as arcs; the grid shows the same data");
  const svg = svgEl(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    title,
    svgEl("rect", { width: WIDTH, height: HEIGHT, fill: colour("sea") }),
    svgEl("path", { d: drawGraticule(), fill: "none", stroke: colour("graticule"), "stroke-width": 0.7 }),
  );
  const member = data.palette.base.panel.fill;
  for (const { id, path } of shapes) {
    svg.append(
      svgEl("path", {
        d: path,
        fill: id && names.has(id) ? member : colour("land"),
        stroke: colour("border"),
        "stroke-width": id && names.has(id) ? 0.8 : 0.35,
        "stroke-linejoin": "round",
      }),
    );
  }
  const seats = new Map(Object.entries(data.seats).map(([id, [lon, lat]]) => [id, project(lon, lat)] as const));
  const links = data.links.flatMap(({ mean, code, ...link }): DrawnLink[] =>
    mean !== null && code !== null && seats.has(link.actor) && seats.has(link.toward) ? [{ ...link, mean, code }] : [],
  );
  const arcs = links
    .toSorted((one, other) => Math.abs(one.mean) - Math.abs(other.mean))
    .map((link) => drawArc(data, link, seats.get(link.actor) ?? [0, 0], seats.get(link.toward) ?? [0, 0], names, pick));
  svg.append(
    ...arcs,
    ...[...seats]
      .filter(([id]) => links.some(({ actor, toward }) => id === actor || id === toward))
      .flatMap(([id, at]) => drawSeat(names.get(id) ?? id, at, [...seats.values()], colour)),
  );
  return svg;
}

function drawArc(
  data: Pairs,
  link: DrawnLink,
  start: readonly [number, number],
  end: readonly [number, number],
  names: Map<string, string>,
  pick: (pair: string) => void,
) {
  const pair = `${link.actor}-${link.toward}`;
  const [west, east] = start[0] <= end[0] ? [start, end] : [end, start];
  const [dx, dy] = [east[0] - west[0], east[1] - west[1]];
  const middle = [(west[0] + east[0]) / 2 + dy * BOW, (west[1] + east[1]) / 2 - dx * BOW];
  const d = `M${place(west)}Q${place(middle)} ${place(east)}`;
  const width = THINNEST + A_STEP * Math.abs(link.mean);
  const few = link.known < data.few;
  const shared = { d, fill: "none", "stroke-linecap": few ? "butt" : "round", ...(few ? { "stroke-dasharray": "7 4" } : {}) };
  const casing = svgEl("path", { ...shared, stroke: data.palette.base.ink.fill, "stroke-width": width + 1.8 });
  const stroke = data.palette.stance[link.code].fill;
  const touch = svgEl("path", { d, fill: "none", stroke: "transparent", "stroke-width": 14, "pointer-events": "stroke" });
  const label = svgEl("title");
  label.textContent = ngettext(
    "{first} and {second}: {mean} from {count} stance",
    "{first} and {second}: {mean} from {count} stances",
    link.known,
    { first: names.get(link.actor) ?? "", second: names.get(link.toward) ?? "", mean: formatSigned(link.mean) },
  );
  const chosen = data.pair?.join("-");
  const group = svgEl(
    "g",
    { class: `arc${chosen && chosen !== pair ? " faded" : ""}`, "data-pair": pair },
    label,
    casing,
    svgEl("path", { ...shared, stroke, "stroke-width": width }),
    touch,
  );
  group.addEventListener("click", () => pick(pair));
  return group;
}

const place = (point: readonly number[]) => point.map((number) => number.toFixed(1)).join();

/** A capital with its state's name, which makes room for a neighbour's. */
function drawSeat(name: string, [x, y]: readonly [number, number], seats: (readonly [number, number])[], colour: (code: string) => string) {
  const near = seats.filter(([ax, ay]) => ax !== x && Math.abs(ax - x) < CROWDED && Math.abs(ay - y) < LINE);
  const anchor = near.some(([ax]) => ax > x) ? "end" : near.some(([ax]) => ax < x) ? "start" : "middle";
  const shift = { end: 8, start: -8, middle: 0 }[anchor];
  const text = svgEl("text", {
    x: x + shift,
    y: y + 17,
    "text-anchor": anchor,
    fill: colour("label"),
    stroke: colour("halo"),
    "stroke-width": 3.2,
    "paint-order": "stroke",
  });
  text.textContent = name;
  return [svgEl("circle", { cx: x, cy: y, r: 4.2, fill: colour("ink"), stroke: colour("halo"), "stroke-width": 1.4 }), text];
}
