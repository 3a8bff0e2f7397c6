/** Rows as CSV that is safe to open in a spreadsheet, as the atlas's own exports are; see `data/downloads.py`. */

const FORMULA = /((?:^|[;\t\r\n|])[\s"']*)(?=[=+\-@＝＋－＠])/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
const BYTE_ORDER_MARK = "\ufeff";

/** A cell that no spreadsheet takes for a formula; a number stays one. */
export const guardCell = (cell: string) => (NUMBER.test(cell) ? cell : cell.replace(FORMULA, "$1'"));

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** UTF-8 with a byte order mark, lines ended as RFC 4180 has it. */
export const writeCsv = (rows: Iterable<string[]>) =>
  BYTE_ORDER_MARK + Array.from(rows, (row) => `${row.map((cell) => quote(guardCell(cell))).join(",")}\r\n`).join("");
