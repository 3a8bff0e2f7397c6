/** Names in an inset: countries, regions and towns, the first served first, no two of which touch. */
import { isTouching } from "./layout.ts";
import { isInRings } from "./projection.ts";
import type { Box } from "./layout.ts";
import type { Point } from "./projection.ts";

const GAP = 3;
const EDGE = 4;
/** In how many columns and rows of the inset a country's name is tried. */
const COLUMNS = 16;
const ROWS = 12;
/** Pixels from the dot of a town to its name. */
const BESIDE = 7;
/** Pixels from a country to a name that must stand somewhere. */
const NEAR = 60;
/** A name closer to the middle of its country than that needs no line to it, pixels. */
const LEAST_LEADER = 6;

export interface Name {
  id: string;
  /** `country`, `region` or the kind of a place */
  kind: string;
  text: string;
  /** pixels; null where its point lies outside */
  at: Point | null;
  /** of a country: its rings in pixels, and whether it is named beside itself rather than not at all */
  rings?: Point[][];
  needed?: boolean;
}

/** A name that found room: its middle, of a town also where its dot stands. */
export interface PlacedName extends Name {
  x: number;
  y: number;
  /** of a country whose name stands elsewhere: a line from the name to it */
  leader?: [Point, Point];
}

/**
 * @param taken what else stands in the inset, pixels
 * @param measure width and height of a name
 */
export function placeNames(
  names: Name[],
  size: { width: number; height: number },
  taken: Box[],
  measure: (name: Name) => { width: number; height: number },
): PlacedName[] {
  const boxes = [...taken];
  return names.flatMap((name) => {
    const own = measure(name);
    const boxAt = ([x, y]: Point): Box => ({ left: x - own.width / 2, top: y - own.height / 2, ...own });
    const spot = listSpots(name, size, own).find((at) => {
      const box = boxAt(at);
      const isWhole =
        box.left >= EDGE && box.top >= EDGE && box.left + box.width <= size.width - EDGE && box.top + box.height <= size.height - EDGE;
      return isWhole && !boxes.some((other) => isTouching(box, other, GAP));
    });
    if (!spot) return [];
    boxes.push(boxAt(spot));
    // The dot of a town is not to be covered either.
    if (!name.rings && name.kind !== "region" && name.at) boxes.push({ left: name.at[0] - 2, top: name.at[1] - 2, width: 4, height: 4 });
    return [{ ...name, x: spot[0], y: spot[1], leader: findLeader(name, spot, boxAt(spot)) }];
  });
}

/** What leads from a name to its country where one could take it for that of another. */
function findLeader({ rings, at }: Name, spot: Point, box: Box): [Point, Point] | undefined {
  if (!rings || !at || isInRings(spot, rings)) return undefined;
  const from: Point = [Math.min(Math.max(at[0], box.left), box.left + box.width), Math.min(Math.max(at[1], box.top), box.top + box.height)];
  return Math.hypot(from[0] - at[0], from[1] - at[1]) > LEAST_LEADER ? [from, at] : undefined;
}

/** Where the middle of a name may stand, best first. */
function listSpots(name: Name, size: { width: number; height: number }, own: { width: number; height: number }): Point[] {
  const { at } = name;
  if (name.kind === "region") return at ? [at, [at[0], at[1] - own.height], [at[0], at[1] + own.height]] : [];
  if (name.rings) return listCountrySpots(name, name.rings, size, own);
  const away = BESIDE + own.width / 2;
  return at ? [[at[0] + away, at[1]], [at[0] - away, at[1]]] : []; // prettier-ignore
}

function listCountrySpots(name: Name, rings: Point[][], size: { width: number; height: number }, own: { width: number; height: number }) {
  const cells = Array.from({ length: COLUMNS * ROWS }, (_cell, at): Point => [
    (((at % COLUMNS) + 0.5) / COLUMNS) * size.width,
    ((Math.floor(at / COLUMNS) + 0.5) / ROWS) * size.height,
  ]);
  const ends = [-own.width / 2, 0, own.width / 2];
  const isOn = ([x, y]: Point, rises = [-0.4, 0.4]) =>
    ends.every((end) => rises.every((rise) => isInRings([x + end, y + rise * own.height], rings)));
  const middle = name.at ?? middleOf(cells.filter((cell) => isInRings(cell, rings)));
  if (!middle) return [];
  const away = ([x, y]: Point) => Math.hypot(x - middle[0], y - middle[1]);
  const byDistance = (one: Point, other: Point) => away(one) - away(other);
  const inside = [middle, ...cells].filter((cell) => isOn(cell)).sort(byDistance);
  if (!name.needed) return inside;
  // Rather with its letters over a border than not at all.
  const nearly = cells.filter((cell) => isOn(cell, [0])).sort(byDistance);
  if (!name.at) return [...inside, ...nearly, ...cells.filter((cell) => isInRings(cell, rings)).sort(byDistance)];
  if (inside.length) return [...inside, ...nearly];
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const beside: Point[] = [
    [left - own.width / 2 - GAP, middle[1]],
    [right + own.width / 2 + GAP, middle[1]],
    [middle[0], bottom + own.height / 2 + GAP],
    [middle[0], top - own.height / 2 - GAP],
  ];
  const near = cells.filter((cell) => away(cell) < NEAR).sort(byDistance);
  return [middle, ...beside, ...near];
}

function middleOf(points: Point[]): Point | null {
  if (!points.length) return null;
  const sum = points.reduce(([x, y], point): Point => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
