/** The words of the map's names: countries, regions, and places of the gazetteer. */
import { pick } from "../../i18n/localize.ts";
import type { Atlas } from "../../core/atlas.ts";

/** Longitude, latitude and rank of a country's name. */
export type Centres = Record<string, [number, number, number]>;

/** A capital or town of the gazetteer. */
export interface Place {
  name_en: string;
  name_ru: string;
  lon: number;
  lat: number;
  kind: string;
  rank: number;
}

export interface Words {
  /** a country's or a region's; empty for a place */
  id: string;
  lon: number;
  lat: number;
  rank: number;
  kind: string;
  text: string;
}

/** Every name that the map may have. */
export function listWords(atlas: Atlas, centres: Centres, places: Place[]): Words[] {
  return [...listCountries(atlas, centres), ...listRegions(atlas), ...listPlaces(places)];
}

function listCountries(atlas: Atlas, centres: Centres): Words[] {
  return Object.entries(centres).map(([id, [lon, lat, rank]]) => ({ id, lon, lat, rank, kind: "country", text: atlas.countries[id] }));
}

const listRegions = ({ regions }: Atlas): Words[] => regions.map((region) => ({ ...region, kind: "region", text: region.name }));

function listPlaces(places: Place[]): Words[] {
  return places.map((place) => ({ id: "", lon: place.lon, lat: place.lat, rank: place.rank, kind: place.kind, text: pick(place, "name") }));
}
