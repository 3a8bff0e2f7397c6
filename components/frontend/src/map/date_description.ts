/** What a date shows, in sentences: those of its stretch of days, and what is of the day alone. */
import { gettext as _ } from "../i18n/gettext.ts";
import { REVIEWED } from "../i18n/review.ts";
import { findPlace } from "../core/timeline.ts";
import { longDate } from "../ui/date_format.ts";
import type { Atlas } from "../core/atlas.ts";

/** By the first day of each stretch what holds in it, with `{day}` for the day, and what changed on that day. */
export type Stretches = Record<string, { held: string; changed: string }>;

/** The same as `format_date` of components/core/alt_text/date_state.py. */
export function describeDate(atlas: Atlas, stretches: Stretches, date: string) {
  const starts = Object.keys(stretches);
  const start = starts[findPlace(starts, date)];
  const { held, changed } = stretches[start];
  const events = atlas.time.eventsOn(date).map(({ title }) => title);
  return [
    held.replaceAll("{day}", longDate(date < REVIEWED ? date : REVIEWED)),
    start === date ? changed : "",
    events.length ? _("Events on this day: {events}.", { events: events.join("; ") }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
