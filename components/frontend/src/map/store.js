// @ts-check
/**
 * The one place the current view lives; everything on the map follows it.
 *
 * A change is *moving* (a drag or a playing clock: draw only), *quiet* (the camera or a layer: the
 * address is replaced) or *settled* (the reader chose something: a step in the history, and the
 * server is told once).
 *
 * @typedef {import("./view.js").View} View
 * @typedef {"moving"|"quiet"|"settled"|"restored"} Change
 */

/** @param {View} initial */
export function createStore(initial) {
  let view = initial;
  /** @type {Array<(view: View, before: View, change: Change) => void>} */
  const followers = [];
  return {
    get view() {
      return view;
    },
    /** @param {(view: View, before: View, change: Change) => void} follower */
    follow(follower) {
      followers.push(follower);
    },
    /** @param {Partial<View>} patch @param {Change} change */
    set(patch, change) {
      const before = view;
      view = { ...view, ...patch };
      for (const follower of followers) follower(view, before, change);
    },
  };
}
