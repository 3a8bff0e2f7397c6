/** What an inset names: states of the Treaty first, then regions, towns and the other countries. */
import { pick } from "../../i18n/localize.ts";
import type { Atlas, Inset } from "../../core/atlas.ts";
import type { Place } from "../layers/label_words.ts";
import type { Sources } from "./ground.ts";
import type { Name } from "./names.ts";
import type { Point, Projection } from "./projection.ts";

/**
 * @param rings of the countries in the inset, pixels
 * @param concerned the countries that an overview names
 * @param zoom that of a map of the inset's scale
 */
export function listNames(
  inset: Inset,
  { width, height, place }: Projection,
  zoom: number,
  rings: Map<string, Point[][]>,
  concerned: ReadonlySet<string>,
  atlas: Atlas,
  sources: Sources,
) {
  const pointOf = (lon: number, lat: number): Point | null => {
    const [x, y] = place([lon, lat]);
    return x >= 0 && y >= 0 && x <= width && y <= height ? [x, y] : null;
  };
  const nameCountry = (id: string, needed: boolean): Name => {
    const [lon, lat] = sources.centres[id];
    const at = pointOf(lon, lat);
    return { id, kind: "country", text: atlas.countries[id], at, rings: rings.get(id), needed };
  };
  const byRank = (one: string, other: string) => sources.centres[one][2] - sources.centres[other][2];
  const here = [...rings.keys()].filter((id) => id in sources.centres).sort(byRank);
  // The large have room for their names inside; the small stand beside them.
  const bySize = (one: string, other: string) => spanOf(rings.get(other)) - spanOf(rings.get(one));
  const isOfTreaty = (id: string) => id in atlas.membership.rows;
  if (inset.kind !== "place")
    return here
      .filter((id) => concerned.has(id))
      .sort(bySize)
      .map((id) => nameCountry(id, true));
  const treaty = here.filter(isOfTreaty).map((id) => nameCountry(id, true));
  const regions = atlas.regions.map(({ id, name, lon, lat }): Name => ({ id, kind: "region", text: name, at: pointOf(lon, lat) }));
  const isCapital = ({ kind }: Place) => Number(kind === "capital");
  const towns = sources.places
    .filter(({ rank }) => rank <= zoom)
    .sort((one, other) => isCapital(other) - isCapital(one) || one.rank - other.rank)
    .map((town): Name => ({ id: "", kind: town.kind, text: pick(town, "name"), at: pointOf(town.lon, town.lat) }));
  const others = here.filter((id) => !isOfTreaty(id)).map((id) => nameCountry(id, false));
  return [...treaty, ...regions, ...towns, ...others];
}

/** How wide a country is, pixels. */
function spanOf(rings: Point[][] = []) {
  const xs = rings.flat().map(([x]) => x);
  return Math.max(...xs) - Math.min(...xs);
}
