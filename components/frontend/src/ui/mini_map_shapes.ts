/** The shapes of the small maps, fetched once for the page and projected once. */
import { feature as toFeature } from "topojson-client";
import { fetchJson } from "../net/fetch_json.ts";
import { drawRings, project } from "./mini_map_projection.ts";
import type { Geometry } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

export type Shape = { id: string | null; path: string };

/** centres in pixels */
export type Ground = { shapes: Shape[]; centres: Map<string, [number, number]> };

let pending: Promise<Ground> | null = null;

export function loadGround(addresses: { countries: string; labels: string }) {
  pending ??= readGround(addresses).catch((error: unknown) => {
    pending = null;
    throw error;
  });
  return pending;
}

async function readGround(addresses: { countries: string; labels: string }): Promise<Ground> {
  const [topology, labels] = await Promise.all([
    fetchJson<Topology>(addresses.countries),
    fetchJson<Record<string, [number, number]>>(addresses.labels),
  ]);
  const shapes = ["land", "countries"].flatMap((name) =>
    toFeature(topology, topology.objects[name] as GeometryCollection<{ id: string } | null>).features.map((feature) => ({
      id: feature.properties?.id ?? null,
      path: drawRings(listRings(feature.geometry)),
    })),
  );
  const centres = Object.entries(labels).map(([id, [lon, lat]]) => [id, project(lon, lat)] as const);
  return { shapes: shapes.filter(({ path }) => path), centres: new Map(centres) };
}

function listRings(geometry: Geometry): number[][][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}
