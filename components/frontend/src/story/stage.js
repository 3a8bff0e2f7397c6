// @ts-check
/** The map that a story leads: the one in the frame on this page, once it is drawn. */

const FRAME = ".st-key-atlas-stage iframe";

/** @param {() => boolean} wanted false gives up @returns {Promise<import("./player.js").Stage|null>} */
export function findStage(wanted) {
  return new Promise((found) => {
    const look = () => {
      if (!wanted()) return found(null);
      const frame = /** @type {HTMLIFrameElement|null} */ (document.querySelector(FRAME));
      const inner = /** @type {any} */ (frame?.contentWindow);
      if (inner?.atlas) found({ ...inner.atlas, window: inner });
      else setTimeout(look, 50);
    };
    look();
  });
}
