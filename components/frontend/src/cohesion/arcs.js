// @ts-check
/** The links between members as arcs over a map, from capital to capital. */
import { HEIGHT, WIDTH, drawGraticule, project } from "../events/projection.js";
import { loadGround } from "../events/shapes.js";
import { gettext as _, ngettext } from "../language/messages.js";
import { saySigned } from "../language/numbers.js";
import { make, makeSvg } from "../map/dom.js";
import { both } from "./paint.js";

/** How far an arc bows, as a share of its length. */
const BOW = 0.2;
const [THINNEST, A_STEP] = [2.2, 2];
/** Nearer than this, names on one line would meet. */
const [CROWDED, LINE] = [95, 18];

/** @param {any} data @param {(pair: string) => void} pick */
export function makeArcs(data, pick) {
  const frame = make("figure", { class: "arcs" });
  const caption = make("figcaption", { class: "note" }, _("Both directions combined: each arc is the mean of all known stances between two members. The grid shows each direction separately."));
  loadGround(data.shapes).then(
    (ground) => {
      frame.replaceChildren(drawMap(data, ground, pick), caption);
      frame.dataset.drawn = "";
    },
    () => frame.replaceChildren(make("p", { class: "note" }, _("The map shapes could not be loaded. The grid shows the same data."))),
  );
  return frame;
}

/** @param {any} data @param {import("../events/shapes.js").Ground} ground @param {(pair: string) => void} pick */
function drawMap(data, { shapes }, pick) {
  const colour = (/** @type {string} */ code) => both(data.palette, ({ base }) => base[code].fill);
  const names = new Map(data.members.map((/** @type {any} */ { id, name }) => [id, name]));
  const title = makeSvg("title");
  title.textContent = _("Links between members as arcs; the grid shows the same data");
  const svg = makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" }, title,
    makeSvg("rect", { width: WIDTH, height: HEIGHT, fill: colour("sea") }),
    makeSvg("path", { d: drawGraticule(), fill: "none", stroke: colour("graticule"), "stroke-width": 0.7 }));
  const member = both(data.palette, ({ base }) => base.panel.fill);
  for (const { id, path } of shapes) {
    svg.append(makeSvg("path", { d: path, fill: id && names.has(id) ? member : colour("land"), stroke: colour("border"), "stroke-width": id && names.has(id) ? 0.8 : 0.35, "stroke-linejoin": "round" }));
  }
  const seats = new Map(Object.entries(data.seats).map(([id, [lon, lat]]) => /** @type {const} */ ([id, project(lon, lat)])));
  const links = data.links.filter((/** @type {any} */ { mean, actor, toward }) => mean !== null && seats.has(actor) && seats.has(toward));
  const arcs = links
    .toSorted((/** @type {any} */ one, /** @type {any} */ other) => Math.abs(one.mean) - Math.abs(other.mean))
    .map((/** @type {any} */ link) => drawArc(data, link, seats.get(link.actor) ?? [0, 0], seats.get(link.toward) ?? [0, 0], names, pick));
  svg.append(...arcs, ...[...seats].filter(([id]) => links.some((/** @type {any} */ { actor, toward }) => id === actor || id === toward)).flatMap(([id, at]) => drawSeat(names.get(id) ?? id, at, [...seats.values()], colour)));
  return svg;
}

/** @param {any} data @param {any} link @param {readonly [number, number]} start @param {readonly [number, number]} end @param {Map<string, string>} names @param {(pair: string) => void} pick */
function drawArc(data, link, start, end, names, pick) {
  const pair = `${link.actor}-${link.toward}`;
  const [west, east] = start[0] <= end[0] ? [start, end] : [end, start];
  const [dx, dy] = [east[0] - west[0], east[1] - west[1]];
  const middle = [(west[0] + east[0]) / 2 + dy * BOW, (west[1] + east[1]) / 2 - dx * BOW];
  const d = `M${west.map(round)}Q${middle.map(round)} ${east.map(round)}`;
  const width = THINNEST + A_STEP * Math.abs(link.mean);
  const few = link.known < data.few;
  const shared = { d, fill: "none", "stroke-linecap": few ? "butt" : "round", ...(few ? { "stroke-dasharray": "7 4" } : {}) };
  const casing = makeSvg("path", { ...shared, stroke: both(data.palette, ({ base }) => base.ink.fill), "stroke-width": width + 1.8 });
  const stroke = both(data.palette, ({ stance }) => stance[link.code].fill);
  const touch = makeSvg("path", { d, fill: "none", stroke: "transparent", "stroke-width": 14, "pointer-events": "stroke" });
  const label = makeSvg("title");
  label.textContent = ngettext("{first} and {second}: {mean} from {count} stance", "{first} and {second}: {mean} from {count} stances", link.known, { first: names.get(link.actor) ?? "", second: names.get(link.toward) ?? "", mean: saySigned(link.mean) });
  const chosen = data.pair?.join("-");
  const group = makeSvg("g", { class: `arc${chosen && chosen !== pair ? " faded" : ""}`, "data-pair": pair }, label, casing, makeSvg("path", { ...shared, stroke, "stroke-width": width }), touch);
  group.addEventListener("click", () => pick(pair));
  return group;
}

/** @param {number} number */
const round = (number) => number.toFixed(1);

/** A capital with its state's name, which makes room for a neighbour's. @param {string} name @param {readonly [number, number]} at @param {(readonly [number, number])[]} seats @param {(code: string) => string} colour */
function drawSeat(name, [x, y], seats, colour) {
  const near = seats.filter(([ax, ay]) => ax !== x && Math.abs(ax - x) < CROWDED && Math.abs(ay - y) < LINE);
  const anchor = near.some(([ax]) => ax > x) ? "end" : near.some(([ax]) => ax < x) ? "start" : "middle";
  const shift = { end: 8, start: -8, middle: 0 }[anchor];
  const text = makeSvg("text", { x: x + shift, y: y + 17, "text-anchor": anchor, fill: colour("label"), stroke: colour("halo"), "stroke-width": 3.2, "paint-order": "stroke" });
  text.textContent = name;
  return [makeSvg("circle", { cx: x, cy: y, r: 4.2, fill: colour("ink"), stroke: colour("halo"), "stroke-width": 1.4 }), text];
}
