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
