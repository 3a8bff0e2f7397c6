/** Readings on the time axis: the scale in lanes, absence in lanes of its own, a tile for each actor in a year. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { makeSample } from "./sample.ts";
import { renderBand, makeCanvas, withText } from "./time_axis.ts";
import type { Axis } from "./time_axis.ts";
import type { ScaleRow } from "../core/record.ts";
import type { Chip, MemberPage, ReadingRow } from "./content.ts";

const PADDING = 7.5;
const GAP = 14;
/** Height of a line of a lane's name, width of a letter, and what stands beside it, in pixels. */
const [LINE, LETTER, BESIDE] = [15.6, 6.6, 33];
const COUNTED = ["ND", "NOM"];

/** Its own stances, or those toward it. */
export type Part = "took" | "toward";

export interface Tile {
  year: number;
  code: string;
  /** empty for a count of many */
  other: string;
  /** the other reading of a contested stance */
  second: string;
  contested: boolean;
  rows: ReadingRow[];
  lane: number;
  element?: SVGElement;
}

export function renderReadings(
  axis: Axis,
  data: MemberPage,
  part: Part,
  patterns: Element,
  on: { show: (tile: Tile, part: Part) => void; pin: (tile: Tile, part: Part) => void },
) {
  const { rows } = data.state[part];
  const lanes = data.scale.filter(({ code, ordinal }) => ordinal !== null || rows.some((row) => row.code === code));
  lanes.sort((a, b) => place(a, data.gaps) - place(b, data.gaps));
  const tiles = groupTiles(rows, lanes);
  const heights = lanes.map((__, lane) =>
    Math.max(axis.narrow ? 44 : 25, countLines(lanes[lane].label, axis) * LINE + 6, tallest(tiles, lane) * (axis.text + PADDING) + 7),
  );
  const tops = heights.map((__, lane) => sum(heights.slice(0, lane)) + (lanes[lane].ordinal === null ? GAP : 0));
  const height = sum(heights) + (lanes.some((lane) => lane.ordinal === null) ? GAP : 0);
  const svg = makeCanvas(axis, height, {
    role: "group",
    "aria-label": _("{title}. Use the arrow keys to move between tiles.", { title: data.state[part].title }),
  });
  tops.forEach((top: number) => svg.append(svgEl("line", { class: "lane-rule", x1: 0, x2: axis.width, y1: top, y2: top })));
  const stacked: Map<string, number> = new Map();
  for (const tile of tiles) {
    const cell = `${tile.lane} ${tile.year}`;
    const level = stacked.get(cell) ?? 0;
    stacked.set(cell, level + 1);
    tile.element = drawTile(axis, tile, tops[tile.lane] + 4 + level * (axis.text + PADDING), data, patterns);
    tile.element.setAttribute("aria-label", formatTile(tile, part, data));
    tile.element.addEventListener("pointerenter", () => on.show(tile, part));
    tile.element.addEventListener("focus", () => on.show(tile, part));
    tile.element.addEventListener("click", () => on.pin(tile, part));
    svg.append(tile.element);
  }
  connectKeys(svg, tiles, (tile) => on.pin(tile, part), data.view.event?.id);
  const labels = el(
    "div",
    {},
    ...lanes.map((lane, at) => {
      const label = el("div", { class: "lane" }, makeSample(data.palette, patterns, lane.code), el("span", {}, lane.label));
      label.style.height = `${heights[at]}px`;
      if (lane.ordinal === null && (at === 0 || lanes[at - 1].ordinal !== null)) label.style.marginTop = `${GAP}px`;
      return label;
    }),
  );
  return renderBand(axis, height, svg, labels);
}

/** Lines that a lane's name takes in the column of labels. */
function countLines(label: string, axis: Axis) {
  const room = (axis.label - BESIDE) / LETTER;
  let [lines, used] = [1, 0];
  for (const { length } of label.split(" ")) {
    if (used && used + 1 + length > room) [lines, used] = [lines + 1, length];
    else used += (used ? 1 : 0) + length;
  }
  return lines;
}

const place = ({ code, ordinal }: ScaleRow, gaps: string[]) => (ordinal === null ? 10 + gaps.indexOf(code) : -ordinal);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function tallest(tiles: Tile[], lane: number) {
  const counts: Map<number, number> = new Map();
  for (const tile of tiles) if (tile.lane === lane) counts.set(tile.year, (counts.get(tile.year) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** One tile for each actor, reading and year; no data and no membership are counted. */
function groupTiles(rows: ReadingRow[], lanes: ScaleRow[]): Tile[] {
  const tiles: Map<string, Tile> = new Map();
  for (const row of rows) {
    const year = Number(row.event.date_start.slice(0, 4));
    const other = COUNTED.includes(row.code) ? "" : row.other;
    const key = [year, row.code, other, row.contested, row.second].join(" ");
    const tile: Tile = tiles.get(key) ?? {
      year,
      code: row.code,
      other,
      contested: row.contested,
      second: row.second,
      rows: [],
      lane: lanes.findIndex((lane) => lane.code === row.code),
    };
    tile.rows.push(row);
    tiles.set(key, tile);
  }
  return [...tiles.values()].sort((a, b) => a.year - b.year || a.lane - b.lane);
}

function drawTile(axis: Axis, tile: Tile, y: number, data: MemberPage, patterns: Element) {
  const x = (tile.year - axis.first) * axis.year + 1;
  const width = axis.year - 2;
  const size = axis.text;
  const height = size + PADDING - 2;
  const chosen = tile.rows.some((row) => row.event.id === data.view.event?.id);
  const group = svgEl("g", { class: chosen ? "tile chosen" : "tile", role: "button", tabindex: "-1" });
  const paint = readStance(
    data.palette,
    tile.code,
    undefined,
    tile.rows.every((row) => row.weak),
  );
  const { ink } = data.palette.stance[tile.code];
  const box = setStyles(svgEl("rect", { x, y, width, height, rx: 2 }), { fill: fillWith(patterns, paint) });
  group.append(box);
  if (tile.contested) {
    box.classList.add("contested");
    const foot = y + height - 3;
    group.append(
      setStyles(svgEl("line", { x1: x + 2, x2: x + width - 2, y1: foot, y2: foot, "stroke-width": 4, "stroke-dasharray": "5 3" }), {
        stroke: data.palette.stance[tile.second || tile.code].fill,
      }),
    );
  }
  if (paint.pattern) {
    group.append(setStyles(svgEl("rect", { x: x + 3, y: y + 2, width: width - 6, height: height - 4 }), { fill: paint.fill }));
  }
  const name = tile.other ? data.state.names[tile.other].tile : String(tile.rows.length);
  const count = tile.other && tile.rows.length > 1 ? String(tile.rows.length) : "";
  const middle = y + height / 2 + size * (tile.contested ? 0.19 : 0.36);
  const text = withText("text", name, { x: x + width / 2 - (count ? 3.2 : 0), y: middle, "text-anchor": "middle", "font-size": size });
  const room = width - (count ? 9 : 3);
  if (name.length * size * 0.64 > room) {
    text.setAttribute("textLength", String(room));
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
  group.append(
    setStyles(text, paint.gaps ? { fill: ink, stroke: paint.fill, "stroke-width": "2.5", "paint-order": "stroke" } : { fill: ink }),
  );
  if (count)
    group.append(
      setStyles(
        withText("text", count, { x: x + width - 1.5, y: middle - 2, "text-anchor": "end", "font-size": size - 2, class: "times" }),
        { fill: ink },
      ),
    );
  return group;
}

/** One stop for the Tab key, arrows within: up and down in a year, left and right between years. */
function connectKeys(svg: Element, tiles: Tile[], press: (tile: Tile) => void, chosen?: string) {
  if (!tiles.length) return;
  const start = Math.max(
    0,
    tiles.findIndex((tile) => chosen && tile.rows.some((row) => row.event.id === chosen)),
  );
  tiles[start].element?.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const { key } = event as KeyboardEvent;
    const at = tiles.findIndex((tile) => tile.element === document.activeElement);
    if (at < 0) return;
    if (key === "Enter" || key === " ") press(tiles[at]);
    const next = findNext(tiles, at, key);
    if (next === at && key !== "Enter" && key !== " ") return;
    event.preventDefault();
    tiles[at].element?.setAttribute("tabindex", "-1");
    tiles[next].element?.setAttribute("tabindex", "0");
    tiles[next].element?.focus();
  });
}

function findNext(tiles: Tile[], at: number, key: string) {
  if (key === "Home") return 0;
  if (key === "End") return tiles.length - 1;
  const step = ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 } as Record<string, number>)[key];
  if (!step) return at;
  const { year, lane } = tiles[at];
  if (key === "ArrowUp" || key === "ArrowDown") return tiles[at + step]?.year === year ? at + step : at;
  const years = [...new Set(tiles.map((tile) => tile.year))];
  const wanted = years[years.indexOf(year) + step];
  if (wanted === undefined) return at;
  const there = tiles.filter((tile) => tile.year === wanted);
  const nearest = there.reduce((best, tile) => (Math.abs(tile.lane - lane) < Math.abs(best.lane - lane) ? tile : best));
  return tiles.indexOf(nearest);
}

/** What a tile stands for, in a line. */
export function formatTile(tile: Tile, part: Part, data: MemberPage) {
  const label = data.scale.find((row) => row.code === tile.code)?.label ?? tile.code;
  const values = { stance: label, year: tile.year };
  const said = tile.contested
    ? ngettext(
        "{stance}, sources disagree, {year}, {count} event",
        "{stance}, sources disagree, {year}, {count} events",
        tile.rows.length,
        values,
      )
    : ngettext("{stance}, {year}, {count} event", "{stance}, {year}, {count} events", tile.rows.length, values);
  return tile.other ? _("{pair}: {readings}", { pair: formatPair(tile.rows[0], part, data), readings: said }) : said;
}

function formatPair(row: ReadingRow, part: Part, { state }: MemberPage) {
  const other = state.names[row.other].name;
  const [actor, toward] = part === "took" ? [state.name, other] : [other, state.name];
  return _("{actor} toward {toward}", { actor, toward });
}

/** The rows of the table behind the lanes. */
export const listReadings = (data: MemberPage, part: Part, link: (row: ReadingRow) => Node, chip: Chip) =>
  data.state[part].rows.map((row) => [
    dateRange(row.event.date_start, row.event.date_end),
    link(row),
    data.state.names[row.other].name,
    chip(row),
    row.contested ? _("sources disagree") : "",
    String(row.claims),
  ]);
