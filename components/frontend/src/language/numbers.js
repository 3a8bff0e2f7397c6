// @ts-check
/** Numbers and lists as the language spoken now writes them. */
import { currentLocale } from "./messages.js";

/** A number with so many decimals: 1,234 or 0.5; in Russian 1 234 and 0,5. @param {number} number @param {number} [places] */
export const sayNumber = (number, places = 0) =>
  new Intl.NumberFormat(currentLocale(), { minimumFractionDigits: places, maximumFractionDigits: places }).format(number).replace("-", "−");

/** A number with its sign: +0.3, −1.0, 0.0; in Russian with a decimal comma. @param {number} number @param {number} [places] */
export function saySigned(number, places = 1) {
  const said = sayNumber(Math.abs(number), places);
  if (Number(Math.abs(number).toFixed(places)) === 0) return said;
  return `${number < 0 ? "−" : "+"}${said}`;
}

/** Names as a sentence lists them: a, b and c. @param {string[]} names */
export const joinNames = (names) => new Intl.ListFormat(currentLocale()).format(names);

/** Names of which one holds: a or b. @param {string[]} names */
export const joinChoices = (names) => new Intl.ListFormat(currentLocale(), { type: "disjunction" }).format(names);

/** A text whose first letter is a capital. @param {string} text */
export const capitalise = (text) => text.charAt(0).toLocaleUpperCase(currentLocale()) + text.slice(1);
