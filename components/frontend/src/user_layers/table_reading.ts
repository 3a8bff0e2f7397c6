/** Reading delimited text and workbooks. */
import Papa from "papaparse";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { buildTable, FileFault, MOST_ROWS, MOST_UNPACKED, type Table } from "./table.ts";
import { decodeText } from "./text_decoding.ts";

/** Delimited text: comma, tab, semicolon or bar. */
export function readDelimited(bytes: Uint8Array): Table {
  const { text, encoding, mixedLines } = decodeText(bytes);
  // One row more than may be, to know that there are too many; the last line may be an empty one.
  const { data } = Papa.parse<string[]>(text, { preview: MOST_ROWS + 3, delimitersToGuess: [",", "\t", ";", "|"] });
  if (data.length && data[data.length - 1].length === 1 && !data[data.length - 1][0]) data.pop();
  return buildTable(data, encoding, mixedLines);
}

/** The first sheet of a workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  checkArchive(bytes);
  const copy = bytes.slice().buffer;
  const rows = await readSheet(copy).catch((error: unknown) => {
    throw new FileFault("workbook", error instanceof Error ? error.message : "");
  });
  return buildTable(rows.map((row) => row.map(writeCell)));
}

/** The parts of a zip archive may not unpack to more than a browser can hold. */
function checkArchive(bytes: Uint8Array) {
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return false;
      },
    });
  } catch {
    throw new FileFault("archive");
  }
  if (total > MOST_UNPACKED) throw new FileFault("too-large");
}

/** The document of a KMZ archive. */
export function unpackKmz(bytes: Uint8Array): Uint8Array {
  checkArchive(bytes);
  const files = Object.entries(unzipSync(bytes, { filter: ({ name }) => /\.kml$/i.test(name) }));
  const found = files.find(([name]) => name === "doc.kml") ?? files[0];
  if (!found) throw new FileFault("archive");
  return found[1];
}

/** A cell as text: a date as its day, and its time if it has one. */
function writeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) {
    const text = Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
  }
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}
