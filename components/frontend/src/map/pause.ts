/** What follows a drag of the slider at a distance: the map comes first, and the rest once it pauses. */

/** Milliseconds without a further step after which a drag pauses. */
const PAUSE = 200;
/** A drag without a pause is followed as often, in milliseconds. */
const AT_MOST = 1000;

export function createPause(follow: () => void) {
  let timer = 0;
  let since = 0;
  function cancel() {
    clearTimeout(timer);
    timer = 0;
  }
  return {
    cancel,
    get isWaiting() {
      return timer !== 0;
    },
    /** A step of a drag. */
    step() {
      const now = performance.now();
      if (!timer) since = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = 0;
          follow();
        },
        Math.max(0, Math.min(PAUSE, since + AT_MOST - now)),
      );
    },
  };
}
