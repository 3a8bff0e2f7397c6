// @ts-check
/**
 * The wire between the briefing and the presenter's window: two windows of one origin.
 *
 * Windows that know each other speak directly, which works from files too; any others of this origin
 * hear the same on a channel. Every message says all there is to know, so hearing it twice is no harm.
 */

const MARK = "atlas-story";

/**
 * @param {string} story its id @param {(message: any) => void} hear @param {AbortSignal} signal
 */
export function openChannel(story, hear, signal) {
  /** @type {Set<Window>} */
  const known = new Set();
  if (window.opener) known.add(window.opener);
  const local = location.protocol === "file:";
  const channel = local ? null : new BroadcastChannel(MARK);
  const take = (/** @type {any} */ data) => {
    if (data && typeof data === "object" && data.mark === MARK && data.story === story) hear(data);
  };
  channel?.addEventListener("message", (event) => take(event.data));
  window.addEventListener("message", (event) => {
    if (event.origin === (local ? "null" : location.origin) && known.has(/** @type {Window} */ (event.source))) take(event.data);
  }, { signal });
  signal.addEventListener("abort", () => channel?.close());
  return {
    /** @param {Record<string, any>} message */
    say(message) {
      const data = { mark: MARK, story, ...message };
      if (!signal.aborted) channel?.postMessage(data);
      for (const other of known) if (!other.closed) other.postMessage(data, local ? "*" : location.origin);
    },
    /** A window that this one opened. @param {Window|null} other */
    meet(other) {
      if (other) known.add(other);
    },
  };
}
