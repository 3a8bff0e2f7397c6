/** In which country and zone a point lies. */
import type { Feature, Position } from "geojson";

/** An area by its rings: longitude and latitude in turn. */
export interface Area {
  id: string;
  rings: Float32Array[];
}

interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export const buildArea = (id: string, { geometry }: Pick<Feature, "geometry">): Area => {
  const rings: Position[][] =
    geometry?.type === "Polygon" ? geometry.coordinates : geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  return { id, rings: rings.map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => [lon, lat]))) };
};

function boundRing(ring: Float32Array): Bounds {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < ring.length; at += 2) {
    bounds.west = Math.min(bounds.west, ring[at]);
    bounds.east = Math.max(bounds.east, ring[at]);
    bounds.south = Math.min(bounds.south, ring[at + 1]);
    bounds.north = Math.max(bounds.north, ring[at + 1]);
  }
  return bounds;
}

/** Looks up the place of the first area that holds a point; -1 if none does. */
function indexAreas(areas: Area[]) {
  const indexed = areas.map(({ rings }) => rings.map((ring) => ({ ring, bounds: boundRing(ring) })));
  let last = -1;
  const holds = (place: number, lon: number, lat: number) => {
    let isInside = false;
    for (const { ring, bounds } of indexed[place]) {
      if (lat < bounds.south || lat > bounds.north || lon > bounds.east || lon < bounds.west) continue;
      for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
        const [y, z] = [ring[at + 1], ring[before + 1]];
        if (y > lat !== z > lat && lon < ((ring[before] - ring[at]) * (lat - y)) / (z - y) + ring[at]) isInside = !isInside;
      }
    }
    return isInside;
  };
  return (lon: number, lat: number) => {
    // Rows that follow each other are often of one country; areas do not overlap.
    if (last >= 0 && holds(last, lon, lat)) return last;
    for (let place = 0; place < indexed.length; place += 1) if (holds(place, lon, lat)) return (last = place);
    return -1;
  };
}

/** The areas of all points. */
export function locatePoints(areas: Area[], lon: Float32Array, lat: Float32Array): Int16Array {
  const find = indexAreas(areas);
  return Int16Array.from(lon, (each, at) => find(each, lat[at]));
}
