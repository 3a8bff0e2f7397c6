/** One row of a table as values, or what is wrong with it: column, value and rule. */
import { parseCoordinate, parseNumber } from "./number_parsing.ts";
import { parseDate, type DayOrder } from "./date_parsing.ts";
import { ALWAYS, FOREVER } from "./packed_layer.ts";
import type { Field, Mapping } from "./column_recognition.ts";
import type { Geometry } from "geojson";

export interface Problem {
  /** row of the file */
  row: number;
  /** the name of the column; empty for the row as a whole */
  column: string;
  value: string;
  rule: string;
}
/** What the map can show: degrees and days. */
export interface Limits {
  south: number;
  west: number;
  north: number;
  east: number;
  firstDay: number;
  lastDay: number;
}
/** How a table is to be read. */
export interface Reading {
  mapping: Mapping;
  dayOrder: DayOrder;
  hasComma: boolean;
  hasAmountComma: boolean;
  swap: "none" | "all" | "rows";
}
export interface Values {
  lat: number;
  lon: number;
  start: number;
  end: number;
  size: number;
}

const LONGEST_VALUE = 80;
const FULL_TURN = 360;

const isOnMap = ({ south, west, north, east }: Limits, lat: number, lon: number) =>
  lat >= south && lat <= north && lon >= west && lon <= east;

/** Beyond the date line the map goes on to the east. */
export const turnEast = (lon: number, { east }: Limits) => (lon + FULL_TURN <= east ? lon + FULL_TURN : lon);

/** @param geometry of the feature; undefined where the row has coordinates */
export function readRow(
  cells: string[],
  number: number,
  geometry: Geometry | null | undefined,
  header: string[],
  reading: Reading,
  limits: Limits,
) {
  const { mapping } = reading;
  const fault = (field: Field | null, rule: string, value = field ? (cells[mapping[field]] ?? "") : ""): Problem => ({
    row: number,
    column: field && mapping[field] >= 0 ? header[mapping[field]] : "",
    value: value.slice(0, LONGEST_VALUE),
    rule,
  });
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim()))
    return fault(null, "fields", String(cells.length));
  const place = geometry === undefined ? readPlace(cells, reading, limits, fault) : readCentre(geometry, limits, fault);
  if ("rule" in place) return place;
  const days = readDays(cells, reading, limits, fault);
  if ("rule" in days) return days;
  const text = mapping.size >= 0 ? (cells[mapping.size] ?? "").trim() : "";
  const size = text ? parseNumber(text, reading.hasAmountComma) : NaN;
  if (text && Number.isNaN(size)) return fault("size", "number");
  if (size < 0) return fault("size", "negative");
  return { ...place, ...days, size };
}

type Fault = (field: Field | null, rule: string, value?: string) => Problem;
type Place = { lat: number; lon: number };

function readPlace(cells: string[], { mapping, hasComma, swap }: Reading, limits: Limits, fault: Fault): Place | Problem {
  const found: number[] = [];
  for (const field of ["lat", "lon"] as const) {
    const text = (cells[mapping[field]] ?? "").trim();
    if (!text) return fault(field, "missing");
    const degrees = parseCoordinate(text, hasComma);
    if (Number.isNaN(degrees)) return fault(field, "coordinate");
    found.push(degrees);
  }
  let [lat, lon] = found;
  if (swap === "all" || (swap === "rows" && isSwapped(lat, lon, limits))) [lat, lon] = [lon, lat];
  if (Math.abs(lat) > 90) return fault("lat", isSwapped(lat, lon, limits) ? "swapped" : "latitude");
  if (Math.abs(lon) > FULL_TURN / 2) return fault("lon", "longitude");
  lon = turnEast(lon, limits);
  if (isOnMap(limits, lat, lon)) return { lat, lon };
  return fault("lat", isSwapped(lat, lon, limits) ? "swapped" : "off-map", `${cells[mapping.lat]} ${cells[mapping.lon]}`);
}

/** Off the map as it stands, and on it with latitude and longitude changed over. */
const isSwapped = (lat: number, lon: number, limits: Limits) =>
  !isOnMap(limits, lat, turnEast(lon, limits)) && Math.abs(lon) <= 90 && isOnMap(limits, lon, turnEast(lat, limits));

function readCentre(geometry: Geometry | null, limits: Limits, fault: Fault): Place | Problem {
  const points = geometry && "coordinates" in geometry ? (geometry.coordinates as unknown[]).flat(3) : [];
  const numbers = geometry?.type === "Point" ? geometry.coordinates.slice(0, 2) : listPairs(geometry);
  if (!points.length || numbers.length < 2 || !numbers.every(Number.isFinite)) return fault(null, "geometry");
  const [lons, lats] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2)];
  const middle = (all: number[]) => (all.reduce((a, b) => Math.min(a, b), Infinity) + all.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
  const [lat, lon] = [middle(lats), turnEast(middle(lons), limits)];
  return isOnMap(limits, lat, lon) ? { lat, lon } : fault(null, "off-map", `${lat.toFixed(4)} ${lon.toFixed(4)}`);
}

/** Longitudes and latitudes of a geometry in turn, without heights. */
function listPairs(geometry: Geometry | null): number[] {
  const pairs: number[] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") pairs.push(part[0], Number(part[1]));
    else part.forEach(walk);
  };
  if (geometry && "coordinates" in geometry) walk(geometry.coordinates);
  return pairs;
}

function readDays(cells: string[], { mapping, dayOrder }: Reading, limits: Limits, fault: Fault): { start: number; end: number } | Problem {
  if (mapping.start < 0) return { start: ALWAYS, end: FOREVER };
  const text = (cells[mapping.start] ?? "").trim();
  if (!text) return fault("start", "missing");
  const first = parseDate(text, dayOrder);
  if (typeof first === "string") return fault("start", first);
  const start = first[0];
  let end = first[1];
  const until = mapping.end >= 0 ? (cells[mapping.end] ?? "").trim() : "";
  if (until) {
    const last = parseDate(until, dayOrder);
    if (typeof last === "string") return fault("end", last);
    end = last[1];
    if (end < start) return fault("end", "end-before-start");
  }
  if (end < limits.firstDay) return fault("start", "before-record");
  if (start > limits.lastDay) return fault("start", "after-record");
  return { start, end };
}
