/** A file as a table of texts, whatever it was. */
import type { Geometry } from "geojson";

export interface Table {
  header: string[];
  rows: string[][];
  /** of each row in the file, from 1: the row of the sheet or text, or the place of the feature */
  numbers: number[];
  /** of each row; null for a file that has columns of coordinates instead */
  geometries: (Geometry | null)[] | null;
  emptyRows: number;
  encoding: string;
  /** lines that were in another encoding than the rest */
  mixedLines: number;
}

/** Rows above which a file is refused. */
export const MOST_ROWS = 500_000;
/** Bytes above which a file is refused. */
export const MOST_BYTES = 150_000_000;
/** Bytes that an archive may unpack to. */
export const MOST_UNPACKED = 600_000_000;

/** A file that cannot be read as a whole; the rule says why. */
export class FileFault extends Error {
  readonly rule: string;
  readonly detail: string;
  constructor(rule: string, detail = "") {
    super(rule);
    this.rule = rule;
    this.detail = detail;
  }
}

const isEmpty = (row: string[]) => row.every((cell) => cell.trim() === "");

/**
 * A table from all rows of a file: the first that holds anything names the columns.
 * @param all rows as the file has them, empty ones too
 */
export function buildTable(all: string[][], encoding: string = "", mixedLines: number = 0): Table {
  const first = all.findIndex((row) => !isEmpty(row));
  if (first < 0) throw new FileFault("empty");
  const hasNames = !all[first].some((cell) => /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/.test(cell));
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  // Names that are missing, or all of them where the first row is one of data.
  const header = Array.from(
    { length: hasNames ? all[first].length : width },
    (_, at) => (hasNames && all[first][at].trim()) || nameColumn(at),
  );
  const rows: string[][] = [];
  const numbers: number[] = [];
  let emptyRows = first;
  for (let at = first + (hasNames ? 1 : 0); at < all.length; at += 1) {
    if (isEmpty(all[at])) emptyRows += 1;
    else {
      rows.push(all[at]);
      numbers.push(at + 1);
    }
  }
  if (!rows.length) throw new FileFault("empty");
  if (rows.length > MOST_ROWS) throw new FileFault("too-many-rows");
  return { header, rows, numbers, geometries: null, emptyRows, encoding, mixedLines };
}

/** A, B … Z, AA: as a sheet names its columns. */
function nameColumn(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : nameColumn(Math.floor(at / 26) - 1) + letter;
}
