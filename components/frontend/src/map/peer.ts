/** Two maps side by side: they move together, and what the pointer is on in one is shown in the other. */

export function connectPeer(map: any, paired: boolean, show: (id: string|null) => void) {
  let following = false;

  /** The other map of the page, once it is drawn. */
  function findPeer(): any {
    for (const frame of window.parent.document.querySelectorAll("iframe")) {
      const other = (frame.contentWindow as any);
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
    follow(centre: any, zoom: number) {
      following = true;
      map.setView(centre, zoom, { animate: false });
      following = false;
    },
    /** @param id a country the pointer is on here, to be shown there */
    echo(id: string|null) {
      if (paired) findPeer()?.show(id);
    },
    show,
  };
}
