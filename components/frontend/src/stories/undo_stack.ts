/** What the draft was before: for undoing, within one visit. */
import type { Story } from "../core/story_schema.ts";

const LONGEST = 100;

export function createHistory() {
  const before: string[] = [];
  let last = "";
  return {
    get size() {
      return before.length;
    },
    /**
     * @param story as it is before the change
     * @param what the same twice running is one change; empty never is
     */
    keep(story: Story, what: string) {
      if (what && what === last) return;
      last = what;
      before.push(JSON.stringify(story));
      if (before.length > LONGEST) before.shift();
    },
    /** What was before is of another draft now: to go back would undo what somebody else did. */
    forget() {
      last = "";
      before.length = 0;
    },
    back(): Story | null {
      last = "";
      const text = before.pop();
      return text ? (JSON.parse(text) as Story) : null;
    },
  };
}

/** Undo by keyboard, except while a text is typed, which has an undoing of its own. */
export function listenForUndo(undo: () => void, signal: AbortSignal) {
  window.addEventListener(
    "keydown",
    (key) => {
      const inField = (key.target as Element).closest?.("input, textarea");
      if ((key.ctrlKey || key.metaKey) && (key.code === "KeyZ" || key.key.toLowerCase() === "z") && !key.shiftKey && !inField) {
        key.preventDefault();
        undo();
      }
    },
    { signal },
  );
}
