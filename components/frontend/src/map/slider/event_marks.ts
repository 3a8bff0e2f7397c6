/** Where the events stand above the ruler: bars as long as they lasted, and a density where they crowd. */
import { numberOf } from "../../core/iso_day.ts";

import type { Atlas, AtlasEvent } from "../../core/atlas.ts";

/** Pixels from which an event is drawn as long as it lasted. */
const LEAST_BAR = 12;
/** Pixels of a column of short events, and how many of them it shows one by one. */
export const COLUMN = 7;
export const STACK = 3;
/** Rows of bars. */
const LANES = 3;
const GAP = 2;

/** An event in days, up to and not including `to`. */
export interface Span {
  event: AtlasEvent;
  from: number;
  to: number;
}
export interface Mark {
  /** *flag*: a request; *bar*: as long as it lasted; *dot*: a short one; *density*: several in one column */
  shape: "flag" | "bar" | "dot" | "density";
  /** in pixels from day 0 */
  at: number;
  width: number;
  /** the row of a bar from above, the place of a dot from below */
  row: number;
  events: AtlasEvent[];
}

/** @returns the events by their first day; one without an end lasts until today */
export const listSpans = (atlas: Atlas): Span[] =>
  atlas.inTime.map((event) => ({ event, from: numberOf(event.start), to: numberOf(event.end ?? atlas.today) + 1 }));

/**
 * All marks at a zoom. They depend on the zoom alone, so that panning moves and never changes them.
 * @param spans by their first day
 */
export function placeMarks(spans: Span[], pixelsADay: number): Mark[] {
  const marks: Mark[] = [];
  const columns: Map<number, AtlasEvent[]> = new Map();
  const rows: { at: number; end: number }[][] = Array.from({ length: LANES }, () => []);
  // Requests take their rows first, so that none lies under another bar.
  for (const { event, from, to } of [...spans].sort((a, b) => Number(b.event.request) - Number(a.event.request))) {
    const at = from * pixelsADay;
    const width = (to - from) * pixelsADay;
    if (width >= LEAST_BAR) {
      const end = at + width;
      const free = rows.findIndex((taken) => taken.every((other) => other.end + GAP <= at || end + GAP <= other.at));
      const row = free >= 0 ? free : LANES - 1;
      rows[row].push({ at, end });
      marks.push({ shape: "bar", at, width, row, events: [event] });
    }
    if (event.request) marks.push({ shape: "flag", at, width: 0, row: 0, events: [event] });
    else if (width < LEAST_BAR) {
      const column = Math.floor(at / COLUMN);
      columns.set(column, [...(columns.get(column) ?? []), event]);
    }
  }
  for (const [column, events] of columns) {
    const place = { at: column * COLUMN, width: COLUMN };
    if (events.length > STACK) marks.push({ shape: "density", ...place, row: 0, events });
    else events.forEach((event, row) => marks.push({ shape: "dot", ...place, row, events: [event] }));
  }
  return marks;
}
