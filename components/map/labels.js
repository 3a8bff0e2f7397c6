// @ts-check
/** Names of countries, places and zones, placed so that no two ever touch. */
import { currentLanguage } from "../language/messages.js";
import { make } from "./dom.js";
import { membershipAt, momentOf } from "./moment.js";

const { L } = /** @type {any} */ (window);
const GAP_PIXELS = 3;
// A state of the alliance is named this many zooms before its name fits into it: beside it.
const EARLIER = 3;
// How much larger than its name, across and down, a country is that has it inside.
const ROOM = { across: 1.35, down: 1.8 };
// Where a name stands beside a country, in halves of its box and of the country's.
/** @type {Record<string, [number, number]>} */
const SIDES = { left: [-1, 0], right: [1, 0], above: [0, -1], below: [0, 1] };

/**
 * @param {any} map @param {any} atlas @param {any} centres {country: [lon, lat, rank]} @param {any[]} places
 * @param {(id: string) => any} boundsOf the bounds of a country in degrees
 * @param {() => DOMRect[]} obstacles rectangles of the furniture on the map, in page pixels
 */
export function drawLabels(map, atlas, centres, places, boundsOf, obstacles) {
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
  /** The parties to the event shown: what the map is about is named first, and at any zoom. @type {string[]} */
  let parties = [];

  /** @param {any} label @param {boolean} on */
  function show(label, on) {
    if (on === (label.on ?? false)) return;
    label.on = on;
    if (on) label.marker.addTo(map);
    else label.marker.remove();
  }

  /** @param {any} label */
  function isWanted(label) {
    if (!visible || !map.getBounds().contains([label.lat, label.lon])) return false;
    return parties.includes(label.id) || label.rank - (atlas.labelSides[label.id] ? EARLIER : 0) <= map.getZoom();
  }

  function place() {
    const frame = map.getContainer().getBoundingClientRect();
    const taken = visible ? [...obstacles()] : [];
    const isWhole = (/** @type {DOMRect} */ box) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    const isParty = (/** @type {any} */ label) => parties.includes(label.id);
    for (const label of [...labels.filter(isParty), ...labels.filter((label) => !isParty(label))]) {
      if (!isWanted(label)) {
        show(label, false);
        continue;
      }
      show(label, true);
      const spot = spotsOf(label).find((shift) => {
        const box = boxOf(label, shift, frame);
        return isWhole(box) && isFree(box, taken);
      });
      if (spot) {
        taken.push(boxOf(label, spot, frame));
        label.element.style.translate = label.id ? `calc(-50% + ${spot[0]}px) calc(-50% + ${spot[1]}px)` : "";
      }
      show(label, Boolean(spot));
    }
  }

  /** Where a label may stand, best first, as shifts in pixels from its point. @param {any} label @returns {[number, number][]} */
  function spotsOf(label) {
    const side = SIDES[atlas.labelSides[label.id]];
    const bounds = side && boundsOf(label.id);
    if (!bounds) return [[0, 0]];
    const size = sizeOf(label);
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const [upper, lower] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    /** @param {[number, number]} way @returns {[number, number]} */
    const beside = ([across, down]) => [
      across ? Math.round((across < 0 ? upper.x : lower.x) - at.x + across * (size.width / 2 + GAP_PIXELS)) : 0,
      down ? Math.round((down < 0 ? upper.y : lower.y) - at.y + down * (size.height / 2 + GAP_PIXELS)) : 0,
    ];
    const roomy = lower.x - upper.x > ROOM.across * size.width && lower.y - upper.y > ROOM.down * size.height;
    /** @type {[number, number][]} */
    const usual = roomy ? [[0, 0], beside(side)] : [beside(side), [0, 0]];
    // What the map is about stands on any side rather than nowhere.
    return parties.includes(label.id) ? [...usual, ...Object.values(SIDES).map(beside)] : usual;
  }

  /** @param {any} label */
  function sizeOf(label) {
    label.size ??= { width: label.element.offsetWidth, height: label.element.offsetHeight };
    return label.size;
  }

  /** What a label covers, from its measured size. @param {any} label @param {[number, number]} shift @param {DOMRect} frame */
  function boxOf(label, [across, down], frame) {
    const { width, height } = sizeOf(label);
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const x = frame.left + at.x + across + (label.id ? -width / 2 : -3);
    const y = frame.top + at.y + down - height / 2;
    return new DOMRect(x - GAP_PIXELS, y - GAP_PIXELS, width + 2 * GAP_PIXELS, height + GAP_PIXELS);
  }

  /** @param {DOMRect} box @param {DOMRect[]} taken */
  const isFree = (box, taken) => taken.every(
    (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
  );

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
      /** @type {string[]} */
      const told = view.event ? atlas.eventById.get(view.event).parties : [];
      let changed = on !== visible || told.join() !== parties.join();
      for (const label of labels) {
        if (!label.id) continue;
        const key = membershipAt(atlas, label.id, moment);
        const before = label.element.className;
        label.element.classList.toggle("member", key !== "none" && key !== "former");
        label.element.classList.toggle("party", told.includes(label.id));
        if (label.element.className === before) continue;
        // Members and parties are named in a bolder, hence wider, face.
        label.size = undefined;
        changed = true;
      }
      if (changed) {
        visible = on;
        parties = told;
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
