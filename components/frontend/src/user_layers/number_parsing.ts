/** Numbers and coordinates as people write them; what cannot be read is NaN. */

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED_BY_POINTS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const DEGREES = /^([NSEW])?\s*(\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”]|'')\s*)?([NSEW])?$/i;

/** A text without blanks of any width, with a minus sign that a program reads. */
const tidy = (text: string) => text.replace(/[\s\u00a0\u2007\u2009\u202f]/g, "").replace(/^[−–]/, "-");

/** @param hasComma whether a comma is the decimal sign */
export function parseNumber(text: string, hasComma: boolean): number {
  let tidied = tidy(text);
  if (hasComma) {
    if (GROUPED_BY_POINTS.test(tidied)) tidied = tidied.replaceAll(".", "");
    tidied = tidied.replace(",", ".");
  } else if (GROUPED.test(tidied)) tidied = tidied.replaceAll(",", "");
  return PLAIN.test(tidied) ? Number(tidied) : NaN;
}

/** Degrees: a number, or with minutes, seconds and the letter of a side; south and west are negative. */
export function parseCoordinate(text: string, hasComma: boolean): number {
  const number = parseNumber(text, hasComma);
  if (!Number.isNaN(number)) return number;
  const found = DEGREES.exec((hasComma ? text.replaceAll(",", ".") : text).trim());
  const side = (found?.[1] ?? found?.[5])?.toUpperCase();
  if (!found || (!side && found[3] === undefined)) return NaN;
  const [minutes, seconds] = [Number(found[3] ?? 0), Number(found[4] ?? 0)];
  if (minutes >= 60 || seconds >= 60) return NaN;
  const degrees = Number(found[2]) + minutes / 60 + seconds / 3600;
  return side === "S" || side === "W" ? -degrees : degrees;
}

/** Whether a column of coordinates has decimal commas: some do and none has a point. */
export const hasDecimalCommas = (values: Iterable<string>) => {
  let found = false;
  for (const value of values) {
    if (value.includes(".")) return false;
    if (/^\s*[+−-]?\d{1,3},\d+\s*$/.test(value)) found = true;
  }
  return found;
};

/** Whether a column of amounts has them: commas that cannot be those between thousands. */
export const hasAmountCommas = (values: Iterable<string>) => {
  for (const value of values) if (/^\s*[+−-]?\d+,(?:\d{1,2}|\d{4,})\s*$/.test(value)) return true;
  return false;
};
