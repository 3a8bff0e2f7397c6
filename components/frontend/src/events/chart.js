// @ts-check
/** The chart of the timeline: kinds in lanes, a mark for each event, a bar for how long it lasted. */
import { gettext as _ } from "../language/messages.js";
import { capitalise } from "../language/numbers.js";
import { dateRange, yearFraction } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { makeTicks } from "./axis.js";
import { makeGlyph } from "./glyphs.js";
import { linkEvent } from "./links.js";
import { packMarks } from "./packing.js";

const GLYPH = 16;
const ROW = { fine: 14, coarse: 20 };
const LANE_GAP = 6;
const NAME_LINE = 19;
const LEAST_YEAR = { fine: 15, coarse: 22 };
const LABEL_GAP = 9;
/** Marks of events where nothing was asked are smaller by this on both sides. */
const QUIET_INSET = 2;
/** Rows the lanes may fill when every event is named beside its mark. */
const ROOM_FOR_NAMES = 26;
const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** What happened, when, and what came of it, in one line. @param {any} event @param {any} colours */
export function describeMark(event, colours) {
  const asked = event.invocation === "none" ? "" : _("request: {request}", { request: WORDS.invocation[event.invocation] ?? event.invocation });
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return [dateRange(event.date_start, event.date_end), kind, asked, colours[event.response].label.toLocaleLowerCase()].filter(Boolean).join(" · ");
}

/**
 * @param {any} data what `describe_timeline` gives @param {any} colours of the theme, by response
 * @param {number} width of the whole chart in pixels @param {number} names width of the lanes' names; 0 puts them above
 * @param {{choose: (choice: {event: string}) => void, show: (event: any) => void}} on
 */
export function drawChart(data, colours, width, names, on) {
  const [first, last] = data.span;
  const pointer = matchMedia("(pointer: coarse)").matches ? "coarse" : "fine";
  const plot = Math.max(width - names - GLYPH, (last - first + 1) * LEAST_YEAR[pointer]);
  const kinds = data.offers.kind.filter((/** @type {any} */ kind) => data.events.some((/** @type {any} */ e) => e.kind === kind.id));
  const lanes = arrangeLanes(kinds, data, plot);
  const body = make("div", { class: "plot" });
  body.style.width = `${plot + GLYPH}px`;
  body.style.marginLeft = `${names}px`;
  body.append(...drawGrid(data, plot));
  const size = { row: ROW[pointer], head: names ? 0 : NAME_LINE };
  const rows = lanes.map((lane) => drawLane(lane, size, data, colours, on));
  const element = make("div", { class: names ? "lanes" : "lanes stacked" }, body, ...rows);
  element.style.width = `${names + plot + GLYPH}px`;
  return element;
}

/** @param {any[]} kinds @param {any} data @param {number} plot */
function arrangeLanes(kinds, data, plot) {
  pen.font = '12.5px "Source Sans 3", sans-serif';
  const attempt = (/** @type {boolean} */ spread) => kinds.map((kind) => {
    const events = data.events.filter((/** @type {any} */ event) => event.kind === kind.id);
    const marks = events.map((/** @type {any} */ event) => measureMark(event, data.span, plot));
    return { kind, events, marks, ...packMarks(marks, plot + GLYPH, spread) };
  });
  const spread = attempt(true);
  return spread.reduce((sum, lane) => sum + lane.rows, 0) <= ROOM_FOR_NAMES ? spread : attempt(false);
}

/** @param {any} event @param {number[]} span @param {number} plot */
function measureMark(event, [first, last], plot) {
  const perYear = plot / (last - first + 1);
  const quiet = event.response === "none";
  const start = Math.max(0, (yearFraction(event.date_start) - first) * perYear);
  const end = event.date_end ? Math.min(plot, (yearFraction(event.date_end) - first) * perYear) : plot;
  const [left, right] = quiet ? [start + QUIET_INSET, start + GLYPH - QUIET_INSET] : [start, start + GLYPH];
  const label = Math.ceil(pen.measureText(event.title).width) + LABEL_GAP;
  return { id: event.id, start, left, right: Math.max(right, end + GLYPH / 2), label, first: !quiet };
}

/** @param {any} lane @param {{row: number, head: number}} size heights of a row and of the name above @param {any} data @param {any} colours @param {any} on */
function drawLane(lane, { row, head }, data, colours, on) {
  const name = make("h2", { class: "name" }, sayKind(lane.kind.id), make("span", { class: "count" }, String(lane.events.length)));
  const marks = lane.events.map((/** @type {any} */ event, /** @type {number} */ at) => drawMark(event, lane.marks[at], { ...lane.places[at], top: lane.places[at].row * row, height: row }, data, colours, on));
  const element = make("section", { class: "lane", "data-kind": lane.kind.id }, name, make("div", { class: "marks" }, ...marks));
  element.style.height = `${head + lane.rows * row + LANE_GAP}px`;
  return element;
}

/** @param {any} event @param {any} mark @param {any} place @param {any} data @param {any} colours @param {any} on */
function drawMark(event, mark, place, data, colours, on) {
  const colour = colours[event.response].fill;
  const attributes = {
    class: `mark ${event.response}`, "data-event": event.id, tabindex: "-1",
    "aria-label": `${event.title}. ${describeMark(event, colours)}`,
  };
  const link = linkEvent({ event: event.id }, { ...data.kept, ...data.filter }, on.choose, attributes, makeGlyph(event.response, colour));
  link.style.left = `${mark.start}px`;
  link.style.top = `${place.top}px`;
  link.style.height = `${place.height}px`;
  link.style.width = `${Math.max(GLYPH, mark.right - mark.start)}px`;
  const length = mark.right - mark.start - GLYPH;
  if (length > 1) {
    const bar = make("span", { class: "bar" });
    bar.style.width = `${length + GLYPH / 2}px`;
    bar.style.background = colour;
    link.prepend(bar);
  }
  if (place.side !== "none") link.append(make("span", { class: `label ${place.side}` }, event.title));
  link.addEventListener("pointerenter", () => on.show(event));
  link.addEventListener("pointerleave", () => on.show(null));
  link.addEventListener("focus", () => on.show(event));
  link.addEventListener("blur", () => on.show(null));
  return link;
}

/** @param {any} data @param {number} plot */
function drawGrid(data, plot) {
  const [first, last] = data.span;
  const ticks = makeTicks(first, last, plot).map(({ at, text, year }) => {
    const tick = make("div", { class: year ? "tick" : "tick month" }, text);
    tick.style.left = `${at + GLYPH / 2}px`;
    return tick;
  });
  if (data.year && data.year >= first && data.year <= last) {
    const band = make("div", { class: "band" });
    const perYear = plot / (last - first + 1);
    band.style.left = `${(data.year - first) * perYear + GLYPH / 2}px`;
    band.style.width = `${perYear}px`;
    ticks.unshift(band);
  }
  return ticks;
}

/** @param {string} kind */
export function sayKind(kind) {
  return capitalise(WORDS.kind[kind] ?? kind);
}
