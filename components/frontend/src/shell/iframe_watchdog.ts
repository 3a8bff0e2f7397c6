/**
 * The maps of a page, seen from around their frames: one that was lost on its way is loaded again.
 *
 * streamlit-folium loads its scripts in order, stops at the first that fails and says nothing; and
 * Streamlit hears that a frame is there only if it listens already. Either leaves the frame empty.
 */
import { fetchStyleAgain, describeLost } from "./load_retry.ts";
import type { Words } from "./load_retry.ts";

const FRAMES = 'iframe[src*="/component/streamlit_folium.st_folium/"]';
const READY = "streamlit:componentReady";
const EVERY = 1000;
const TRIES = 2;
/** How often a map is looked for before its reader is told that it has not come. */
const PATIENCE = 25;

export type Seen = { looks: number; tries: number; loading: boolean; words: HTMLElement | null };

export function watchMapFrames(words: Words) {
  const seen: WeakMap<HTMLIFrameElement, Seen> = new WeakMap();
  addEventListener("message", ({ data, source }: MessageEvent<{ type?: string } | null>) => {
    if (data?.type === READY && source) recordErrors(source as Window);
  });
  // Looks are counted, not seconds: a page in the background is looked at seldom.
  setInterval(() => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(FRAMES)) {
      const known = seen.get(frame) ?? { looks: 0, tries: 0, loading: false, words: null };
      seen.set(frame, known);
      look(frame, known, words);
    }
  }, EVERY);
}

/** Note in the frame's own window what it loses; another document there starts without. */
function recordErrors(inner: Window) {
  try {
    inner.addEventListener("unhandledrejection", () => (inner.atlasLost = true));
    inner.addEventListener("error", ({ target }: Event) => fetchStyleAgain(target), true);
  } catch {
    // A window of another origin is no map of ours.
  }
}

function look(frame: HTMLIFrameElement, known: Seen, words: Words) {
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
    else showFallback(frame, known, words);
  } else {
    resendReady(frame);
  }
  if (known.looks > PATIENCE) showFallback(frame, known, words);
}

/** Whether what is in a frame can become a map no more. */
function isLost(frame: HTMLIFrameElement) {
  const inside = frame.contentDocument;
  const inner = frame.contentWindow;
  // The browser's own page of an error is of another origin.
  if (!inside) return true;
  if (inside.URL === "about:blank" || inside.readyState !== "complete") return false;
  return !inner?.Streamlit || inner.atlasLost === true;
}

/** Let a frame that Streamlit has not heard say again that it is there. */
function resendReady(frame: HTMLIFrameElement) {
  const inner = frame.contentWindow;
  const heard = frame.contentDocument?.getElementById("map_div")?.style.height;
  if (inner?.Streamlit && !heard) inner.Streamlit.setComponentReady();
}

function load(frame: HTMLIFrameElement, known: Seen) {
  known.words?.remove();
  Object.assign(known, { looks: 0, tries: known.tries + 1, loading: true, words: null });
  frame.addEventListener("load", () => (known.loading = false), { once: true });
  frame.contentWindow?.location.replace(frame.src);
}

function showFallback(frame: HTMLIFrameElement, known: Seen, words: Words) {
  if (known.words?.isConnected) return;
  known.words = describeLost(words.map, words.again, () => {
    known.tries = 0;
    load(frame, known);
  });
  (frame.closest('[class*="st-key-atlas-"]') ?? document.body).append(known.words);
}
