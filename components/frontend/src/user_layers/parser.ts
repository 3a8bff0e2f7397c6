/** Reads a file and packs it, in a worker where there is one; knows no words of any language. */
import { locatePoints, type Area } from "./area_lookup.ts";
import { recogniseColumns, type Mapping } from "./column_recognition.ts";
import { writeCsv } from "./csv_writing.ts";
import { readGeoJson, tabulateFeatures } from "./feature_reading.ts";
import { packTable, type Packed, type PackOptions } from "./packing.ts";
import { readDelimited, readWorkbook, unpackKmz } from "./table_reading.ts";
import { FileFault, type Table } from "./table.ts";
import { decodeText } from "./text_decoding.ts";
import type { FileKind } from "./file_kind.ts";
import type { Limits } from "./row_reading.ts";
import type { Feature, Geometry } from "geojson";

export interface Opened {
  header: string[];
  /** the first rows */
  sample: string[][];
  rows: number;
  emptyRows: number;
  encoding: string;
  mixedLines: number;
  /** points, lines or areas are in the file itself; no column has to say where */
  hasGeometry: boolean;
  layout: string;
  mapping: Mapping;
}
export interface Areas {
  countries: Area[];
  zones: Area[];
}

const SAMPLE_ROWS = 3;

export function createParser() {
  let table: Table | null = null;
  let left: number[] = [];

  function describe(read: Table): Opened {
    table = read;
    left = [];
    const { header, rows, emptyRows, encoding, mixedLines, geometries } = read;
    const { layout, mapping } = recogniseColumns(header);
    if (geometries) mapping.lat = mapping.lon = -1;
    return {
      header,
      sample: rows.slice(0, SAMPLE_ROWS),
      rows: rows.length,
      emptyRows,
      encoding,
      mixedLines,
      hasGeometry: !!geometries,
      layout,
      mapping,
    };
  }
  const current = () => {
    if (!table) throw new FileFault("empty");
    return table;
  };

  return {
    open: async (kind: FileKind, bytes: Uint8Array): Promise<Opened> =>
      describe(kind === "workbook" ? await readWorkbook(bytes) : kind === "geojson" ? readGeoJson(bytes) : readDelimited(bytes)),
    /** The text of a KML document, which a worker cannot read as such. */
    readKml: (kind: FileKind, bytes: Uint8Array): Promise<string> =>
      Promise.resolve(decodeText(kind === "kmz" ? unpackKmz(bytes) : bytes).text.replace(/^\ufeff/, "")),
    openFeatures: (features: Feature<Geometry | null>[]): Promise<Opened> => Promise.resolve(describe(tabulateFeatures(features))),
    pack: (options: PackOptions, limits: Limits): Promise<Packed> => {
      const { left: leftRows, ...packed } = packTable(current(), options, limits);
      left = leftRows;
      return Promise.resolve(packed);
    },
    /** The country and zone of each point. */
    locate: (lon: Float32Array, lat: Float32Array, areas: Areas): Promise<[Int16Array, Int16Array]> =>
      Promise.resolve([locatePoints(areas.countries, lon, lat), locatePoints(areas.zones, lon, lat)]),
    /** The rows that are no part of the layer, as a file. */
    writeLeft: (): Promise<string> => {
      const { header, rows, numbers } = current();
      return Promise.resolve(writeCsv([["row", ...header], ...left.map((at) => [String(numbers[at]), ...rows[at]])]));
    },
  };
}

export type Parser = ReturnType<typeof createParser>;
