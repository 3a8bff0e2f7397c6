/** What a view stands for on the axis. */
import { dayOf, eventOf } from "../../core/snapshot.ts";
import { numberOf } from "../../core/iso_day.ts";
import { firstOf, middleOfYear, type Domain } from "./time_axis.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { View } from "../../core/view_state.ts";

export const isSameMoment = (one: View, two: View) =>
  one.year === two.year && one.date === two.date && one.event === two.event && one.toward === two.toward;

/** The days of a view: those of the event, the date, or the year. */
export function daysOf(atlas: Atlas, { event, date, year }: View): Domain {
  if (event) {
    const { start, end } = eventOf(atlas, event);
    return { from: numberOf(start), to: numberOf(end ?? atlas.today) + 1 };
  }
  if (date) return { from: numberOf(date), to: numberOf(date) + 1 };
  return { from: firstOf(year), to: firstOf(year + 1) };
}

/** Where a view is on the axis, in days: the middle of its date, of its event's first day, or of what is in view of its year. */
export function pointOf(atlas: Atlas, domain: Domain, view: View) {
  return view.event || view.date ? numberOf(dayOf(atlas, view)) + 0.5 : middleOfYear(domain, view.year);
}
