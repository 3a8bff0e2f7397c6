// @ts-check
/** Names on the small map, of those who took a stance, placed so that no two touch. */
import { make } from "../map/dom.js";
import { HEIGHT, WIDTH, isInside, project } from "./projection.js";

/** Where a name may stand around its centre, in heights of its line. */
const SHIFTS = [[0, 0], [0, 1], [0, -1], [0, 2], [0, -2]];
const EDGE = 2;

/**
 * Names are set as text over the picture: on a phone the picture shrinks, they do not.
 * @param {HTMLElement} frame that holds the picture @param {any} event @param {import("./shapes.js").Ground} ground
 */
export function placeLabels(frame, event, { centres }) {
  const layer = make("div", { class: "names", "aria-hidden": "true" });
  frame.append(layer);
  const labels = event.stances
    .filter((/** @type {any} */ stance) => centres.has(stance.actor.id) && (stance.code !== "NOM" || stance.claims.length))
    .map((/** @type {any} */ stance) => ({ at: centres.get(stance.actor.id), rank: rankStance(stance, event), element: make("span", {}, stance.actor.name) }))
    .filter((/** @type {any} */ label) => isInside(label.at[0], label.at[1]))
    .sort((/** @type {any} */ one, /** @type {any} */ other) => one.rank - other.rank);
  layer.append(...labels.map((/** @type {any} */ label) => label.element));
  const place = () => {
    const picture = frame.querySelector("svg");
    if (picture?.clientWidth) arrange(labels, picture.clientWidth, listDots(event, picture.clientWidth));
  };
  new ResizeObserver(place).observe(frame);
  place();
}

/** The reference party first, then parties, members, others. @param {any} stance @param {any} event */
function rankStance(stance, event) {
  if (stance.actor.id === event.toward.id) return 0;
  return stance.code === "PTY" ? 1 : stance.member ? 2 : 3;
}

/** @param {any} event @param {number} width */
function listDots(event, width) {
  if (event.lat === null) return [];
  const [x, y] = project(event.lon, event.lat).map((pixel) => (pixel * width) / WIDTH);
  return [new DOMRect(x - 9, y - 9, 18, 18)];
}

/** @param {any[]} labels @param {number} width of the picture @param {DOMRect[]} taken */
function arrange(labels, width, taken) {
  const [scale, height] = [width / WIDTH, (width / WIDTH) * HEIGHT];
  for (const { at, element } of labels) {
    element.hidden = false;
    const [wide, high] = [element.offsetWidth, element.offsetHeight];
    const found = SHIFTS.map(([x, y]) => new DOMRect(at[0] * scale - wide / 2 + x * wide, at[1] * scale - high / 2 + y * high, wide, high)).find(
      (box) => box.left >= EDGE && box.right <= width - EDGE && box.top >= EDGE && box.bottom <= height - EDGE && taken.every((other) => isApart(box, other)),
    );
    element.hidden = !found;
    if (!found) continue;
    taken.push(found);
    element.style.left = `${found.left}px`;
    element.style.top = `${found.top}px`;
  }
}

/** @param {DOMRect} one @param {DOMRect} other */
const isApart = (one, other) => one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
