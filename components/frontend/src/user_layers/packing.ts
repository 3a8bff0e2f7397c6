/** A table into a packed layer: what is good in it, and a list of what is not. */
import { findDayOrder } from "./date_parsing.ts";
import { hasAmountCommas, hasDecimalCommas } from "./number_parsing.ts";
import { readRow, turnEast, type Limits, type Problem, type Reading, type Values } from "./row_reading.ts";
import { ALWAYS, MOST_CATEGORIES, type PackedLayer, type Shape } from "./packed_layer.ts";
import type { DayOrder } from "./date_parsing.ts";
import type { Mapping } from "./column_recognition.ts";
import type { Table } from "./table.ts";
import type { Geometry, Position } from "geojson";

/** What the reader chose; without an order of days that of the column is taken. */
export interface PackOptions {
  mapping: Mapping;
  dayOrder: DayOrder | null;
  swap: boolean;
  dropDuplicates: boolean;
}
export interface Packed {
  layer: PackedLayer;
  /** the first of them */
  problems: Problem[];
  /** by rule, all of them */
  counts: Record<string, number>;
  bad: number;
  duplicates: number;
  /** rows that would be on the map with latitude and longitude changed over */
  swappable: number;
  /** the order of days cannot be known from the file */
  asksDayOrder: boolean;
  hasComma: boolean;
}

/** Problems that are listed one by one. */
const LISTED = 500;

const listColumn = (table: Table, at: number) => (at < 0 ? [] : table.rows.map((row) => row[at] ?? ""));

/** How a table is read with what the reader chose. */
function chooseReading(table: Table, { mapping, dayOrder, swap }: PackOptions) {
  const found = findDayOrder([...listColumn(table, mapping.start), ...listColumn(table, mapping.end)]);
  const reading: Reading = {
    mapping,
    dayOrder: dayOrder ?? found ?? "dmy",
    hasComma: hasDecimalCommas([...listColumn(table, mapping.lat), ...listColumn(table, mapping.lon)]),
    hasAmountComma: hasAmountCommas(listColumn(table, mapping.size)),
    swap: "none",
  };
  return {
    reading: { ...reading, hasAmountComma: reading.hasAmountComma || reading.hasComma },
    asksDayOrder: found === null,
    wantsSwap: swap,
  };
}

export function packTable(table: Table, options: PackOptions, limits: Limits): Packed & { left: number[] } {
  const { reading, asksDayOrder, wantsSwap } = chooseReading(table, options);
  let read = readRows(table, reading, limits, options.dropDuplicates);
  const swappable = read.counts.swapped ?? 0;
  if (wantsSwap && swappable) {
    // Where most rows are the wrong way round all of them are; else those alone that are off the map.
    read = readRows(table, { ...reading, swap: swappable * 2 > table.rows.length ? "all" : "rows" }, limits, options.dropDuplicates);
  }
  const layer = buildLayer(table, read.good, options.mapping, limits);
  return { ...read, layer, bad: read.left.length - read.dropped, swappable, asksDayOrder, hasComma: reading.hasComma };
}

function readRows(table: Table, reading: Reading, limits: Limits, dropDuplicates: boolean) {
  const good: { at: number; values: Values }[] = [];
  const problems: Problem[] = [];
  const counts: Record<string, number> = {};
  const left: number[] = [];
  const seen: Set<string> = new Set();
  let duplicates = 0;
  let dropped = 0;
  table.rows.forEach((cells, at) => {
    const values = readRow(cells, table.numbers[at], table.geometries?.[at], table.header, reading, limits);
    if ("rule" in values) {
      counts[values.rule] = (counts[values.rule] ?? 0) + 1;
      if (problems.length < LISTED) problems.push(values);
      left.push(at);
      return;
    }
    const geometry = table.geometries?.[at];
    const key = cells.join("\u001f") + (geometry ? JSON.stringify(geometry) : "");
    if (seen.has(key)) {
      duplicates += 1;
      if (dropDuplicates) {
        dropped += 1;
        left.push(at);
        return;
      }
    }
    seen.add(key);
    good.push({ at, values });
  });
  return { good, problems, counts, left, duplicates, dropped };
}

function buildLayer(table: Table, good: { at: number; values: Values }[], mapping: Mapping, limits: Limits): PackedLayer {
  good.sort((one, two) => one.values.start - two.values.start || one.at - two.at);
  const count = good.length;
  const categories = listCategories(table, good, mapping.category);
  const places = new Map(categories.map((name, place) => [name, place]));
  const layer: PackedLayer = {
    count,
    lat: new Float32Array(count),
    lon: new Float32Array(count),
    start: new Int32Array(count),
    end: new Int32Array(count),
    size: new Float32Array(count),
    category: new Uint8Array(count),
    row: new Uint32Array(count),
    shape: new Int32Array(count).fill(-1),
    shapes: [],
    labels: [],
    categories,
    country: new Int16Array(count).fill(-1),
    zone: new Int16Array(count).fill(-1),
    longest: 0,
    hasDates: mapping.start >= 0,
  };
  good.forEach(({ at, values }, place) => {
    for (const name of ["lat", "lon", "start", "end", "size"] as const) layer[name][place] = values[name];
    const cells = table.rows[at];
    layer.category[place] = places.get((cells[mapping.category] ?? "").trim()) ?? categories.length - 1;
    layer.row[place] = table.numbers[at];
    layer.labels.push(mapping.label >= 0 ? (cells[mapping.label] ?? "").trim().slice(0, 300) : "");
    if (values.start !== ALWAYS) layer.longest = Math.max(layer.longest, values.end - values.start + 1);
    const shape = buildShape(table.geometries?.[at] ?? null, limits);
    if (shape) layer.shape[place] = layer.shapes.push(shape) - 1;
  });
  return layer;
}

/** The most frequent categories first; what is beyond the colours is one, without a name. */
function listCategories(table: Table, good: { at: number }[], column: number) {
  if (column < 0) return [""];
  const counts: Map<string, number> = new Map();
  for (const { at } of good) {
    const name = (table.rows[at][column] ?? "").trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort((one, two) => two[1] - one[1] || one[0].localeCompare(two[0])).map(([name]) => name);
  return names.length <= MOST_CATEGORIES
    ? names
    : [...names.slice(0, MOST_CATEGORIES - 1), ""].filter((name, at, all) => all.indexOf(name) === at);
}

function buildShape(geometry: Geometry | null, limits: Limits): Shape | null {
  if (!geometry || geometry.type === "Point" || !("coordinates" in geometry)) return null;
  const rings: Position[][] =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates.flat()
        : (geometry.coordinates as Position[][]);
  return {
    isArea: geometry.type.endsWith("Polygon"),
    rings: rings.map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => [turnEast(lon, limits), lat]))),
  };
}
