// @ts-check
/**
 * The wire between the briefing and the presenter's window: two windows of one origin.
 *
 * Windows that know each other speak directly, which works from files too; any others of this origin
 * hear the same on a channel. A message has a number, so that one heard on both ways counts once.
 */

import { CARRIED } from "./address.js";

const MARK = "atlas-story";
const REMEMBERED = 40;

/**
 * What the windows of one story call it. All stories carried in a link have one id, so those are told
 * apart by what they say: the window of one must not move another.
 * @param {import("./format.js").Story} story
 */
const nameStory = ({ id, title, steps }) => (id === CARRIED ? JSON.stringify([id, title, steps]) : id);

/**
 * @param {import("./format.js").Story} told @param {(message: any) => void} hear @param {AbortSignal} signal
 */
export function openChannel(told, hear, signal) {
  const story = nameStory(told);
  /** @type {Set<Window>} */
  const known = new Set();
  if (window.opener) known.add(window.opener);
  const local = location.protocol === "file:";
  const channel = local ? null : new BroadcastChannel(MARK);
  /** @type {string[]} */
  const heard = [];
  const take = (/** @type {any} */ data) => {
    if (!data || typeof data !== "object" || data.mark !== MARK || data.story !== story || heard.includes(data.number)) return;
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
      const data = { mark: MARK, story, number: `${Date.now()} ${Math.random()}`, ...message };
      if (!signal.aborted) channel?.postMessage(data);
      for (const other of known) if (!other.closed) other.postMessage(data, local ? "*" : location.origin);
    },
    /** A window that this one opened. @param {Window|null} other */
    meet(other) {
      if (other) known.add(other);
    },
  };
}
