/**
 * Messages between windows: the page hears those of its own origin alone.
 *
 * Streamlit takes messages from the window around the page and from the frames in it. A site that may
 * frame the atlas is one, and it can put a document of its own in the place of the map.
 */

/** Stop messages of other origins before anything of the page hears them. Called before any other listens. */
export function refuseForeignMessages() {
  addEventListener(
    "message",
    (event) => {
      if (event.origin !== location.origin || location.origin === "null") event.stopImmediatePropagation();
    },
    true,
  );
}
