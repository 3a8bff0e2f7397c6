import { expect, test } from "vitest";
import { zipSync, strToU8 } from "fflate";
import { buildArea, locatePoints } from "./area_lookup.ts";
import { recogniseColumns, nameValue } from "./column_recognition.ts";
import { guardCell, writeCsv } from "./csv_writing.ts";
import { findKind } from "./file_kind.ts";
import { createParser } from "./parser.ts";
import { serveParser } from "./parser_worker.ts";
import { blend, buildDisc, chooseRadii, GREATEST_RADIUS, LEAST_RADIUS, paintDisc, radiusOf } from "./point_raster.ts";
import { buildTable, FileFault } from "./table.ts";

const UCDP = "id,type_of_violence,where_coordinates,latitude,longitude,country,date_start,date_end,deaths_a,best,high,low".split(",");
const ACLED = "EVENT_ID_CNTY,EVENT_DATE,EVENT_TYPE,LOCATION,LATITUDE,LONGITUDE,FATALITIES".split(",");
/** Names of XML, none of which is asked for. */
const OPEN_XML = ["http:", "", "schemas.openxmlformats.org"].join("/");
const bytes = (text: string) => new TextEncoder().encode(text);

test("known layouts are told by their columns, others by common names", () => {
  const ucdp = recogniseColumns(UCDP);
  expect(ucdp.layout).toBe("ucdp");
  expect(ucdp.mapping).toEqual({ lat: 3, lon: 4, start: 6, end: 7, size: 9, category: 1, label: 2 });
  expect(nameValue("ucdp", "3", "en")).toBe("One-sided violence");
  expect(recogniseColumns(ACLED)).toMatchObject({ layout: "acled", mapping: { start: 1, category: 2, size: 6 } });
  expect(recogniseColumns(["Широта", "Долгота", "Дата"])).toMatchObject({
    layout: "plain",
    mapping: { lat: 0, lon: 1, start: 2, end: -1 },
  });
  expect(recogniseColumns(["a", "b"]).mapping).toMatchObject({ lat: -1, lon: -1 });
});

test.each([
  ["a.csv", bytes("lat,lon\n1,2\n"), "table"],
  ["a.csv", bytes("<!doctype html><p>"), "page"],
  ["a.json", bytes('{"type": "FeatureCollection"}'), "geojson"],
  ["a.txt", bytes('<?xml version="1.0"?><kml xmlns="x">'), "kml"],
  ["a.gpkg", bytes("SQLite format 3\0"), "geopackage"],
  ["a.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4]), "workbook"],
  ["a.zip", Uint8Array.from([0x50, 0x4b, 3, 4]), "other-archive"],
  ["a.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "old-workbook"],
  ["a.csv", bytes("%PDF-1.7"), "binary"],
  ["a.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "binary"],
  ["a.csv", Uint8Array.from([0xff, 0xfe, 0x61, 0]), "table"],
  ["a.csv", new Uint8Array(), "empty"],
])("%s is known by its bytes", (name, head, kind) => {
  expect(findKind(name, head)).toBe(kind);
});

test("a first row of data names no columns", () => {
  expect(buildTable([["1", "AZE", "40.1"]]).header).toEqual(["A", "B", "C"]);
  expect(buildTable([[], ["lat", "lon"], ["1", "2"], ["", ""]])).toMatchObject({ numbers: [3], emptyRows: 2 });
  expect(() => buildTable([["lat", "lon"]])).toThrow(FileFault);
});

test("a workbook is read as text, with its dates as days", async () => {
  const sheet = `<?xml version="1.0"?><worksheet xmlns="${OPEN_XML}/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>lat</t></is></c><c r="B1" t="inlineStr"><is><t>lon</t></is></c><c r="C1" t="inlineStr"><is><t>date</t></is></c></row>
    <row r="2"><c r="A2"><v>40.5</v></c><c r="B2"><v>45.5</v></c><c r="C2" s="1"><v>44119</v></c></row></sheetData></worksheet>`;
  const names = `xmlns="${OPEN_XML}/spreadsheetml/2006/main"`;
  const relations = `${OPEN_XML}/officeDocument/2006/relationships`;
  const file = zipSync({
    "[Content_Types].xml": strToU8(`<Types xmlns="${OPEN_XML}/package/2006/content-types"/>`),
    "xl/workbook.xml": strToU8(
      `<workbook ${names} xmlns:r="${relations}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${OPEN_XML}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(`<styleSheet ${names}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
  });
  const opened = await createParser().open("workbook", file);
  expect(opened).toMatchObject({ header: ["lat", "lon", "date"], sample: [["40.5", "45.5", "2020-10-15"]] });
});

test("the worker answers calls and names the rule of a file it cannot read", async () => {
  const answers: unknown[] = [];
  const scope: Parameters<typeof serveParser>[0] = { onmessage: null, postMessage: (answer) => answers.push(answer) };
  serveParser(scope);
  type Call = Parameters<NonNullable<typeof scope.onmessage>>[0];
  const call = (id: number, name: "open", values: unknown[]) => scope.onmessage?.({ data: { id, name, values } } as Call);
  call(1, "open", ["table", bytes("lat,lon\n40,45\n")]);
  call(2, "open", ["geojson", bytes("{")]);
  await expect.poll(() => answers.length).toBe(2);
  expect(answers).toMatchObject([
    { id: 1, value: { rows: 1, layout: "plain" } },
    { id: 2, fault: { rule: "json" } },
  ]);
});

test("cells that a spreadsheet takes for a formula are guarded, numbers stay", () => {
  expect(["=1+1", "+7 495", "-2", "-2.5e3", "@x", " \t=a", "a;=b", "plain"].map(guardCell)).toEqual([
    "'=1+1",
    "'+7 495",
    "-2",
    "-2.5e3",
    "'@x",
    " \t'=a",
    "a;'=b",
    "plain",
  ]);
  expect(writeCsv([["a", 'b"c', "d,e"]])).toBe('\ufeffa,"b""c","d,e"\r\n');
});

test("a point is in the area that holds it, not in a hole of it", () => {
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const area = (id: string, ...coordinates: number[][][]) => buildArea(id, { geometry: { type: "Polygon", coordinates } });
  const areas = [area("a", square(0, 10), square(4, 6)), area("b", square(20, 30))];
  const [lon, lat] = [Float32Array.from([1, 5, 25, 40]), Float32Array.from([1, 5, 21, 40])];
  expect([...locatePoints(areas, lon, lat)]).toEqual([0, -1, 1, -1]);
});

test("areas of discs are as the sizes", () => {
  const radii = [...chooseRadii(Float32Array.from([100, 25, 0, NaN]))].map(radiusOf);
  expect(radii).toEqual([GREATEST_RADIUS, GREATEST_RADIUS / 2, LEAST_RADIUS, LEAST_RADIUS]);
});

test("a disc is painted within the picture only, and over what was there", () => {
  const disc = buildDisc(2, 1, [255, 0, 0], [255, 255, 255]);
  const target = new Uint32Array(9);
  paintDisc(target, 3, 3, disc, 1, 1);
  expect(target[4].toString(16)).toBe("ff0000ff");
  const edge = new Uint32Array(9);
  paintDisc(edge, 3, 3, disc, -1, -1);
  expect(edge[8]).toBe(0);
  expect(blend(0xff000000, 0x80ffffff, 0x80) >>> 24).toBe(255);
});
