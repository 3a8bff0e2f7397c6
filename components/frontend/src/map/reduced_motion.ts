/** A map for readers who asked for less motion: it cuts to where it would have flown, slid or zoomed. */

const wish = matchMedia("(prefers-reduced-motion: reduce)");

export const isMotionReduced = () => wish.matches;

/** @param map a Leaflet map; every way of moving it goes through these three */
export function applyReducedMotion(map: L.Map) {
  const { setView, panBy, flyTo } = map;
  const cut = <T extends object>(options?: T) =>
    wish.matches ? { ...options, animate: false, zoom: { animate: false }, pan: { animate: false } } : options;
  map.setView = (centre, zoom, options) => setView.call(map, centre, zoom, cut(options));
  map.panBy = (offset, options) => panBy.call(map, offset, cut(options));
  map.flyTo = (centre, zoom, options) => flyTo.call(map, centre, zoom, cut(options));
  if (wish.matches) map.options.inertia = false;
}
