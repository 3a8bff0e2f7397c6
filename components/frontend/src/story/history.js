// @ts-check
/** What the draft was before: for undoing, within one visit. */

const LONGEST = 100;

export function createHistory() {
  /** @type {string[]} */
  const before = [];
  let last = "";
  return {
    get size() {
      return before.length;
    },
    /** @param {import("./format.js").Story} story as it is before the change @param {string} what the same twice running is one change; empty never is */
    keep(story, what) {
      if (what && what === last) return;
      last = what;
      before.push(JSON.stringify(story));
      if (before.length > LONGEST) before.shift();
    },
    /** @returns {import("./format.js").Story|null} */
    back() {
      last = "";
      const text = before.pop();
      return text ? JSON.parse(text) : null;
    },
  };
}
