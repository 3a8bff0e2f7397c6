// @ts-check
/** What a page does before it is painted, and once it is read: the size of its type, and the way past its head. */
import { followArrival } from "./arrival.js";
import { watchConnection } from "./connection.js";
import { keepFramework } from "./framework.js";
import { joinEntries } from "./history.js";
import { createKept } from "./kept.js";
import { followMaps } from "./maps.js";
import { refuseForeignMessages } from "./messages.js";
import { createNote } from "./note.js";
import { followPrinting } from "./printing.js";
import { followSkip } from "./skip.js";
import { applyTypeSize, followTypeSize } from "./type_size.js";
import { createUnconnected } from "./unconnected.js";

/** What a page may be told; modules of the page and the map's frame listen. */
const STATE = "atlas:connection";
const DAY = "atlas:day";

/** @type {ReturnType<typeof createKept>|null} */
let kept = null;
let day = "";

/**
 * Watch over what has still to come, and over the connection.
 * @param {import("./arrival.js").Words & {note: import("./note.js").Words, unconnected: import("./unconnected.js").Words, part: string}} words
 */
export function followComing(words) {
  followArrival(words, (run) => choose("page", run));
  followMaps(words);
  joinEntries();
  const root = document.documentElement;
  // What Streamlit says of a part that failed is replaced by `page.css`.
  root.style.setProperty("--atlas-part", JSON.stringify(words.part));
  const note = createNote(words.note);
  const unconnected = createUnconnected(words.unconnected);
  const connection = watchConnection((state, code) => {
    root.dataset.connection = state;
    note.follow(state, code);
    unconnected.follow(state);
    dispatchEvent(new CustomEvent(STATE, { detail: state }));
  }, () => kept?.back());
  kept = createKept(connection.isThere, note.keep);
  keepFramework(words.note, note.warn);
  document.addEventListener("DOMContentLoaded", () => document.body.prepend(note.element));
}

/** Run a choice that only the server can follow: now, or when it is reached again. @param {string} kind @param {() => void} run */
export function choose(kind, run) {
  if (kept) kept.choose(kind, run);
  else run();
}

/** The server's day, as it tells with what it sends: a page may be open longer than one. @param {string|undefined} told ISO */
export function hearDay(told) {
  if (!told || told <= day) return;
  day = told;
  dispatchEvent(new CustomEvent(DAY, { detail: day }));
}

/** The last day heard, ISO; empty before the first. */
export const lastDay = () => day;

refuseForeignMessages();
applyTypeSize();
followPrinting();
document.addEventListener("DOMContentLoaded", () => {
  followTypeSize(document.querySelector(".atlas-type"));
  followSkip(document.querySelector(".atlas-skip"));
});
