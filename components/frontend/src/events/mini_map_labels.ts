/** Names on the small map, of those who took a stance, placed so that no two touch. */
import { el } from "../ui/dom.ts";
import { HEIGHT, WIDTH, isInside, project } from "../ui/mini_map_projection.ts";
import type { Ground } from "../ui/mini_map_shapes.ts";
import type { Stance } from "../core/record.ts";
import type { Dossier } from "./content.ts";

/** Where a name may stand around its centre, in heights of its line. */
const SHIFTS = [
  [0, 0],
  [0, 1],
  [0, -1],
  [0, 2],
  [0, -2],
];
const EDGE = 2;

interface Label {
  /** pixels */
  at: [number, number];
  rank: number;
  element: HTMLElement;
}

/**
 * Names are set as text over the picture: on a phone the picture shrinks, they do not.
 * @param frame that holds the picture
 */
export function placeLabels(frame: HTMLElement, event: Dossier, { centres }: Ground) {
  const layer = el("div", { class: "names", "aria-hidden": "true" });
  frame.append(layer);
  const labels = event.stances
    .filter((stance) => stance.code !== "NOM" || stance.claims.length)
    .flatMap((stance): Label[] => {
      const at = centres.get(stance.actor.id);
      if (!at || !isInside(at[0], at[1])) return [];
      return [{ at, rank: rankStance(stance, event), element: el("span", {}, stance.actor.name) }];
    })
    .sort((one, other) => one.rank - other.rank);
  layer.append(...labels.map((label) => label.element));
  const place = () => {
    const picture = frame.querySelector("svg");
    if (picture?.clientWidth) arrange(labels, picture.clientWidth, listDots(event, picture.clientWidth));
  };
  new ResizeObserver(place).observe(frame);
  place();
}

/** The reference party first, then parties, members, others. */
function rankStance(stance: Stance, event: Dossier) {
  if (stance.actor.id === event.toward.id) return 0;
  return stance.code === "PTY" ? 1 : stance.member ? 2 : 3;
}

function listDots(event: Dossier, width: number) {
  if (event.lat === null || event.lon === null) return [];
  const [x, y] = project(event.lon, event.lat).map((pixel) => (pixel * width) / WIDTH);
  return [new DOMRect(x - 9, y - 9, 18, 18)];
}

/** @param width of the picture */
function arrange(labels: Label[], width: number, taken: DOMRect[]) {
  const [scale, height] = [width / WIDTH, (width / WIDTH) * HEIGHT];
  for (const { at, element } of labels) {
    element.hidden = false;
    const [wide, high] = [element.offsetWidth, element.offsetHeight];
    const found = SHIFTS.map(
      ([x, y]) => new DOMRect(at[0] * scale - wide / 2 + x * wide, at[1] * scale - high / 2 + y * high, wide, high),
    ).find(
      (box) =>
        box.left >= EDGE &&
        box.right <= width - EDGE &&
        box.top >= EDGE &&
        box.bottom <= height - EDGE &&
        taken.every((other) => isApart(box, other)),
    );
    element.hidden = !found;
    if (!found) continue;
    taken.push(found);
    element.style.left = `${found.left}px`;
    element.style.top = `${found.top}px`;
  }
}

const isApart = (one: DOMRect, other: DOMRect) =>
  one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
