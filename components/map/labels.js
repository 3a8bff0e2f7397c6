// @ts-check
/** Names of countries, places and zones, placed so that no two ever touch. */
import { currentLanguage } from "../language/messages.js";
import { make } from "./dom.js";
import { membershipAt, momentOf } from "./moment.js";

const { L } = /** @type {any} */ (window);
const GAP_PIXELS = 3;

/**
 * @param {any} map @param {any} atlas @param {any} centres {country: [lon, lat, rank]} @param {any[]} places
 * @param {() => DOMRect[]} obstacles rectangles of the furniture on the map, in page pixels
 */
export function drawLabels(map, atlas, centres, places, obstacles) {
  const labels = [...countryLabels(atlas, centres), ...placeLabels(places)];
  const treaty = new Set(Object.keys(atlas.membership.rows));
  for (const label of labels) {
    label.element = make("span", {}, label.text);
    const icon = L.divIcon({ html: label.element, className: `map-label ${label.kind}`, iconSize: [0, 0] });
    label.marker = L.marker([label.lat, label.lon], { icon, pane: "places", interactive: false, keyboard: false });
    // Members before other countries before capitals before towns: what must stay is placed first.
    label.priority = label.id ? (treaty.has(label.id) ? 0 : 1) : label.kind === "capital" ? 2 : 3;
  }
  labels.sort((a, b) => a.priority - b.priority || a.rank - b.rank);
  let visible = true;

  /** @param {any} label @param {boolean} on */
  function show(label, on) {
    if (on === (label.on ?? false)) return;
    label.on = on;
    if (on) label.marker.addTo(map);
    else label.marker.remove();
  }

  function place() {
    const zoom = map.getZoom();
    const frame = map.getContainer().getBoundingClientRect();
    const view = map.getBounds().pad(0.05);
    const taken = visible ? [...obstacles()] : [];
    for (const label of labels) {
      if (!visible || label.rank > zoom || !view.contains([label.lat, label.lon])) {
        show(label, false);
        continue;
      }
      show(label, true);
      const box = boxOf(label, frame);
      const free = taken.every(
        (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
      );
      if (free) taken.push(box);
      show(label, free);
    }
  }

  /** Where a label stands, from its measured size. @param {any} label @param {DOMRect} frame */
  function boxOf(label, frame) {
    if (!label.size) label.size = { width: label.element.offsetWidth, height: label.element.offsetHeight };
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const x = frame.left + at.x + (label.id ? -label.size.width / 2 : -3);
    const y = frame.top + at.y - label.size.height / 2;
    return new DOMRect(x - GAP_PIXELS, y - GAP_PIXELS, label.size.width + 2 * GAP_PIXELS, label.size.height + GAP_PIXELS);
  }

  /** Measure every label anew: type has another size or another face. */
  function resize() {
    for (const label of labels) label.size = undefined;
    place();
  }

  map.on("moveend zoomend resize", place);
  return {
    place,
    resize,
    /** @param {import("./view.js").View} view */
    draw(view) {
      const moment = momentOf(atlas, view);
      const on = view.layers.includes("labels");
      for (const label of labels) {
        if (!label.id) continue;
        const key = membershipAt(atlas, label.id, moment);
        label.element.classList.toggle("member", key !== "none" && key !== "former");
      }
      if (on !== visible) {
        visible = on;
        place();
      }
    },
  };
}

/** @param {any} atlas @param {any} centres */
function countryLabels(atlas, centres) {
  return Object.entries(centres).map(([id, [lon, lat, rank]]) => ({
    id, lon, lat, rank, kind: "country", text: atlas.countries[id],
  }));
}

/** @param {any[]} places @returns {any[]} */
function placeLabels(places) {
  const russian = currentLanguage() === "ru";
  return places.map(({ name_en, name_ru, lon, lat, rank, kind }) => ({ id: null, lon, lat, rank, kind, text: russian ? name_ru : name_en }));
}
