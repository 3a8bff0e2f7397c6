/** Which insets a view has use for. */
import type { Bounds, Inset } from "../../core/atlas.ts";

/** How much larger an inset shows its area than the map, or the map its own than an overview: less is no use. */
const ENLARGED = 1.25;
/** An overview is of use while the map shows less than this share of its area. */
const PART = 0.6;

/** What the map shows, and how much room it has. */
export interface MapState {
  /** west, south, east, north, degrees */
  bounds: Bounds;
  /** pixels a degree of longitude */
  scale: number;
  /** pixels a degree at which an inset would show its area */
  scaleOf: (inset: Inset) => number;
  /** longitude and latitude of what the view is about, if that is at a place */
  subject: [number, number] | null;
  /** whether countries answer to an event */
  isEvent: boolean;
  /** how many insets there is room for at most */
  most: number;
}

export const isIn = ([west, south, east, north]: Bounds, [lon, lat]: [number, number]) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** The insets of use, the one of the view's subject first. */
export function chooseInsets(insets: Inset[], closed: ReadonlySet<string>, state: MapState): Inset[] {
  const { subject } = state;
  const isSubject = ({ kind, box }: Inset) => kind === "place" && subject !== null && isIn(box, subject);
  const rank = (inset: Inset) => (isSubject(inset) ? 0 : inset.kind === "overview" ? 1 : 2);
  return insets
    .filter((inset) => !closed.has(inset.id) && isOfUse(inset, state, isSubject(inset)))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, state.most);
}

function isOfUse(inset: Inset, state: MapState, isSubject: boolean) {
  if (inset.kind === "overview") {
    const seen = shareIn(inset.box, state.bounds);
    return state.isEvent && seen < PART && state.scale >= state.scaleOf(inset) * ENLARGED;
  }
  const isNear = isSubject || shareIn(inset.box, state.bounds) === 1;
  return isNear && state.scaleOf(inset) >= state.scale * ENLARGED;
}

/** The share of a box, in degrees, that lies in another. */
export function shareIn([west, south, east, north]: Bounds, other: Bounds) {
  const across = Math.min(east, other[2]) - Math.max(west, other[0]);
  const down = Math.min(north, other[3]) - Math.max(south, other[1]);
  return (Math.max(0, across) * Math.max(0, down)) / ((east - west) * (north - south));
}
