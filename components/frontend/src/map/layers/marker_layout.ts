/**
 * Where markers of one place stand: on a ring around it, each with a leader line to its own point, so that none covers
 * another and none seems to lie elsewhere. `components/outputs/static_map/marker_layout.py` does the same for pictures.
 */

/** Pixels between the middles of two marks, under a pointer and under a finger. */
export const GAP = 25;
export const FINGER_GAP = 46;
/** A ring of more would reach into other states: they are one sign until it is opened. */
export const MOST_IN_RING = 3;
/** Marks on the inner ring; the others stand on a second one around it. */
const INNER = 10;

export interface Spot {
  x: number;
  y: number;
}

export interface Crowd extends Spot {
  /** places of its points in the list */
  members: number[];
  radius: number;
}

/** @returns for each point of a crowd where its mark stands, by its place in the list */
export function layOutCrowd({ x, y, members }: Crowd, points: Spot[], gap = GAP): Map<number, Spot> {
  const spots = new Map(members.map((member) => [member, points[member]]));
  if (members.length > 1) {
    // In the order in which they lie around the middle, so that no two lines cross.
    const around = [...members].sort(
      (one, two) => Math.atan2(points[one].y - y, points[one].x - x) - Math.atan2(points[two].y - y, points[two].x - x) || one - two,
    );
    const second = around.length > INNER ? around.filter((_member, place) => place % 2) : [];
    const first = around.filter((member) => !second.includes(member));
    const inner = radiusOf(first.length, gap);
    for (const [ring, radius] of [
      [first, inner],
      [second, Math.max(inner + gap, radiusOf(second.length, gap))],
    ] as const) {
      const places = ring.map((_member, place) => {
        const angle = ((place + 0.5) / ring.length) * 2 * Math.PI - Math.PI;
        return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
      });
      const at = (place: number, turn: number) => places[(place + turn) % ring.length];
      // Turned so that the lines are short.
      const lengths = ring.map((_member, turn) =>
        ring.reduce(
          (sum, member, place) => sum + Math.hypot(at(place, turn).x - points[member].x, at(place, turn).y - points[member].y),
          0,
        ),
      );
      const turn = lengths.indexOf(Math.min(...lengths));
      ring.forEach((member, place) => {
        spots.set(member, at(place, turn));
      });
    }
  }
  return spots;
}

const radiusOf = (count: number, gap: number) => (count > 1 ? gap / 2 / Math.sin(Math.PI / count) : 0);

/**
 * Points so near each other that their marks, or the rings of these, would touch; those that have no mark of their own
 * until they are opened are gathered at that of them which lies nearest their middle.
 */
export function findCrowds(points: Spot[], gap = GAP): Crowd[] {
  let crowds = points.map(({ x, y }, place): Crowd => ({ x, y, members: [place], radius: 0 }));
  for (let at = 0; at < crowds.length; at += 1) {
    const one = crowds[at];
    const other = crowds.find((each) => each !== one && Math.hypot(each.x - one.x, each.y - one.y) < one.radius + each.radius + gap);
    if (!other) continue;
    const members = [...one.members, ...other.members];
    const mean = (axis: "x" | "y") => members.reduce((sum, member) => sum + points[member][axis], 0) / members.length;
    const middle = { x: mean("x"), y: mean("y") };
    const joined =
      members.length > MOST_IN_RING
        ? {
            ...nearestOf(
              members.map((member) => points[member]),
              middle,
            ),
            members,
            radius: 0,
          }
        : { ...middle, members, radius: radiusOf(members.length, gap) };
    crowds = [...crowds.filter((each) => each !== one && each !== other), joined];
    at = -1;
  }
  return crowds;
}

const nearestOf = (spots: Spot[], { x, y }: Spot) =>
  [...spots].sort((one, other) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y))[0];
