/** What the page says of its connection: a line in its head, in the language of the page, that covers nothing. */
import type { State } from "./connection.ts";

/** How long it is said that all is well again, in milliseconds. */
const WELL = 4000;
const MAPS = '[class*="st-key-atlas-"] iframe';
const TELLING = '.stories:is([data-mode="play"], [data-mode="notes"])';
/** Codes that a server closes a websocket with: it refuses, or was sent too much. */
const REFUSED = 1008;
const TOO_LARGE = 1009;

export type Words = Record<
  "lost" | "silent" | "refused" | "large" | "back" | "map" | "story" | "page" | "pending" | "noPage" | "failed",
  string
>;

export function createNote(words: Words) {
  const element = document.createElement("p");
  element.className = "atlas-note";
  element.setAttribute("role", "status");
  let timer = 0;
  const show = (kind: string, sentences: string[], time: number = 0) => {
    clearTimeout(timer);
    element.textContent = sentences.join(" ");
    element.dataset.kind = kind;
    document.documentElement.toggleAttribute("data-atlas-note", Boolean(kind));
    if (time) timer = window.setTimeout(() => show("", []), time);
  };
  /** What goes on meanwhile. */
  const describeState = () => (document.querySelector(TELLING) ? words.story : document.querySelector(MAPS) ? words.map : words.page);
  let hasPending = false;
  let why = "";
  return {
    element,
    follow(state: State, code: number) {
      if (state === "connected") {
        if (why) show("back", [words.back], WELL);
        why = "";
        hasPending = false;
      } else if (state === "lost" || state === "silent") {
        const reasons: Record<number, string | undefined> = { [REFUSED]: words.refused, [TOO_LARGE]: words.large };
        why = state === "silent" ? words.silent : (reasons[code] ?? words.lost);
        show(state, [why, hasPending ? words.pending : describeState()]);
      }
    },
    /** A choice was made that only the server can follow. */
    keep() {
      hasPending = true;
      if (why) show("lost", [why, words.pending]);
    },
    /** Something else the reader must know. */
    warn(text: string) {
      if (!why) show("warned", [text], 3 * WELL);
    },
  };
}
