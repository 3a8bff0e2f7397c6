/** Days as people write them, as numbers of `core/iso_day.ts`; months and years are read as all their days. */
import { isDay, numberOf } from "../core/iso_day.ts";
import { LANGUAGES, findLanguage, nameLocale } from "../i18n/languages.ts";

export type DayOrder = "dmy" | "mdy";
/** First and last day. */
export type Days = [number, number];
/** What is wrong with a date, as a rule that was broken. */
export type DateFault = "date" | "calendar" | "two-digit-year";

const TIME = "(?:[T,\\s]+\\d{1,2}(?::\\d{2}){1,2}(?:\\.\\d+)?\\s*(?:Z|[AP]M|[+-]\\d{2}:?\\d{2})?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, "i");
const TWO_DIGITS = new RegExp(`^\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}${TIME}$`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/;
const YEAR = /^(\d{4})(?:\.0)?$/;
const DAY_WORD_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})(?:\s*г\.?)?$/u;
const WORD_DAY_YEAR = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const WORD_YEAR = /^(\p{L}+)\.?,?[\s-]+(\d{4})(?:\s*г\.?)?$/u;
const LETTERS = 3;

const pad = (number: number, digits: number = 2) => String(number).padStart(digits, "0");

function buildDay(year: number, month: number, day: number): Days | DateFault {
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return isDay(iso) ? [numberOf(iso), numberOf(iso)] : "calendar";
}

function buildMonth(year: number, month: number): Days | DateFault {
  if (month < 1 || month > 12) return "calendar";
  const next = month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1)}-01`;
  return [numberOf(`${pad(year, 4)}-${pad(month)}-01`), numberOf(next) - 1];
}

/** A date with the order in which days and months of an all-numeric date stand. */
export function parseDate(text: string, order: DayOrder): Days | DateFault {
  const trimmed = text.trim();
  let found = YEAR_FIRST.exec(trimmed);
  if (found) return buildDay(Number(found[1]), Number(found[3]), Number(found[4]));
  found = YEAR_LAST.exec(trimmed);
  if (found) {
    const [first, second] = [Number(found[1]), Number(found[3])];
    return order === "dmy" ? buildDay(Number(found[4]), second, first) : buildDay(Number(found[4]), first, second);
  }
  if (TWO_DIGITS.test(trimmed)) return "two-digit-year";
  found = COMPACT.exec(trimmed);
  if (found) return buildDay(Number(found[1]), Number(found[2]), Number(found[3]));
  found = MONTH.exec(trimmed);
  if (found) return buildMonth(Number(found[1] ?? found[4]), Number(found[2] ?? found[3]));
  found = YEAR.exec(trimmed);
  if (found) return [numberOf(`${found[1]}-01-01`), numberOf(`${found[1]}-12-31`)];
  return parseWords(trimmed);
}

function parseWords(text: string): Days | DateFault {
  const last = DAY_WORD_YEAR.exec(text);
  const first = last ? null : WORD_DAY_YEAR.exec(text);
  const bare = last || first ? null : WORD_YEAR.exec(text);
  const word = last?.[2] ?? first?.[1] ?? bare?.[1];
  const month = word ? findMonth(word) : undefined;
  if (month === undefined) return "date";
  if (last) return buildDay(Number(last[3]), month, Number(last[1]));
  if (first) return buildDay(Number(first[3]), month, Number(first[2]));
  return buildMonth(Number(bare?.[2]), month);
}

let months: Map<string, number> | null = null;

/** A month by the first letters of its name in any of the atlas's languages, alone or within a date. */
function findMonth(word: string) {
  months ??= listMonths();
  return months.get(word.toLowerCase().slice(0, LETTERS));
}

function listMonths() {
  const names: Map<string, number> = new Map();
  for (const code of LANGUAGES) {
    for (const style of [{ month: "long" }, { month: "long", day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(nameLocale(findLanguage(code).locale), { ...style, timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2000, month, 1));
        const name = parts.find(({ type }) => type === "month")?.value ?? "";
        names.set(name.toLowerCase().slice(0, LETTERS), month + 1);
      }
    }
  }
  return names;
}

/**
 * The order of days and months in a column: null where the reader has to say.
 *
 * With points between them the day is first, unless a second part beyond 12 says otherwise.
 */
export function findDayOrder(values: Iterable<string>): DayOrder | null {
  let [firstOver, secondOver, open] = [0, 0, 0];
  for (const value of values) {
    const found = YEAR_LAST.exec(value.trim());
    if (!found) continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    if (first > 12) firstOver += 1;
    else if (second > 12) secondOver += 1;
    else if (first !== second && found[2] !== ".") open += 1;
  }
  if (firstOver !== secondOver) return firstOver > secondOver ? "dmy" : "mdy";
  return open || firstOver ? null : "dmy";
}
