/** Dates as the language spoken writes them: day, month, year. */
import { currentLanguage, currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { findLanguage, nameLocale } from "../i18n/languages.ts";
import { REVIEWED } from "../i18n/review.ts";

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  short: { day: "numeric", month: "short", timeZone: "UTC" },
  day: { day: "numeric", month: "long", timeZone: "UTC" },
  month: { month: "long", year: "numeric", timeZone: "UTC" },
};
const formats: Map<string, Intl.DateTimeFormat> = new Map();

function formatOf(style: "long" | "short" | "day" | "month") {
  const name = `${style} ${currentLocale()}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(currentLocale(), STYLES[style]);
  formats.set(name, format);
  return format;
}

/** Russian dates end in an abbreviated "year" that a text full of dates does not need. */
const plain = (text: string) => text.replace(/\s*г\./g, "");

const dayOf = (iso: string) => new Date(`${iso}T00:00:00Z`);

export const longDate = (iso: string) => plain(formatOf("long").format(dayOf(iso)));

export const shortDate = (iso: string) => formatOf("short").format(dayOf(iso));

/** "October 2020". */
export const monthAndYear = (iso: string) => plain(formatOf("month").format(dayOf(iso)));

const months: Map<string, Intl.DateTimeFormat> = new Map();

/**
 * A month's short name.
 * @param month from 0
 */
export function formatMonth(month: number) {
  const locale = nameLocale(findLanguage(currentLanguage()).months);
  const format = months.get(locale) ?? new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  months.set(locale, format);
  return format.format(Date.UTC(2000, month, 1));
}

/**
 * "2 April 2016", "2–5 April 2016" or "2 April 2016 – record to 29 November 2026".
 * @param end null: no end yet
 */
export function dateRange(start: string, end: string | null) {
  if (end === start) return longDate(start);
  if (!end) return untilReview(start);
  return plain(formatOf("long").formatRange(dayOf(start), dayOf(end)));
}

/** Days of a year that is named beside them: "12–16 July". */
export const dayRange = (start: string, end: string) => formatOf("day").formatRange(dayOf(start), dayOf(end));

const untilReview = (start: string) => _("{start} – record to {day}", { start: longDate(start), day: longDate(REVIEWED) });

/** Up to which day the record speaks of what has no end yet. */
export const recordDay = () => _("record to {day}", { day: longDate(REVIEWED) });

/** Two days in full, as a status has them: "24 March 1999 – 2 April 2003". */
export const dateSpan = (start: string, end: string | null) => (end ? `${longDate(start)} – ${longDate(end)}` : untilReview(start));

/** Where a day lies as a year with a fraction, for the slider. */
export function yearFraction(iso: string) {
  const year = Number(iso.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${iso}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}
