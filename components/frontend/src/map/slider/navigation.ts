/** Which moment comes next: by keys, or while playing. */
import { eventOf } from "../../core/snapshot.ts";
import { pickToward, type View } from "../../core/view_state.ts";
import { isoOf } from "../../core/iso_day.ts";
import { addUnits, choosesDays, firstOf, yearOf, type Unit } from "./time_axis.ts";
import { pointOf } from "./moment.ts";
import type { Atlas, AtlasEvent } from "../../core/atlas.ts";
import type { Store } from "../../core/store.ts";
import type { Pace } from "./playback.ts";
import type { Viewport } from "./viewport.ts";

const LARGER: Record<Unit, Unit> = { day: "month", month: "year", year: "decade", decade: "decade" };

export function createNavigation(atlas: Atlas, viewport: Viewport, store: Store) {
  const clampYear = (year: number): Partial<View> => ({ year: Math.min(atlas.last, Math.max(atlas.first, year)), date: null });
  function clampDay(day: number): Partial<View> {
    const { axis } = viewport;
    const date = isoOf(Math.min(axis.today, Math.max(axis.from, day)));
    return { year: Number(date.slice(0, 4)), date };
  }
  /** The day that steps start from; from a year as a whole months go by their first days. */
  function currentDay(unit: Unit) {
    const { view } = store;
    const day = Math.floor(pointOf(atlas, viewport.domain, view));
    if (view.event || view.date || unit !== "month") return day;
    return firstOf(yearOf(day), Number(isoOf(day).slice(5, 7)) - 1);
  }
  function step(way: 1 | -1, isLarger: boolean): Partial<View> {
    const unit = viewport.unit();
    if (choosesDays(unit)) return clampDay(addUnits(currentDay(unit), isLarger ? LARGER[unit] : unit, way));
    return clampYear(store.view.year + way * (isLarger ? 10 : 1));
  }
  /** The event before or after the moment shown. */
  function neighbour(way: 1 | -1): AtlasEvent | undefined {
    const { year, date, event: id } = store.view;
    const events = atlas.inTime;
    if (id) return events[events.findIndex((event) => event.id === id) + way];
    const [first, last] = date ? [date, date] : [`${year}-01-01`, `${year}-12-31`];
    return way === 1 ? events.find((event) => event.start >= first) : events.findLast((event) => event.start <= last);
  }
  function show(id: string): Partial<View> {
    const event = eventOf(atlas, id);
    return {
      event: id,
      year: event.year,
      date: null,
      toward: pickToward(event, store.view.toward),
      panel: store.view.panel === "off" ? "off" : null,
    };
  }

  return {
    step,
    neighbour,
    end(way: 1 | -1): Partial<View> {
      const { axis } = viewport;
      if (choosesDays(viewport.unit())) return clampDay(way === 1 ? axis.today : axis.from);
      return clampYear(way === 1 ? atlas.last : atlas.first);
    },
    /** The step after the moment shown; null at the end. */
    advance(pace: Pace): Partial<View> | null {
      if (pace === "event") {
        const next = neighbour(1);
        return next ? show(next.id) : null;
      }
      const { view } = store;
      if (choosesDays(pace) ? currentDay(pace) >= viewport.axis.today : view.year >= atlas.last) return null;
      return { event: null, toward: null, ...step(1, false) };
    },
    /** Where playing begins again after its end. */
    rewind(pace: Pace): Partial<View> {
      if (pace === "event") return show(atlas.inTime[0].id);
      const first = choosesDays(pace) ? clampDay(Math.ceil(viewport.domain.from)) : clampYear(atlas.first);
      return { event: null, toward: null, ...first };
    },
  };
}
