/** Which events a view shows as markers. */
import { eventsAt } from "./snapshot.ts";
import type { Atlas, AtlasEvent } from "./atlas.ts";
import type { View } from "./view.ts";

const NONE: AtlasEvent[] = [];
const opened = new WeakMap<Atlas, { last: number; events: AtlasEvent[] }>();

/** Whether a view is the one that the atlas opens with: the present year as a whole, and all requests. */
export const isOpening = (atlas: Atlas, { year, date, event }: View) => year === atlas.last && date === null && event === null;

/** The event chosen; else those of the moment, with all requests for help where the atlas opens. The same list for the same events. */
export function markersAt(atlas: Atlas, view: View): AtlasEvent[] {
  if (view.event === null && !view.layers.includes("events")) return NONE;
  return isOpening(atlas, view) ? openingEvents(atlas) : eventsAt(atlas, view);
}

function openingEvents(atlas: Atlas): AtlasEvent[] {
  const before = opened.get(atlas);
  if (before?.last === atlas.last) return before.events;
  const events = atlas.inTime.filter((event) => event.year === atlas.last || event.finding);
  opened.set(atlas, { last: atlas.last, events });
  return events;
}
