/** The countries and zones in which rows are counted. */
import { feature as toFeature } from "topojson-client";
import { fetchJson } from "../net/fetch_json.ts";
import { buildArea, type Area } from "./area_lookup.ts";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Areas } from "./parser.ts";

const listAreas = (topology: Topology, object: string): Area[] =>
  toFeature(topology, topology.objects[object] as GeometryCollection<{ id: string } | null>).features.flatMap((feature) =>
    feature.properties ? [buildArea(feature.properties.id, feature)] : [],
  );

/** @param folder of the shapes; the map has asked for the same files, so the browser has them */
export async function readAreas(folder: string): Promise<Areas> {
  const [countries, ...zones] = await Promise.all(
    ["countries", "zones", "zones-osm"].map((name) => fetchJson<Topology>(`${folder}${name}.topo.json`)),
  );
  return { countries: listAreas(countries, "countries"), zones: zones.flatMap((topology) => listAreas(topology, "zones")) };
}
