/** Reading GeoJSON, and KML made into it: each feature is a row, its properties are the columns. */
import type { Feature, GeoJSON, Geometry } from "geojson";
import { FileFault, MOST_ROWS, type Table } from "./table.ts";
import { decodeText } from "./text_decoding.ts";

const TYPES = new Set(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]);

export function readGeoJson(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new FileFault("json", error instanceof Error ? error.message : "");
  }
  return tabulateFeatures(listFeatures(document as GeoJSON), encoding);
}

function listFeatures(document: GeoJSON | null): Feature[] {
  if (document?.type === "FeatureCollection" && Array.isArray(document.features)) return document.features;
  if (document?.type === "Feature") return [document];
  if (document && TYPES.has(document.type)) return [{ type: "Feature", properties: {}, geometry: document as Geometry }];
  throw new FileFault("not-geojson");
}

/** Features as a table; those of several points become a row each, those of several kinds one row a part. */
export function tabulateFeatures(features: Feature<Geometry | null>[], encoding: string = ""): Table {
  const places: Map<string, number> = new Map();
  const rows: string[][] = [];
  const numbers: number[] = [];
  const geometries: (Geometry | null)[] = [];
  features.forEach((feature, at) => {
    const row: string[] = [];
    for (const [name, value] of listProperties(feature)) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      row[place] = value;
    }
    for (const geometry of splitGeometry(feature?.geometry ?? null)) {
      rows.push(row);
      numbers.push(at + 1);
      geometries.push(geometry);
    }
  });
  if (!rows.length) throw new FileFault("empty");
  if (rows.length > MOST_ROWS) throw new FileFault("too-many-rows");
  const header = [...places.keys()];
  return {
    header,
    rows: rows.map((row) => header.map((_, place) => row[place] ?? "")),
    numbers,
    geometries,
    emptyRows: 0,
    encoding,
    mixedLines: 0,
  };
}

function listProperties({ properties }: Feature<Geometry | null>): [string, string][] {
  const listed: [string, string][] = [];
  for (const [name, value] of Object.entries(properties ?? {}) as [string, unknown][]) {
    if (value === null || value === undefined) continue;
    // KML's spans of time are an object of two days.
    if (typeof value === "object" && !Array.isArray(value) && ("begin" in value || "end" in value)) {
      for (const [part, time] of Object.entries(value)) if (typeof time === "string") listed.push([part, time]);
    } else listed.push([name, typeof value === "string" ? value : JSON.stringify(value)]);
  }
  return listed;
}

function splitGeometry(geometry: Geometry | null): (Geometry | null)[] {
  if (geometry?.type === "GeometryCollection") return geometry.geometries.flatMap(splitGeometry);
  if (geometry?.type === "MultiPoint") return geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates }));
  return [geometry && TYPES.has(geometry.type) ? geometry : null];
}
