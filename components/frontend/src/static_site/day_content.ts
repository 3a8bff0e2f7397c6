/** The panel of a date, from a document that says what changes on which day. */
import { findPlace } from "../core/timeline.ts";
import type { Change, DayContent, DayEvent, ZoneOfDay } from "../panel/content.ts";

/** features/map_panel/day_panel.py:describe_days */
export interface Days {
  /** by the first day on which they hold, in order: ids of members, and of rows of zone_status */
  states: Record<string, { members: string[]; zones: string[] }>;
  names: Record<string, string>;
  zones: Record<string, ZoneOfDay>;
  changes: Change[];
  events: DayEvent[];
}

export function describeDay(day: string, { states, names, zones, changes, events }: Days): DayContent {
  const starts = Object.keys(states);
  const state = states[starts[findPlace(starts, day)]];
  return {
    panel: "day",
    day,
    members: state.members.map((id) => ({ id, name: names[id] })),
    changes: changes.filter((change) => change.day === day),
    events: events.filter((event) => event.date_start <= day && (event.date_end === null || day <= event.date_end)),
    zones: state.zones.map((row) => zones[row]),
  };
}
