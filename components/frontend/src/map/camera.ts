/** Where the map looks: home, the link's place, and the moves an event asks for. */
import { eventOf } from "../core/snapshot.ts";
import { typeScale } from "./font_scale.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas, AtlasEvent, Bounds } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";

const HOME = L.latLngBounds([34, 21], [59.5, 88]);
const HOME_NARROW = L.latLngBounds([37, 26], [57, 84]);
const EVENT_ZOOM = 6;
// Degrees around an event that a small map opens on, where no inset has the area.
const AROUND = 5;
// The legend and the slider lie over the foot of the map.
const OVERLAY_PIXELS = 165;
const SYNCED_PIXELS = 90;
const NARROW = 620;
// The headline over a narrow map, of a year and of an event.
const HEAD = 110;
const EVENT_HEAD = 170;
const toBounds = ([west, south, east, north]: Bounds) => L.latLngBounds([south, west], [north, east]);
const overlayHeight = () => (document.documentElement.classList.contains("synced") ? SYNCED_PIXELS : OVERLAY_PIXELS) * typeScale();

/** @param small whether the map is a small one, which opens on its subject; a narrow one always is, `null` for never */
export function createCamera(map: L.Map, atlas: Atlas, store: Store, small: boolean | null) {
  const { latitudes, longitudes } = atlas.link;
  const bounds = L.latLngBounds([latitudes[0], longitudes[0]], [latitudes[1], longitudes[1]]);
  map.setMaxBounds(bounds);
  map.options.maxBoundsViscosity = 1;
  let isAtHome = true;
  let flyingHome = false;
  /** Whether the reader asked for the whole region. */
  let isLeft = false;

  const isNarrow = () => map.getSize().x < NARROW;

  /** Whether events are shown close up: on a small map, until the reader asks for the whole region. */
  const isClose = () => small !== null && (small || isNarrow()) && !isLeft;

  /** The overlays of the map cover its edges, so an area is fitted inside what is free. */
  function findPadding(heading: number): L.FitBoundsOptions {
    const size = map.getSize();
    const [head, side, foot] = isNarrow() ? [heading, 40, 100] : [10, 0, overlayHeight()];
    // A frame that has not yet its size may be lower than what covers it: no zoom would fit.
    const covered = head + foot < size.y && side < size.x;
    return covered ? { paddingTopLeft: [0, head], paddingBottomRight: [side, foot] } : {};
  }

  function fitHome(animate = false, seconds = 0) {
    const bounds = isNarrow() ? HOME_NARROW : HOME;
    if (seconds) map.flyToBounds(bounds, { ...findPadding(HEAD), duration: seconds });
    else map.fitBounds(bounds, { ...findPadding(HEAD), animate });
    isAtHome = true;
  }

  /** The area around an event: that of the inset which has it. */
  function findArea({ lat, lon }: AtlasEvent): L.LatLngBounds | null {
    if (lat === null || lon === null || !bounds.contains([lat, lon])) return null;
    const areas = atlas.insets.filter(({ kind }) => kind === "place").map(({ box }) => toBounds(box));
    return areas.find((area) => area.contains([lat, lon])) ?? toBounds([lon - AROUND, lat - AROUND / 2, lon + AROUND, lat + AROUND / 2]);
  }

  /** Where a view looks that does not say it: home, or on a small map at its subject. */
  function fitDefault() {
    const area = isClose() && store.view.event ? findArea(eventOf(atlas, store.view.event)) : null;
    if (area) map.fitBounds(area, { ...findPadding(EVENT_HEAD), animate: false });
    else fitHome();
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
    if (isAtHome) withoutUrlSync(fitDefault);
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
    const foot = size.x < NARROW ? 90 : overlayHeight();
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
      if (isAtHome) withoutUrlSync(fitDefault);
    },
    open(view: View) {
      withoutUrlSync(() => {
        fitFloor();
        if (view.at) {
          map.setView([view.at[0], view.at[1]], view.at[2], { animate: false });
          isAtHome = false;
        } else {
          isLeft = false;
          fitDefault();
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
      isLeft = true;
      fitHome(true);
      store.set({ at: null }, "quiet");
    },
    /** Show an event's place: on a large map only if it is out of view. */
    showEvent(event: AtlasEvent) {
      if (event.lat === null || event.lon === null || !bounds.contains([event.lat, event.lon])) return;
      const area = isClose() ? findArea(event) : null;
      if (area) return map.flyToBounds(area, { ...findPadding(EVENT_HEAD), duration: 0.8 });
      if (isFree([event.lat, event.lon])) return;
      map.flyTo(above([event.lat, event.lon]), Math.min(map.getZoom(), EVENT_ZOOM), { duration: 0.8 });
    },
    showBounds(bounds: L.LatLngBounds | undefined) {
      if (bounds && !map.getBounds().contains(bounds.getCenter())) map.flyToBounds(bounds, { duration: 0.8, maxZoom: 8 });
    },
    /** Travel to an area, whether it is in view or not. */
    showBox(box: Bounds) {
      isAtHome = false;
      map.flyToBounds(toBounds(box), { ...findPadding(EVENT_HEAD), duration: 0.8 });
    },
    showPlace(at: L.LatLngTuple) {
      isAtHome = false;
      map.flyTo(at, Math.max(map.getZoom(), 7), { duration: 0.8 });
    },
  };
}

export type Camera = ReturnType<typeof createCamera>;
