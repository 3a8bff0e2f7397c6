/** Two maps side by side: they move together, and what the pointer is on in one is shown in the other. */
import type { Peer } from "../core/map_handle.ts";

export function syncMaps(map: L.Map, synced: boolean, show: (id: string | null) => void): Peer {
  let following = false;

  /** The other map of the page, once it is drawn. */
  function findPeer(): Peer | null {
    for (const frame of window.parent.document.querySelectorAll("iframe")) {
      const other = frame.contentWindow;
      if (other !== window && other?.atlas?.peer) return other.atlas.peer;
    }
    return null;
  }

  if (synced) {
    map.on("move", () => {
      if (!following) findPeer()?.follow(map.getCenter(), map.getZoom());
    });
  }
  return {
    follow(centre: L.LatLng, zoom: number) {
      following = true;
      map.setView(centre, zoom, { animate: false });
      following = false;
    },
    echo(id: string | null) {
      if (synced) findPeer()?.show(id);
    },
    show,
  };
}
