/** Where the map looks: home, the link's place, and the moves an event asks for. */
import { typeScale } from "./font_scale.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas, AtlasEvent } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";

const HOME = L.latLngBounds([34, 21], [59.5, 88]);
const HOME_NARROW = L.latLngBounds([37, 26], [57, 84]);
const EVENT_ZOOM = 6;
// The legend and the slider lie over the foot of the map.
const OVERLAY_PIXELS = 200;
const SYNCED_PIXELS = 90;
const overlayHeight = () => (document.documentElement.classList.contains("synced") ? SYNCED_PIXELS : OVERLAY_PIXELS) * typeScale();

export function createCamera(map: L.Map, atlas: Atlas, store: Store) {
  const { latitudes, longitudes } = atlas.link;
  const bounds = L.latLngBounds([latitudes[0], longitudes[0]], [latitudes[1], longitudes[1]]);
  map.setMaxBounds(bounds);
  map.options.maxBoundsViscosity = 1;
  let isAtHome = true;
  let flyingHome = false;

  /** The overlays of the map cover its edges, so the region is fitted inside what is free. */
  function fitHome(animate = false, seconds = 0) {
    const size = map.getSize();
    const narrow = size.x < 620;
    const bounds = narrow ? HOME_NARROW : HOME;
    const [head, side, foot] = narrow ? [110, 40, 100] : [10, 0, overlayHeight()];
    // A frame that has not yet its size may be lower than what covers it: no zoom would fit.
    const covered = head + foot < size.y && side < size.x;
    const padding: L.FitBoundsOptions = covered ? { paddingTopLeft: [0, head], paddingBottomRight: [side, foot] } : {};
    if (seconds) map.flyToBounds(bounds, { ...padding, duration: seconds });
    else map.fitBounds(bounds, { ...padding, animate });
    isAtHome = true;
  }

  function fitFloor() {
    // Never smaller than the shapes reach: past their edge there is nothing to show.
    const size = map.getSize();
    const widest = size.x / (((longitudes[1] - longitudes[0]) / 360) * 256);
    map.setMinZoom(Math.max(3, Math.ceil(Math.log2(widest) * 4) / 4));
  }

  map.on("moveend", () => {
    document.documentElement.classList.remove("flying");
    if (flyingHome) isAtHome = true;
    flyingHome = false;
    if (moving) return;
    const { lat, lng } = map.getCenter();
    store.set({ at: isAtHome ? null : [lat, lng, map.getZoom()] }, "quiet");
  });
  let moving = true;
  map.on("dragstart zoomstart", () => {
    isAtHome = false;
  });
  map.on("resize", () => {
    fitFloor();
    if (isAtHome) withoutUrlSync(() => fitHome());
  });

  /** Move without the address taking note. */
  function withoutUrlSync(move: () => void) {
    moving = true;
    move();
    moving = false;
  }

  /** Whether a point lies in the part of the map that nothing covers. */
  function isFree(at: L.LatLngTuple) {
    const size = map.getSize();
    const point = map.latLngToContainerPoint(at);
    const foot = size.x < 620 ? 90 : overlayHeight();
    return point.x > 20 && point.x < size.x - 20 && point.y > 20 && point.y < size.y - foot;
  }

  /** The centre that puts a point in the middle of the free part. */
  function above(at: L.LatLngTuple) {
    const zoom = Math.min(map.getZoom(), EVENT_ZOOM);
    return map.unproject(map.project(at, zoom).add([0, overlayHeight() / 2]), zoom);
  }

  return {
    /** What covers the map has changed: the whole region is fitted again, another place stays. */
    refit() {
      if (isAtHome) withoutUrlSync(() => fitHome());
    },
    open(view: View) {
      withoutUrlSync(() => {
        fitFloor();
        if (view.at) {
          map.setView([view.at[0], view.at[1]], view.at[2], { animate: false });
          isAtHome = false;
        } else {
          fitHome();
        }
      });
    },
    /**
     * Travel to where a view looks.
     * @param seconds 0 is a cut
     */
    fly(view: View, seconds: number) {
      if (!seconds) {
        map.stop();
        return this.open(view);
      }
      if (!view.at && isAtHome) return;
      flyingHome = !view.at;
      document.documentElement.classList.add("flying");
      if (!view.at) return fitHome(true, seconds);
      isAtHome = false;
      map.flyTo([view.at[0], view.at[1]], view.at[2], { duration: seconds });
    },
    home() {
      fitHome(true);
      store.set({ at: null }, "quiet");
    },
    /** Show an event's place only if it is out of view. */
    showEvent(event: AtlasEvent) {
      if (event.lat === null || event.lon === null || !bounds.contains([event.lat, event.lon])) return;
      if (isFree([event.lat, event.lon])) return;
      map.flyTo(above([event.lat, event.lon]), Math.min(map.getZoom(), EVENT_ZOOM), { duration: 0.8 });
    },
    showBounds(bounds: L.LatLngBounds | undefined) {
      if (bounds && !map.getBounds().contains(bounds.getCenter())) map.flyToBounds(bounds, { duration: 0.8, maxZoom: 8 });
    },
    showPlace(at: L.LatLngTuple) {
      isAtHome = false;
      map.flyTo(at, Math.max(map.getZoom(), 7), { duration: 0.8 });
    },
  };
}

export type Camera = ReturnType<typeof createCamera>;
