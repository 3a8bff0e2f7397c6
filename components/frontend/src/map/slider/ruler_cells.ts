/** What is written on the ruler: cells of years, months or days, their labels, and what they belong to. */
import { formatMonth, monthAndYear } from "../../ui/date_format.ts";
import { isoOf } from "../../core/iso_day.ts";
import { firstOf, unitAt, yearOf, type Domain } from "./time_axis.ts";

const ROOM_FOR_YEAR = 44;
const ROOM_FOR_MONTH = 35;
const ROOM_FOR_DAY = 18;
const LEAST_CELL = 4;
const YEAR_STEPS = [1, 5, 10];

/** From a day up to, not including, another. */
export interface Cell extends Domain {
  text: string;
  /** cells alternate, as on the frame of a printed map; told by its place in time */
  odd: boolean;
  /** the first of a greater unit */
  major: boolean;
}
export interface Ruler {
  /** all, or of days those with a name: there are too many to draw one by one */
  cells: Cell[];
  /** whether cells are days, which are all of one width, and only the named ones are listed */
  areDays: boolean;
  /** the greater units, named where they begin or come into view */
  contexts: (Domain & { text: string })[];
}

/**
 * The cells of part of an axis.
 * @param part what is to be drawn, which may be more than is seen
 */
export function layRuler(axis: Domain, part: Domain, pixelsADay: number): Ruler {
  const from = Math.max(axis.from, Math.floor(part.from));
  const to = Math.min(axis.to, Math.ceil(part.to));
  const unit = unitAt(pixelsADay);
  if (unit === "day") return layDays(from, to, pixelsADay);
  if (unit === "month") return layMonths(from, to, pixelsADay);
  return { cells: layYears(axis, from, to, pixelsADay * 365.25), areDays: false, contexts: [] };
}

function layYears(axis: Domain, from: number, to: number, pixels: number): Cell[] {
  const named = YEAR_STEPS.find((step) => step * pixels >= ROOM_FOR_YEAR) ?? 10;
  const step = YEAR_STEPS.find((each) => each * pixels >= LEAST_CELL) ?? 10;
  const first = yearOf(axis.from);
  const cells = [];
  for (let year = Math.floor(yearOf(from) / step) * step; year <= yearOf(to - 1); year += step) {
    // The first year of all is named too, where its name does not touch the next.
    const isFirst = year <= first && ((named - (first % named)) % named) * pixels >= ROOM_FOR_YEAR;
    const text = year % named === 0 && year >= first ? String(year) : isFirst ? String(first) : "";
    cells.push({
      from: Math.max(axis.from, firstOf(year)),
      to: Math.min(axis.to, firstOf(year + step)),
      text,
      odd: (year / step) % 2 !== 0,
      major: year % (named === 1 ? 5 : named) === 0,
    });
  }
  return cells;
}

function layMonths(from: number, to: number, pixelsADay: number): Ruler {
  const named = pixelsADay * 30 >= ROOM_FOR_MONTH ? 1 : 3;
  const cells = [];
  const contexts = [];
  for (let year = yearOf(from); year <= yearOf(to - 1); year += 1) {
    contexts.push({ from: firstOf(year), to: firstOf(year + 1), text: String(year) });
    for (let month = 0; month < 12; month += 1) {
      const cell = { from: firstOf(year, month), to: firstOf(year, month + 1) };
      if (cell.to <= from || cell.from >= to) continue;
      cells.push({ ...cell, text: month % named === 0 ? formatMonth(month) : "", odd: month % 2 !== 0, major: month === 0 });
    }
  }
  return { cells, areDays: false, contexts };
}

function layDays(from: number, to: number, pixelsADay: number): Ruler {
  const named = pixelsADay >= ROOM_FOR_DAY ? 1 : 5;
  const cells = [];
  const contexts: Ruler["contexts"] = [];
  for (let day = from; day < to; day += 1) {
    const iso = isoOf(day);
    const number = Number(iso.slice(8));
    if (number === 1 || day === from) {
      const month = Number(iso.slice(5, 7)) - 1;
      const year = Number(iso.slice(0, 4));
      contexts.push({ from: firstOf(year, month), to: firstOf(year, month + 1), text: monthAndYear(iso) });
    }
    // The thirtieth would touch the first.
    const isNamed = named === 1 || number === 1 || (number % named === 0 && number < 30);
    if (isNamed) cells.push({ from: day, to: day + 1, text: String(number), odd: false, major: number === 1 });
  }
  return { cells, areDays: true, contexts };
}
