// @ts-check
/**
 * The channel between the briefing and the presenter's window: two windows of one origin.
 *
 * Windows that know each other speak directly, which works from files too; others of this origin hear
 * the same on a broadcast channel. A message has a number, so that one heard on both ways counts once.
 *
 * A channel is of one briefing alone: the player names it at random and hands the name over in the
 * address of the presenter's window. Several stories carried in links have the same id, and one story
 * may be presented in two windows. So a message also says of which story it is, word for word.
 */
import { plainStory } from "./format.js";

const MARK = "atlas-story";
const KEPT = "atlas-story-channel";
const REMEMBERED = 40;
/** The channels of this page by the stories they are of. @type {Map<string, string>} */
const named = new Map();

/**
 * The name of the channel of a briefing in this window: a new one, but of the same story that of
 * before, after a reload too, since the presenter's window is still open.
 * @param {import("./format.js").Story} story
 */
export function nameChannel(story) {
  const told = tellStory(story);
  const name = named.get(told) ?? recallName(told);
  named.set(told, name);
  return name;
}

/** The name kept by this window before it was reloaded, else a new one. @param {string} told */
function recallName(told) {
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    // A window opened from this one is given a copy of what is kept here, and must not use it.
    const [{ type = "" } = {}] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    if (type === "reload" && kept.told === told && isName(kept.name)) return kept.name;
    sessionStorage.setItem(KEPT, JSON.stringify({ name, told }));
  } catch {
    // Without it a reload loses the presenter's window, which is opened again.
  }
  return name;
}

/** Whether a text from an address names a channel. @param {unknown} name @returns {name is string} */
export const isName = (name) => typeof name === "string" && /^[a-z0-9-]{8,64}$/.test(name);

/** What a story says, as a short number in letters. @param {import("./format.js").Story} story */
function tellStory(story) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(plainStory(story)))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

/**
 * @param {string|null} name of the channel; none in a presenter's window that no briefing opened
 * @param {import("./format.js").Story} story @param {(message: any) => void} hear @param {AbortSignal} signal
 */
export function openChannel(name, story, hear, signal) {
  const told = tellStory(story);
  /** @type {Set<Window>} */
  const known = new Set();
  if (window.opener) known.add(window.opener);
  const local = location.protocol === "file:";
  const channel = local || name === null ? null : new BroadcastChannel(`${MARK}-${name}`);
  /** @type {string[]} */
  const heard = [];
  const take = (/** @type {any} */ data) => {
    if (!data || typeof data !== "object" || data.mark !== MARK || data.name !== name || data.told !== told || heard.includes(data.number)) return;
    heard.push(data.number);
    if (heard.length > REMEMBERED) heard.shift();
    hear(data);
  };
  channel?.addEventListener("message", (event) => take(event.data));
  window.addEventListener("message", (event) => {
    if (event.origin === (local ? "null" : location.origin) && known.has(/** @type {Window} */ (event.source))) take(event.data);
  }, { signal });
  signal.addEventListener("abort", () => channel?.close());
  return {
    /** @param {Record<string, any>} message */
    say(message) {
      const data = { mark: MARK, name, told, number: `${Date.now()} ${Math.random()}`, ...message };
      if (!signal.aborted) channel?.postMessage(data);
      for (const other of known) if (!other.closed) other.postMessage(data, local ? "*" : location.origin);
    },
    /** A window that this one opened. @param {Window|null} other */
    meet(other) {
      if (other) known.add(other);
    },
  };
}
