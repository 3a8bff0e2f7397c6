// @ts-check
/** Two maps side by side: they move together, and what the pointer is on in one is shown in the other. */

/** @param {any} map @param {boolean} paired @param {(id: string|null) => void} show */
export function connectPeer(map, paired, show) {
  let following = false;

  /** The other map of the page, once it is drawn. @returns {any} */
  function findPeer() {
    for (const frame of window.parent.document.querySelectorAll("iframe")) {
      const other = /** @type {any} */ (frame.contentWindow);
      if (other !== window && other?.atlas?.peer) return other.atlas.peer;
    }
    return null;
  }

  if (paired) {
    map.on("move", () => {
      if (!following) findPeer()?.follow(map.getCenter(), map.getZoom());
    });
  }
  return {
    /** @param {any} centre @param {number} zoom */
    follow(centre, zoom) {
      following = true;
      map.setView(centre, zoom, { animate: false });
      following = false;
    },
    /** @param {string|null} id a country the pointer is on here, to be shown there */
    echo(id) {
      if (paired) findPeer()?.show(id);
    },
    show,
  };
}
