/** Names of countries, places and zones, placed so that no two ever touch. */
import { el } from "../../ui/dom.ts";
import { isAbout, isRegionShown } from "../../core/regions.ts";
import { eventOf, membershipAt } from "../../core/snapshot.ts";
import { createPause } from "../pause.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Countries } from "./countries.ts";
import { listWords } from "./label_words.ts";
import type { Centres, Place, Words } from "./label_words.ts";

const GAP_PIXELS = 3;
// A state of the alliance is named this many zooms before its name fits into it: beside it.
const EARLIER = 3;
// From here on every country in view is named, wherever it has room.
const CLOSE_ZOOM = 7;
// How much larger than its name, across and down, a country is that has it inside.
const ROOM = { across: 1.35, down: 1.8 };
// In how many columns and rows of a country a name is tried that cannot stand at its point.
const STEPS = 9;
// Pixels; on a map no wider than a phone the sides of a small country are its neighbours.
const NARROW = 700;
// Where the name of a region may stand: at its point, or off it where something else is there.
const REGION_SPOTS: [number, number][] = [[0, 0], [0, -18], [0, 18], [0, -30], [0, 30], [60, 0], [-60, 0], [70, -24], [70, 24], [-70, 24], [-70, -24]]; // prettier-ignore
// Where a name stands beside a country, in halves of its box and of the country's.
const SIDES: Record<string, [number, number]> = { left: [-1, 0], right: [1, 0], above: [0, -1], below: [0, 1] };

interface Label extends Words {
  element: HTMLElement;
  marker: L.Marker;
  priority: number;
  on: boolean;
  size?: { width: number; height: number };
}

/**
 * @param centres {country: [lon, lat, rank]}
 * @param shapes the bounds of a country in degrees, and whether it holds a point of the map's layers
 * @param obstacles rectangles of the overlays on the map, in page pixels
 */
export function drawLabels(
  map: L.Map,
  atlas: Atlas,
  centres: Centres,
  places: Place[],
  { boundsOf, holds }: Pick<Countries, "boundsOf" | "holds">,
  obstacles: () => DOMRect[],
) {
  const treaty = new Set(Object.keys(atlas.membership.rows));
  const labels = listWords(atlas, centres, places).map((words): Label => {
    const element = el("span", {}, words.text);
    const icon = L.divIcon({ html: element, className: `map-label ${words.kind}`, iconSize: [0, 0] });
    const marker = L.marker([words.lat, words.lon], { icon, pane: "places", interactive: false, keyboard: false });
    // Members before other countries before capitals before towns: what must stay is placed first.
    const priority = words.id ? (treaty.has(words.id) ? 0 : 1) : words.kind === "capital" ? 2 : 3;
    return { ...words, element, marker, priority, on: false };
  });
  labels.sort((a, b) => a.priority - b.priority || a.rank - b.rank);
  let visible = true;
  const pause = createPause(place);
  /** The parties to the event shown: what the map is about is named first, and at any zoom. */
  let parties: string[] = [];
  /** The regions that something is drawn in. */
  let regions: string[] = [];

  function show(label: Label, on: boolean) {
    if (on === label.on) return;
    label.on = on;
    if (on) label.marker.addTo(map);
    else label.marker.remove();
  }

  function isWanted(label: Label) {
    if (!visible || (label.kind === "region" && !regions.includes(label.id))) return false;
    const bounds = label.kind !== "region" && (parties.includes(label.id) || isClose()) ? boundsOf(label.id) : undefined;
    if (!(bounds ? map.getBounds().intersects(bounds) : map.getBounds().contains([label.lat, label.lon]))) return false;
    return parties.includes(label.id) || bounds !== undefined || label.rank - (atlas.labelSides[label.id] ? EARLIER : 0) <= map.getZoom();
  }

  /** Close up the point of a country's name is often out of view, and what is in view is named all the same. */
  const isClose = () => map.getZoom() >= CLOSE_ZOOM;

  function place() {
    pause.cancel();
    const frame = map.getContainer().getBoundingClientRect();
    const taken = visible ? [...obstacles()] : [];
    const isWhole = (box: DOMRect) =>
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    const isParty = (label: Label) => parties.includes(label.id);
    for (const label of [...labels.filter(isParty), ...labels.filter((label) => !isParty(label))]) {
      if (!isWanted(label)) {
        show(label, false);
        continue;
      }
      show(label, true);
      const spot = spotsOf(label).find((shift) => {
        const box = boxOf(label, shift, frame);
        return isWhole(box) && isFree(box, taken) && (isParty(label) || isClear(label, shift));
      });
      if (spot) {
        taken.push(boxOf(label, spot, frame));
        label.element.style.translate = label.id ? `calc(-50% + ${spot[0]}px) calc(-50% + ${spot[1]}px)` : "";
      }
      show(label, Boolean(spot));
    }
  }

  /** Whether the name of a small country lies on no other: a member has it there rather than nowhere, others do not. */
  function isClear(label: Label, [across, down]: [number, number]) {
    if (map.getSize().x > NARROW || !atlas.labelSides[label.id] || label.element.classList.contains("member")) return true;
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const half = sizeOf(label).width / 2;
    // Over water its end may reach the other shore.
    const ends = (across || down ? [0] : [-half, 0, half]).map((end) => map.containerPointToLayerPoint([at.x + across + end, at.y + down]));
    return !labels.some(({ id }) => id && id !== label.id && ends.some((end) => holds(id, end)));
  }

  /** Where a label may stand, best first, as shifts in pixels from its point. */
  function spotsOf(label: Label): [number, number][] {
    const side = SIDES[atlas.labelSides[label.id]];
    const bounds = label.kind !== "region" && (side || isClose()) ? boundsOf(label.id) : undefined;
    if (!bounds) return label.kind === "region" ? REGION_SPOTS : [[0, 0]];
    const size = sizeOf(label);
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const [upper, lower] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    const beside = ([across, down]: [number, number]): [number, number] => [
      across ? Math.round((across < 0 ? upper.x : lower.x) - at.x + across * (size.width / 2 + GAP_PIXELS)) : 0,
      down ? Math.round((down < 0 ? upper.y : lower.y) - at.y + down * (size.height / 2 + GAP_PIXELS)) : 0,
    ];
    const roomy = lower.x - upper.x > ROOM.across * size.width && lower.y - upper.y > ROOM.down * size.height;
    const { x, y } = map.getSize();
    const isWhole = upper.x >= 0 && upper.y >= 0 && lower.x <= x && lower.y <= y;
    if (!side) return [[0, 0], ...spotsWithin(label, upper, lower)];
    // Beside a country that fills the map is the middle of its neighbour.
    if (roomy) return [[0, 0], ...spotsWithin(label, upper, lower), ...(isWhole ? [beside(side)] : [])];
    const usual: [number, number][] = [beside(side), [0, 0]];
    if (!parties.includes(label.id)) return usual;
    // What the map is about stands rather further along its side than on its neighbour, and there rather than nowhere.
    const along = [-1, 1, -2, 2].map((lines): [number, number] => [
      usual[0][0] + (side[1] && lines * (size.width / 2)),
      usual[0][1] + (side[0] && lines * size.height),
    ]);
    return [...usual, ...along, ...Object.values(SIDES).map(beside)];
  }

  /** Spots at which a name stands on its own country from end to end, the nearest to its point first. */
  function spotsWithin(label: Label, upper: L.Point, lower: L.Point): [number, number][] {
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const half = sizeOf(label).width / 2;
    const { x, y } = map.getSize();
    const [west, north] = [Math.max(0, upper.x), Math.max(0, upper.y)];
    const [across, down] = [Math.min(x, lower.x) - west, Math.min(y, lower.y) - north];
    const steps = Array.from({ length: STEPS }, (_step, at) => (at + 0.5) / STEPS);
    return steps
      .flatMap((part) =>
        steps.map((other): [number, number] => [Math.round(west + part * across - at.x), Math.round(north + other * down - at.y)]),
      )
      .filter(([right, below]) =>
        [-half, 0, half].every((end) => holds(label.id, map.containerPointToLayerPoint([at.x + right + end, at.y + below]))),
      )
      .sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
  }

  function sizeOf(label: Label) {
    label.size ??= { width: label.element.offsetWidth, height: label.element.offsetHeight };
    return label.size;
  }

  /** What a label covers, from its measured size. */
  function boxOf(label: Label, [across, down]: [number, number], frame: DOMRect) {
    const { width, height } = sizeOf(label);
    const at = map.latLngToContainerPoint([label.lat, label.lon]);
    const x = frame.left + at.x + across + (label.id ? -width / 2 : -3);
    const y = frame.top + at.y + down - height / 2;
    return new DOMRect(x - GAP_PIXELS, y - GAP_PIXELS, width + 2 * GAP_PIXELS, height + GAP_PIXELS);
  }

  const isFree = (box: DOMRect, taken: DOMRect[]) =>
    taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);

  /** Measure every label anew: type has another size or another face. */
  function resize() {
    for (const label of labels) label.size = undefined;
    place();
  }

  map.on("moveend zoomend", place);
  // A larger map has larger type.
  map.on("resize", resize);
  /** While the slider is dragged names that go are gone at once; those that come wait for a pause. */
  function placeSoon() {
    for (const label of labels) if (label.on && !isWanted(label)) show(label, false);
    pause.step();
  }

  return {
    place,
    resize,
    /** @param settled whether the view is more than a moment of a drag */
    draw(view: View, settled = true) {
      const on = view.layers.includes("labels");
      const about = atlas.regions.filter((region) => isAbout(region, view)).map(({ id }) => id);
      const named: string[] = [...(view.event ? eventOf(atlas, view.event).parties : []), ...about];
      const drawn = atlas.regions.filter((region) => isRegionShown(atlas, view, region)).map(({ id }) => id);
      let changed = on !== visible || named.join() !== parties.join() || drawn.join() !== regions.join();
      for (const label of labels) {
        if (!label.id || label.kind === "region") continue;
        const key = membershipAt(atlas, view, label.id);
        const before = label.element.className;
        label.element.classList.toggle("member", key !== "none" && key !== "former");
        label.element.classList.toggle("party", named.includes(label.id));
        if (label.element.className === before) continue;
        // Members and parties are named in a bolder, hence wider, face.
        label.size = undefined;
        changed = true;
      }
      if (changed) {
        visible = on;
        parties = named;
        regions = drawn;
        if (!settled) placeSoon();
      }
      if (settled && (changed || pause.isWaiting)) place();
    },
  };
}
