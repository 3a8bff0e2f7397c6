/** The chart of the timeline: kinds in lanes, a mark for each event, a bar for how long it lasted. */
import { gettext as _ } from "../i18n/gettext.ts";
import { capitalise } from "../i18n/number_format.ts";
import { dateRange, yearFraction } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { WORDS } from "../ui/code_labels.ts";
import { makeTicks } from "./time_axis.ts";
import { makeGlyph } from "./response_glyphs.ts";
import { linkEvent } from "./event_link.ts";
import { packMarks } from "./label_packing.ts";
import type { Choice, FilterOffer, Responses, Timeline, TimelineEvent } from "./content.ts";
import type { Mark, Place } from "./label_packing.ts";

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
const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;

/** What the chart tells of: an event chosen, or pointed at. */
export interface ChartEvents {
  choose: (choice: Choice) => void;
  show: (event: TimelineEvent | null) => void;
}

interface ChartMark extends Mark {
  start: number;
}

interface Lane {
  kind: FilterOffer;
  events: TimelineEvent[];
  marks: ChartMark[];
  places: Place[];
  rows: number;
}

/** What happened, when, and what came of it, in one line. */
export function describeMark(event: TimelineEvent, colours: Responses) {
  const asked =
    event.invocation === "none" ? "" : _("request: {request}", { request: WORDS.invocation[event.invocation] ?? event.invocation });
  const kind = WORDS.kind[event.kind] ?? event.kind;
  return [dateRange(event.date_start, event.date_end), kind, asked, colours[event.response].label.toLocaleLowerCase()]
    .filter(Boolean)
    .join(" · ");
}

/**
 * @param data what `describe_timeline` gives
 * @param colours of the theme, by response
 * @param width of the whole chart in pixels
 * @param names width of the lanes' names; 0 puts them above
 */
export function drawChart(data: Timeline, colours: Responses, width: number, names: number, on: ChartEvents) {
  const [first, last] = data.span;
  const pointer = matchMedia("(pointer: coarse)").matches ? "coarse" : "fine";
  const plot = Math.max(width - names - GLYPH, (last - first + 1) * LEAST_YEAR[pointer]);
  const kinds = data.offers.kind.filter((kind) => data.events.some((e) => e.kind === kind.id));
  const lanes = arrangeLanes(kinds, data, plot);
  const body = el("div", { class: "plot" });
  body.style.width = `${plot + GLYPH}px`;
  body.style.marginLeft = `${names}px`;
  body.append(...drawGrid(data, plot));
  const size = { row: ROW[pointer], head: names ? 0 : NAME_LINE };
  const rows = lanes.map((lane) => drawLane(lane, size, data, colours, on));
  const element = el("div", { class: names ? "lanes" : "lanes stacked" }, body, ...rows);
  element.style.width = `${names + plot + GLYPH}px`;
  return element;
}

function arrangeLanes(kinds: FilterOffer[], data: Timeline, plot: number) {
  pen.font = '12.5px "Source Sans 3", sans-serif';
  const attempt = (spread: boolean): Lane[] =>
    kinds.map((kind) => {
      const events = data.events.filter((event) => event.kind === kind.id);
      const marks = events.map((event) => measureMark(event, data.span, plot));
      return { kind, events, marks, ...packMarks(marks, plot + GLYPH, spread) };
    });
  const spread = attempt(true);
  return spread.reduce((sum, lane) => sum + lane.rows, 0) <= ROOM_FOR_NAMES ? spread : attempt(false);
}

function measureMark(event: TimelineEvent, [first, last]: number[], plot: number): ChartMark {
  const perYear = plot / (last - first + 1);
  const quiet = event.response === "none";
  const start = Math.max(0, (yearFraction(event.date_start) - first) * perYear);
  const end = event.date_end ? Math.min(plot, (yearFraction(event.date_end) - first) * perYear) : plot;
  const [left, right] = quiet ? [start + QUIET_INSET, start + GLYPH - QUIET_INSET] : [start, start + GLYPH];
  const label = Math.ceil(pen.measureText(event.title).width) + LABEL_GAP;
  return { id: event.id, start, left, right: Math.max(right, end + GLYPH / 2), label, first: !quiet };
}

/** @param size heights of a row and of the name above */
function drawLane(lane: Lane, { row, head }: { row: number; head: number }, data: Timeline, colours: Responses, on: ChartEvents) {
  const name = el("h2", { class: "name" }, formatKind(lane.kind.id), el("span", { class: "count" }, String(lane.events.length)));
  const marks = lane.events.map((event, at) =>
    drawMark(event, lane.marks[at], { ...lane.places[at], top: lane.places[at].row * row, height: row }, data, colours, on),
  );
  const element = el("section", { class: "lane", "data-kind": lane.kind.id }, name, el("div", { class: "marks" }, ...marks));
  element.style.height = `${head + lane.rows * row + LANE_GAP}px`;
  return element;
}

function drawMark(
  event: TimelineEvent,
  mark: ChartMark,
  place: Place & { top: number; height: number },
  data: Timeline,
  colours: Responses,
  on: ChartEvents,
) {
  const colour = colours[event.response].fill;
  const attributes = {
    class: `mark ${event.response}`,
    "data-event": event.id,
    tabindex: "-1",
    "aria-label": `${event.title}. ${describeMark(event, colours)}`,
  };
  const link = linkEvent({ event: event.id }, { ...data.params, ...data.filter }, on.choose, attributes, makeGlyph(event.response, colour));
  link.style.left = `${mark.start}px`;
  link.style.top = `${place.top}px`;
  link.style.height = `${place.height}px`;
  link.style.width = `${Math.max(GLYPH, mark.right - mark.start)}px`;
  const length = mark.right - mark.start - GLYPH;
  if (length > 1) {
    const bar = el("span", { class: "bar" });
    bar.style.width = `${length + GLYPH / 2}px`;
    bar.style.background = colour;
    link.prepend(bar);
  }
  if (place.side !== "none") link.append(el("span", { class: `label ${place.side}` }, event.title));
  link.addEventListener("pointerenter", () => on.show(event));
  link.addEventListener("pointerleave", () => on.show(null));
  link.addEventListener("focus", () => on.show(event));
  link.addEventListener("blur", () => on.show(null));
  return link;
}

function drawGrid(data: Timeline, plot: number) {
  const [first, last] = data.span;
  const ticks = makeTicks(first, last, plot).map(({ at, text, year }) => {
    const tick = el("div", { class: year ? "tick" : "tick month" }, text);
    tick.style.left = `${at + GLYPH / 2}px`;
    return tick;
  });
  if (data.year && data.year >= first && data.year <= last) {
    const band = el("div", { class: "band" });
    const perYear = plot / (last - first + 1);
    band.style.left = `${(data.year - first) * perYear + GLYPH / 2}px`;
    band.style.width = `${perYear}px`;
    ticks.unshift(band);
  }
  return ticks;
}

export function formatKind(kind: string) {
  return capitalise(WORDS.kind[kind] ?? kind);
}
