import { expect, test } from "vitest";
import { isoOf, numberOf } from "../core/iso_day.ts";
import { recogniseColumns } from "./column_recognition.ts";
import { readGeoJson } from "./feature_reading.ts";
import { packTable, type PackOptions } from "./packing.ts";
import { ALWAYS, MOST_CATEGORIES } from "./packed_layer.ts";
import { FileFault } from "./table.ts";
import { readDelimited } from "./table_reading.ts";
import type { Table } from "./table.ts";

const LIMITS = { south: 20, west: 10, north: 80, east: 200, firstDay: numberOf("1991-01-01"), lastDay: numberOf("2026-11-30") };
const read = (text: string) => readDelimited(new TextEncoder().encode(text));
const pack = (table: Table, options: Partial<PackOptions> = {}) =>
  packTable(
    table,
    { mapping: recogniseColumns(table.header).mapping, dayOrder: null, swap: false, dropDuplicates: false, ...options },
    LIMITS,
  );

test("rows are sorted by day and keep the row of the file", () => {
  const packed = pack(read("lat,lon,date,deaths,type,name\n40,45,2020-10-15,3,a,later\n\n41,46,2016-04-02,,b,first\n"));
  const { layer } = packed;
  expect(packed.bad).toBe(0);
  expect([...layer.row]).toEqual([4, 2]);
  expect(layer.labels).toEqual(["first", "later"]);
  expect([...layer.start].map(isoOf)).toEqual(["2016-04-02", "2020-10-15"]);
  expect([...layer.size]).toEqual([NaN, 3]);
  expect(layer.categories).toEqual(["a", "b"]);
});

test("each row that breaks a rule is named with its column, value and rule", () => {
  const table = read(
    "lat,lon,date,end,deaths\n,45,2020-01-01,,1\nnorth,45,2020-01-01,,1\n95,250,2020-01-01,,1\n40,45,31.02.2020,,1\n40,45,2020-01-02,2020-01-01,1\n" +
      "40,45,1990-12-31,,1\n40,45,2031-01-01,,1\n5,5,2020-01-01,,1\n40,45,2020-01-01,,many\n40,45,2020-01-01,,-1\n40,45,2020-01-01,,1,extra\n40,45,2020-01-01,,1\n",
  );
  const { problems, layer, bad, left } = pack(table);
  expect(problems.map(({ row, column, rule }) => [row, column, rule])).toEqual([
    [2, "lat", "missing"],
    [3, "lat", "coordinate"],
    [4, "lat", "latitude"],
    [5, "date", "calendar"],
    [6, "end", "end-before-start"],
    [7, "date", "before-record"],
    [8, "date", "after-record"],
    [9, "lat", "off-map"],
    [10, "deaths", "number"],
    [11, "deaths", "negative"],
    [12, "", "fields"],
  ]);
  expect(problems[3].value).toBe("31.02.2020");
  expect([bad, layer.count, left.length]).toEqual([11, 1, 11]);
});

test("swapped coordinates are seen, and swapped when the reader says so", () => {
  const swapped = read("lat,lon,date\n105,50,2020-01-01\n110,55,2020-01-02\n45,42,2020-01-03\n");
  expect(pack(swapped)).toMatchObject({ swappable: 2, bad: 2 });
  const all = pack(swapped, { swap: true });
  expect(all.bad).toBe(0);
  expect([...all.layer.lat]).toEqual([50, 55, 42]);
  const one = pack(read("lat,lon\n105,50\n45,42\n46,43\n"), { swap: true });
  expect([...one.layer.lat]).toEqual([50, 45, 46]);
});

test("decimal commas, repeated rows and the order of days", () => {
  const table = read("широта;долгота;дата;погибшие\n40,5;45,25;03/04/2020;1,5\n40,5;45,25;03/04/2020;1,5\n");
  const asked = pack(table);
  expect(asked).toMatchObject({ hasComma: true, asksDayOrder: true, duplicates: 1, bad: 0 });
  expect([...asked.layer.lon]).toEqual([45.25, 45.25]);
  const told = pack(table, { dayOrder: "mdy", dropDuplicates: true });
  expect([told.layer.count, isoOf(told.layer.start[0]), told.layer.size[0], told.bad]).toEqual([1, "2020-03-04", 1.5, 0]);
});

test("more categories than colours: the rarest are one", () => {
  const rows = Array.from({ length: 12 }, (_, kind) => `40,45,kind ${kind}\n`.repeat(12 - kind)).join("");
  const { layer } = pack(read(`lat,lon,type\n${rows}`));
  expect(layer.categories).toHaveLength(MOST_CATEGORIES);
  expect(layer.categories.at(-1)).toBe("");
  expect([...layer.category].filter((place) => place === MOST_CATEGORIES - 1)).toHaveLength(15);
});

test("a file without dates is always shown; places beyond the date line are on the map", () => {
  const { layer } = pack(read("lat,lon\n66,-170\n"));
  expect([layer.start[0], layer.hasDates, layer.lon[0]]).toEqual([ALWAYS, false, 190]);
});

test("features of GeoJSON: points, lines and areas with their properties", () => {
  const shape = (type: string, coordinates: unknown, properties: object) => ({
    type: "Feature",
    geometry: { type, coordinates },
    properties,
  });
  const document = {
    type: "FeatureCollection",
    features: [
      shape(
        "MultiPoint",
        [
          [45, 40],
          [46, 41],
        ],
        { date: "2020-10-15", name: "two" },
      ),
      shape(
        "LineString",
        [
          [40, 40],
          [50, 44],
        ],
        { date: "2020-10-16", name: "line" },
      ),
      shape(
        "Polygon",
        [
          [
            [40, 40],
            [44, 40],
            [44, 44],
            [40, 40],
          ],
        ],
        { date: "2020-10-17", name: "=area" },
      ),
      { type: "Feature", geometry: null, properties: {} },
    ],
  };
  const { layer, problems } = pack(readGeoJson(new TextEncoder().encode(JSON.stringify(document))));
  expect(layer.labels).toEqual(["two", "two", "line", "=area"]);
  expect([...layer.shape]).toEqual([-1, -1, 0, 1]);
  expect(layer.shapes.map(({ isArea }) => isArea)).toEqual([false, true]);
  expect([layer.lat[2], layer.lon[2]]).toEqual([42, 45]);
  expect(problems).toMatchObject([{ row: 4, rule: "geometry" }]);
  expect(() => readGeoJson(new TextEncoder().encode('{"a": 1}'))).toThrow(FileFault);
});
