/** Numbers and lists as the language spoken now writes them. */
import { currentLocale } from "./gettext.ts";

/** A number with so many decimals: 1,234 or 0.5; in Russian 1 234 and 0,5. */
export const formatNumber = (number: number, places: number = 0) =>
  new Intl.NumberFormat(currentLocale(), { minimumFractionDigits: places, maximumFractionDigits: places }).format(number).replace("-", "−");

/** A number with its sign: +0.3, −1.0, 0.0; in Russian with a decimal comma. Rounded as Python does, so that both say the same. */
export function formatSigned(number: number, places: number = 1) {
  const size = roundHalfEven(Math.abs(number), places);
  const said = formatNumber(size, places);
  if (size === 0) return said;
  return `${number < 0 ? "−" : "+"}${said}`;
}

/** What is exactly half between two goes to the even one: 0.25 is 0.2, 0.75 is 0.8. */
function roundHalfEven(number: number, places: number) {
  const scaled = number * 10 ** places;
  const isHalf = scaled % 1 === 0.5 && Number.isInteger(number * 2 ** (places + 1));
  return isHalf ? (2 * Math.round(scaled / 2)) / 10 ** places : Number(number.toFixed(places));
}

/** Names as a sentence lists them: a, b and c. */
export const joinNames = (names: string[]) => new Intl.ListFormat(currentLocale()).format(names);

/** Names of which one holds: a or b. */
export const joinChoices = (names: string[]) => new Intl.ListFormat(currentLocale(), { type: "disjunction" }).format(names);

/** A text whose first letter is a capital. */
export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase(currentLocale()) + text.slice(1);
