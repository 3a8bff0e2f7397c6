/** Which rows of a layer a moment shows, and how many fall on each part of the time axis. */
import { ALWAYS, type PackedLayer } from "./packed_layer.ts";

/** From a day to a day, both within. */
export interface Period {
  from: number;
  to: number;
}
/** What of time is shown: the days in view, with a month or a year before them, or all up to them. */
export const SPANS = ["view", "month", "year", "all"] as const;
export type SpanMode = (typeof SPANS)[number];

const DAYS_BEFORE: Record<SpanMode, number> = { view: 0, month: 30, year: 365, all: Infinity };

/** The period of a moment. */
export function choosePeriod(days: Period, mode: SpanMode): Period {
  if (mode === "view") return days;
  return { from: mode === "all" ? -Infinity : Math.min(days.from, days.to - DAYS_BEFORE[mode] + 1), to: days.to };
}

/** The first place at which a sorted array is not below a value. */
function findFirst(sorted: Int32Array, value: number) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where in the order of first days the rows of a period can be: within, those still have to end in it.
 * Rows without a date stand before all others.
 */
function findRange({ start, longest }: PackedLayer, { from, to }: Period): { undated: number; low: number; high: number } {
  const undated = findFirst(start, ALWAYS + 1);
  const high = Math.max(undated, findFirst(start, to + 1));
  const low = Number.isFinite(from) ? Math.max(undated, findFirst(start, from - Math.max(0, longest - 1))) : undated;
  return { undated, low: Math.min(low, high), high };
}

/** Do something with each row of a period, in the order of first days. */
export function visitPeriod(layer: PackedLayer, period: Period, visit: (at: number) => void) {
  const { undated, low, high } = findRange(layer, period);
  for (let at = 0; at < undated; at += 1) visit(at);
  const { end } = layer;
  for (let at = low; at < high; at += 1) if (end[at] >= period.from) visit(at);
}

/** How many rows begin in each of equal parts of a time. */
export function binStarts({ start }: PackedLayer, from: number, to: number, bins: number): Uint32Array {
  const counts = new Uint32Array(bins);
  let before = findFirst(start, Math.ceil(from));
  for (let bin = 0; bin < bins; bin += 1) {
    const next = findFirst(start, Math.ceil(from + ((to - from) * (bin + 1)) / bins));
    counts[bin] = next - before;
    before = next;
  }
  return counts;
}
