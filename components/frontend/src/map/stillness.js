// @ts-check
/** A map for readers who asked for less motion: it cuts to where it would have flown, slid or zoomed. */

const wish = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {any} map a Leaflet map; every way of moving it goes through these three */
export function respectStillness(map) {
  const { setView, panBy, flyTo } = map;
  const cut = (/** @type {any} */ options) => (wish.matches ? { ...options, animate: false, zoom: { animate: false }, pan: { animate: false } } : options);
  map.setView = (/** @type {any} */ centre, /** @type {number} */ zoom, /** @type {any} */ options) => setView.call(map, centre, zoom, cut(options));
  map.panBy = (/** @type {any} */ offset, /** @type {any} */ options) => panBy.call(map, offset, cut(options));
  map.flyTo = (/** @type {any} */ centre, /** @type {number} */ zoom, /** @type {any} */ options) => flyTo.call(map, centre, zoom, cut(options));
  if (wish.matches) map.options.inertia = false;
}
