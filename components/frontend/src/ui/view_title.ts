/** What a view is called. */
import { eventOf } from "../core/snapshot.ts";
import { longDate } from "./date_format.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";

/** The event's title, the date, or the year; `components/core/alt_text/titles.py` says the same. */
export function titleView(atlas: Atlas, { event, date, year }: View) {
  if (event) return eventOf(atlas, event).title;
  return date ? longDate(date) : String(year);
}
