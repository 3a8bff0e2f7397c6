/**
 * Days as ISO text, `2020-10-15`: compared as text, and counted without a clock or a time zone, so that
 * every visitor sees the same day.
 */

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_IN_400_YEARS = 146_097;

/** Whether a text has the form of a day; that day may not exist. */
export const hasDayForm = (text: string) => FORM.test(text);

/** Whether a text is a day of the calendar. */
export const isDay = (text: string) => hasDayForm(text) && isoOf(numberOf(text)) === text;

/**
 * The number of a day, counted from 1 March of the year 0 of the Gregorian calendar: the leap day is then
 * the last of its year.
 */
export function numberOf(day: string) {
  const month = (Number(day.slice(5, 7)) + 9) % 12;
  const year = Number(day.slice(0, 4)) - (month > 9 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * month + 2) / 5) + Number(day.slice(8, 10)) - 1;
}

/** The day with a number. */
export function isoOf(number: number) {
  const era = Math.floor(number / DAYS_IN_400_YEARS);
  const day = number - era * DAYS_IN_400_YEARS;
  const years = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const ofYear = day - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = era * 400 + years + (month <= 2 ? 1 : 0);
  const ofMonth = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`;
}

/** The day that many days later; earlier, if negative. */
export const addDays = (day: string, days: number) => isoOf(numberOf(day) + days);

const pad = (number: number, digits: number) => String(number).padStart(digits, "0");
