// @ts-check
/** Dates as the atlas writes them: day, month, year. */

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** @param {string} iso */
export const longDate = (iso) => LONG.format(new Date(`${iso}T00:00:00Z`));

/** @param {string} iso */
export const shortDate = (iso) => SHORT.format(new Date(`${iso}T00:00:00Z`));

/** "2 April 2016", "2–5 April 2016" or "2 April 2016 – today". @param {string} start @param {string | null} end null: no end yet */
export function dateRange(start, end) {
  if (end === start) return longDate(start);
  if (!end) return `${longDate(start)} – today`;
  return LONG.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}

/** Where a day lies as a year with a fraction, for the slider. @param {string} iso */
export function yearFraction(iso) {
  const year = Number(iso.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${iso}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}
