/** The shapes that insets are drawn from: those of the map, which has them already. */
import { toFeatures } from "../topojson_layers.ts";
import type { MultiLineString } from "geojson";
import type { Topology } from "topojson-specification";
import type { ReliefImage } from "../layers/basemap.ts";
import type { Countries } from "../layers/countries.ts";
import type { Centres, Place } from "../layers/label_words.ts";
import type { Zones } from "../layers/zones.ts";
import type { Shape } from "../topojson_layers.ts";

export interface Sources {
  countries: Countries;
  zones: Zones;
  countriesTopology: Topology;
  frontier: Topology;
  /** what two shapes of the frontier share: cut edges of its windows are not borders and get no line */
  borders: MultiLineString;
  water: Topology;
  centres: Centres;
  places: Place[];
  images: Record<string, ReliefImage>;
  /** the address of the shapes */
  folder: string;
}

/** The shapes of all insets, read once. */
export function readGround(sources: Sources) {
  const { frontier, water, borders } = sources;
  const details = new Map<string, Shape>(toFeatures(frontier, "frontier").map((shape) => [shape.properties.id, shape]));
  return {
    land: toFeatures(sources.countriesTopology, "land"),
    lakes: toFeatures(water, "lakes"),
    rivers: toFeatures(water, "rivers"),
    details,
    borders: borders.coordinates,
  };
}

export type Ground = ReturnType<typeof readGround>;

/** Lines of a line or of many, of [longitude, latitude]. */
export function toLines({ geometry }: Shape): number[][][] {
  if (geometry.type === "LineString") return [geometry.coordinates];
  return geometry.type === "MultiLineString" ? geometry.coordinates : [];
}
