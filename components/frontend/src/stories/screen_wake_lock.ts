/** The screen stays on while a briefing is shown, where the browser can do that. */

/** @param signal aborted when the screen may sleep again */
export function keepAwake(signal: AbortSignal) {
  let lock: WakeLockSentinel | null = null;
  const ask = async () => {
    if (document.visibilityState !== "visible" || signal.aborted) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (signal.aborted) await lock.release();
    } catch {
      // Not over plain http, and not in every browser or at every charge.
    }
  };
  // The browser takes it back from a page that is not seen.
  document.addEventListener("visibilitychange", () => void ask(), { signal });
  signal.addEventListener("abort", () => void lock?.release());
  void ask();
}
