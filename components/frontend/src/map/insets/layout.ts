/** Where insets stand on the map: clear of what lies over it, and of what the map is about. */

/** Pixels from the map's upper left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** An inset that asks for a place: its width at most and at least, and how many times wider than high it is. */
export interface Request {
  id: string;
  width: number;
  least: number;
  ratio: number;
  /** pixels under its map */
  foot: number;
  /** rather on something of the map than nowhere */
  isSubject: boolean;
}

interface Size {
  width: number;
  height: number;
}

/** The map, and how far from its sides what lies over it keeps. */
export interface Room extends Size {
  left: number;
  right: number;
}

const GAP = 8;
const SIZES = [1, 0.88, 0.77, 0.68, 0.6];
/** What it may cover of the parts to keep clear, as a share: usually, and where it matters most. */
const TOLERATED = 0.06;
const AT_MOST = 0.4;
const NEARLY = 0.85;
/** What fills more than this share of the map counts this much. */
const MUCH = 1 / 6;
const LIGHT = 0.1;
/** What it costs to stand away from the map's edges, and away from its foot. */
const INWARD = 0.02;
const UPWARD = 0.02;

const right = (box: Box) => box.left + box.width;
const bottom = (box: Box) => box.top + box.height;

/** Whether two boxes have less than a gap between them. */
export const isTouching = (one: Box, other: Box, gap = GAP) =>
  one.left < right(other) + gap && other.left < right(one) + gap && one.top < bottom(other) + gap && other.top < bottom(one) + gap;

/**
 * A place for each inset, the first served first; those that find none are left out.
 * @param room pixels
 * @param furniture what lies over the map and is never covered
 * @param kept parts of the map that are better seen
 * @param before where they stood: where that is still good and nearly as large, they stay
 */
export function placeInsets(
  requests: Request[],
  room: Room,
  furniture: Box[],
  kept: Box[],
  before: ReadonlyMap<string, Box> = new Map<string, Box>(),
) {
  const placed = new Map<string, Box>();
  for (const request of requests) {
    const taken = [...furniture, ...placed.values()];
    const box = findPlace(request, room, taken, kept);
    const last = before.get(request.id);
    const isGood = last && isFree(last, room, taken) && costOf(last, room, kept) <= TOLERATED;
    if (box) placed.set(request.id, isGood && last.width >= NEARLY * box.width ? last : box);
  }
  return placed;
}

function isFree(box: Box, room: Room, taken: Box[]) {
  const isWhole = box.left >= room.left && box.top >= GAP && right(box) <= room.width - room.right && bottom(box) <= room.height - GAP;
  return isWhole && !taken.some((other) => isTouching(box, other, GAP - 1));
}

function findPlace(request: Request, room: Room, taken: Box[], kept: Box[]) {
  let best: { box: Box; cost: number } | null = null;
  for (const size of SIZES) {
    const width = Math.round(request.width * size);
    if (width < request.least) break;
    const found = findSpot({ width, height: Math.round(width / request.ratio) + request.foot }, room, taken, kept);
    if (found && found.cost <= TOLERATED) return found.box;
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best && request.isSubject && best.cost <= AT_MOST ? best.box : null;
}

function findSpot(size: { width: number; height: number }, room: Room, taken: Box[], kept: Box[]) {
  let best: { box: Box; cost: number } | null = null;
  // An inset lines up with the edges of what is there already, as if they had been set together.
  const lefts = taken.flatMap((box) => [box.left, right(box) - size.width, right(box) + GAP, box.left - GAP - size.width]);
  const tops = taken.flatMap((box) => [box.top, bottom(box) - size.height, bottom(box) + GAP, box.top - GAP - size.height]);
  for (const left of new Set([room.left, room.width - room.right - size.width, ...lefts])) {
    for (const top of new Set([GAP, room.height - GAP - size.height, ...tops])) {
      const box = { left, top, ...size };
      if (!isFree(box, room, taken)) continue;
      const away = Math.min(left, room.width - left - size.width) / room.width;
      const cost = costOf(box, room, kept) + INWARD * away + UPWARD * (1 - bottom(box) / room.height);
      if (!best || cost < best.cost) best = { box, cost };
    }
  }
  return best;
}

/** The largest share that is covered of any part, or of the box by it; of what fills much of the map it counts less. */
function costOf(box: Box, room: Room, kept: Box[]) {
  let most = 0;
  for (const part of kept) {
    const across = Math.min(right(box), right(part)) - Math.max(box.left, part.left);
    const down = Math.min(bottom(box), bottom(part)) - Math.max(box.top, part.top);
    if (across <= 0 || down <= 0) continue;
    const area = part.width * part.height;
    const weight = area > MUCH * room.width * room.height ? LIGHT : 1;
    most = Math.max(most, (weight * across * down) / Math.min(box.width * box.height, area));
  }
  return most;
}
