// @ts-check
/** Dates as the language spoken writes them: day, month, year. */
import { currentLocale, gettext as _ } from "../language/messages.js";

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  long: { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  short: { day: "numeric", month: "short", timeZone: "UTC" },
};
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {"long"|"short"} style */
function formatOf(style) {
  const name = `${style} ${currentLocale()}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(currentLocale(), STYLES[style]);
  formats.set(name, format);
  return format;
}

/** Russian dates end in an abbreviated "year" that a text full of dates does not need. @param {string} text */
const plain = (text) => text.replace(/\s*г\./g, "");

/** @param {string} iso */
const dayOf = (iso) => new Date(`${iso}T00:00:00Z`);

/** @param {string} iso */
export const longDate = (iso) => plain(formatOf("long").format(dayOf(iso)));

/** @param {string} iso */
export const shortDate = (iso) => formatOf("short").format(dayOf(iso));

/** "2 April 2016", "2–5 April 2016" or "2 April 2016 – today". @param {string} start @param {string | null} end null: no end yet */
export function dateRange(start, end) {
  if (end === start) return longDate(start);
  if (!end) return untilToday(start);
  return plain(formatOf("long").formatRange(dayOf(start), dayOf(end)));
}

/** @param {string} start */
const untilToday = (start) => _("{start} – today", { start: longDate(start) });

/** Two days in full, as a status has them: "24 March 1999 – 2 April 2003". @param {string} start @param {string | null} end */
export const dateSpan = (start, end) => (end ? `${longDate(start)} – ${longDate(end)}` : untilToday(start));

/** Where a day lies as a year with a fraction, for the slider. @param {string} iso */
export function yearFraction(iso) {
  const year = Number(iso.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${iso}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}
