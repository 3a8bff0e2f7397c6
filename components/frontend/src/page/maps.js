// @ts-check
/**
 * The maps of a page, seen from around their frames: one that was lost on its way is loaded again.
 *
 * streamlit-folium loads its scripts in order, stops at the first that fails and says nothing; and
 * Streamlit hears that a frame is there only if it listens already. Either leaves the frame empty.
 */
import { fetchStyleAgain, sayLost } from "./arrival.js";

const FRAMES = 'iframe[src*="/component/streamlit_folium.st_folium/"]';
const READY = "streamlit:componentReady";
const EVERY = 1000;
const TRIES = 2;
/** How often a map is looked for before its reader is told that it has not come. */
const PATIENCE = 25;

/** @typedef {{looks: number, tries: number, loading: boolean, words: HTMLElement|null}} Seen */

/** @param {import("./arrival.js").Words} words */
export function followMaps(words) {
  /** @type {WeakMap<HTMLIFrameElement, Seen>} */
  const seen = new WeakMap();
  addEventListener("message", ({ data, source }) => {
    if (data?.type === READY && source) noteLosses(source);
  });
  // Looks are counted, not seconds: a page in the background is looked at seldom.
  setInterval(() => {
    for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(FRAMES))) {
      const known = seen.get(frame) ?? { looks: 0, tries: 0, loading: false, words: null };
      seen.set(frame, known);
      look(frame, known, words);
    }
  }, EVERY);
}

/** Note in the frame's own window what it loses; another document there starts without. @param {any} inner */
function noteLosses(inner) {
  try {
    inner.addEventListener("unhandledrejection", () => (inner.atlasLost = true));
    inner.addEventListener("error", (/** @type {Event} */ { target }) => fetchStyleAgain(target), true);
  } catch {
    // A window of another origin is no map of ours.
  }
}

/** @param {HTMLIFrameElement} frame @param {Seen} known @param {import("./arrival.js").Words} words */
function look(frame, known, words) {
  const inside = frame.contentDocument;
  if (inside?.documentElement?.dataset.atlas) {
    known.words?.remove();
    Object.assign(known, { looks: 0, tries: 0, words: null });
    return;
  }
  known.looks += 1;
  if (known.loading) {
    // Asked for again and still on its way.
  } else if (isLost(frame)) {
    if (known.tries < TRIES) load(frame, known);
    else tell(frame, known, words);
  } else {
    callAgain(frame);
  }
  if (known.looks > PATIENCE) tell(frame, known, words);
}

/** Whether what is in a frame can become a map no more. @param {HTMLIFrameElement} frame */
function isLost(frame) {
  const inside = frame.contentDocument;
  const inner = /** @type {any} */ (frame.contentWindow);
  // The browser's own page of an error is of another origin.
  if (!inside) return true;
  if (inside.URL === "about:blank" || inside.readyState !== "complete") return false;
  return !inner.Streamlit || inner.atlasLost === true;
}

/** Let a frame that Streamlit has not heard say again that it is there. @param {HTMLIFrameElement} frame */
function callAgain(frame) {
  const inner = /** @type {any} */ (frame.contentWindow);
  const heard = frame.contentDocument?.getElementById("map_div")?.style.height;
  if (inner?.Streamlit && !heard) inner.Streamlit.setComponentReady();
}

/** @param {HTMLIFrameElement} frame @param {Seen} known */
function load(frame, known) {
  known.words?.remove();
  Object.assign(known, { looks: 0, tries: known.tries + 1, loading: true, words: null });
  frame.addEventListener("load", () => (known.loading = false), { once: true });
  frame.contentWindow?.location.replace(frame.src);
}

/** @param {HTMLIFrameElement} frame @param {Seen} known @param {import("./arrival.js").Words} words */
function tell(frame, known, words) {
  if (known.words?.isConnected) return;
  known.words = sayLost(words.map, words.again, () => {
    known.tries = 0;
    load(frame, known);
  });
  (frame.closest('[class*="st-key-atlas-"]') ?? document.body).append(known.words);
}
