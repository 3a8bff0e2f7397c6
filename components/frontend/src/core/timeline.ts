/**
 * What holds on a day, from the days on which it changes.
 *
 * Days are ISO text and compared as such. Between two days on which anything changes nothing does, so what
 * holds is built once for each such stretch of days and then only looked up: a step that changes nothing
 * gives the very same objects.
 */
import type { AtlasEvent, AtlasRecord, Changes, Position, ZoneRow } from "./atlas.ts";
import { addDays } from "./iso_day.ts";

/** Everything but events, on the days of a stretch. */
export interface DayState {
  /** membership key by country; countries without one are absent */
  membership: Map<string, string>;
  members: Set<string>;
  zones: Map<string, ZoneRow>;
  positions: Position[];
}

/** First and last day. */
export type Span = [string, string];

/** @returns the place of the last of some days, in order, that is not after a day; -1 if all are */
export function findPlace(days: string[], day: string) {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Look up by day what is built once for each stretch between two of some days. */
function lookUp<T>(changes: Iterable<string>, build: (day: string) => T): (day: string) => T {
  const days = [...new Set(changes)].sort();
  const built: (T | undefined)[] = [];
  let lastDay = "";
  let last: T | undefined;
  return (day) => {
    if (last === undefined || day !== lastDay) {
      const place = findPlace(days, day) + 1;
      last = built[place] ??= build(day);
      lastDay = day;
    }
    return last;
  };
}

/** What holds on a day of what changes; undefined before the first change. */
function search<T>(changes: Changes<T>): (day: string) => T | undefined {
  const days = Object.keys(changes);
  return (day) => {
    const place = findPlace(days, day);
    return place < 0 ? undefined : changes[days[place]];
  };
}

const searchAll = <T>(all: Record<string, Changes<T>>) => Object.entries(all).map(([id, changes]) => [id, search(changes)] as const);

/** Days on which spans begin, or no longer hold. */
const endsOf = (spans: { start: string; end: string | null }[]) =>
  spans.flatMap(({ start, end }) => (end === null ? [start] : [start, addDays(end, 1)]));

const isWithin = (day: string) => (span: { start: string; end: string | null }) =>
  span.start <= day && (span.end === null || day <= span.end);

const FIGHTING = "fighting";

/** Spans of days in order, those that meet made one. */
export function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort(([one], [two]) => (one < two ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && start <= addDays(last[1], 1)) last[1] = end > last[1] ? end : last[1];
    else merged.push([start, end]);
  }
  return merged;
}

/** Spans of days with fighting in a zone, within a year and not after `today`. */
export function findFighting({ zones, today }: Pick<AtlasRecord, "zones" | "today">, year: number): Span[] {
  const first = `${year}-01-01`;
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  const spans: Span[] = [];
  for (const { rows, changes } of Object.values(zones)) {
    const days = Object.keys(changes);
    days.forEach((day, place) => {
      const row = changes[day];
      const end = place + 1 < days.length ? addDays(days[place + 1], -1) : last;
      if (row === null || rows[row].status !== FIGHTING || day > last || end < first) return;
      spans.push([day > first ? day : first, end < last ? end : last]);
    });
  }
  return mergeSpans(spans);
}

/** @param inTime the events in order */
export function indexTime({ membership, zones, positions }: AtlasRecord, inTime: AtlasEvent[]) {
  const status = searchAll(membership.rows);
  const roster = search(membership.members);
  const zoneRow = searchAll(Object.fromEntries(Object.entries(zones).map(([id, { changes }]) => [id, changes])));
  const rosters = new Map<string, Set<string>>();
  const splitRoster = (text: string) => rosters.get(text) ?? new Set(text ? text.split(" ") : []);

  function buildState(day: string): DayState {
    const text = roster(day) ?? "";
    const members = splitRoster(text);
    rosters.set(text, members);
    const state: DayState = { membership: new Map(), members, zones: new Map(), positions: positions.filter(isWithin(day)) };
    for (const [id, find] of status) {
      const place = find(day) ?? null;
      if (place !== null) state.membership.set(id, membership.keys[place]);
    }
    for (const [id, find] of zoneRow) {
      const place = find(day) ?? null;
      if (place !== null) state.zones.set(id, zones[id].rows[place]);
    }
    return state;
  }

  const dated = [...Object.values(membership.rows), membership.members, ...Object.values(zones).map(({ changes }) => changes)];
  const byYear = new Map<number, AtlasEvent[]>();
  for (const event of inTime) byYear.set(event.year, [...(byYear.get(event.year) ?? []), event]);
  const none: AtlasEvent[] = [];
  return {
    /** What holds on a day. */
    stateOn: lookUp([...dated.flatMap((changes) => Object.keys(changes)), ...endsOf(positions)], buildState),
    /** The events that go on on a day, in order. */
    eventsOn: lookUp(endsOf(inTime), (day) => inTime.filter(isWithin(day))),
    /** The events that begin in a year, in order. */
    eventsIn: (year: number) => byYear.get(year) ?? none,
  };
}

export type TimeIndex = ReturnType<typeof indexTime>;
