/**
 * The one place the current view lives; everything on the map follows it.
 *
 * A change is *moving* (a drag or a playing clock: draw only), *quiet* (the camera or a layer: the
 * address is replaced), *settled* (the reader chose something: a step in the history, and the server is
 * told once) or *stepped* (the same by a key of the slider: a run of keys is one step in the history).
 */
import type { View } from "./view_state.ts";

export type Change = "moving" | "quiet" | "settled" | "stepped" | "restored";

export type Follower = (view: View, before: View, change: Change) => void;

export function createStore(initial: View) {
  let view = initial;
  const followers: Follower[] = [];
  return {
    get view() {
      return view;
    },
    subscribe(follower: Follower) {
      followers.push(follower);
    },
    set(patch: Partial<View>, change: Change) {
      const before = view;
      view = { ...view, ...patch };
      // A year or an event that is chosen has no date but one chosen with it. A date says its year, unless it
      // is one of an event, which is in the year of its first day.
      if (("year" in patch || "event" in patch) && !("date" in patch)) view.date = null;
      if (view.date !== null && view.event === null) view.year = Number(view.date.slice(0, 4));
      for (const follower of followers) follower(view, before, change);
    },
  };
}

export type Store = ReturnType<typeof createStore>;
