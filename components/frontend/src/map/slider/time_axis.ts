/**
 * The axis of time: days as the numbers of core/iso_day.ts, the part in view, zooming and panning it. The
 * middle of a day stands half a day further than its number.
 */
import { isoOf, numberOf } from "../../core/iso_day.ts";

const DAYS_A_YEAR = 365.25;
/** The closest look: three weeks. */
const LEAST_DAYS = 21;
/** Pixels a day from which days, months and years each have room for their labels. */
const ROOM: [Unit, number][] = [
  ["day", 4.5],
  ["month", 0.44],
  ["year", 44 / DAYS_A_YEAR],
];

export type Unit = "decade" | "year" | "month" | "day";
/** The part in view, in days: up to, not including, `to`. */
export interface Domain {
  from: number;
  to: number;
}
/** All of time: whole years; `today` is the last day that can be chosen. */
export interface Axis extends Domain {
  today: number;
}

/** The year of a day. */
export const yearOf = (day: number) => Number(isoOf(day).slice(0, 4));
/** @param month from 0; beyond 11 and below 0 it counts on into other years */
export const firstOf = (year: number, month: number = 0) =>
  numberOf(`${year + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}-01`);

/** @param today ISO */
export const createAxis = (first: number, last: number, today: string): Axis => ({
  from: firstOf(first),
  to: firstOf(last + 1),
  today: numberOf(today),
});

export const lengthOf = ({ from, to }: Domain) => to - from;
const bound = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest domain within the axis that is neither too short nor too long. */
export function clampDomain(axis: Axis, { from, to }: Domain): Domain {
  const length = bound(to - from, LEAST_DAYS, lengthOf(axis));
  const start = bound(from, axis.from, axis.to - length);
  return { from: start, to: start + length };
}

/**
 * Zoom about a point of the domain, which stays where it is unless the axis ends.
 * @param share where the point is, 0 to 1
 * @param factor of the length: below 1 zooms in
 */
export function zoomAbout(axis: Axis, domain: Domain, share: number, factor: number): Domain {
  const length = bound(lengthOf(domain) * factor, LEAST_DAYS, lengthOf(axis));
  const from = domain.from + share * (lengthOf(domain) - length);
  return clampDomain(axis, { from, to: from + length });
}

export const panBy = (axis: Axis, { from, to }: Domain, days: number) => clampDomain(axis, { from: from + days, to: to + days });

/** The same length about a day. */
export const centreOn = (axis: Axis, domain: Domain, day: number) => panBy(axis, domain, day + 0.5 - (domain.from + domain.to) / 2);

export const isWhole = (axis: Axis, domain: Domain) => lengthOf(domain) >= lengthOf(axis) - 1e-6;

/** The day at a share of a domain, of those that can be chosen. */
export function dayAt(axis: Axis, domain: Domain, share: number) {
  return bound(Math.floor(domain.from + share * lengthOf(domain)), axis.from, axis.today);
}

/** The year at a share of a domain. */
export const yearAt = (axis: Axis, domain: Domain, share: number) =>
  yearOf(bound(Math.floor(domain.from + share * lengthOf(domain)), axis.from, axis.to - 1));

/** What is told apart at so many pixels a day. */
export const unitAt = (pixelsADay: number): Unit => ROOM.find(([, least]) => pixelsADay >= least)?.[0] ?? "decade";

/** Whether days are chosen at a unit, and not years. */
export const choosesDays = (unit: Unit) => unit === "day" || unit === "month";

/** The same day some units on, or the last of its month where that is shorter. */
export function addUnits(day: number, unit: Unit, count: number) {
  if (unit === "day") return day + count;
  const [year, month, ofMonth] = isoOf(day).split("-").map(Number);
  const months = month - 1 + count * { month: 1, year: 12, decade: 120 }[unit];
  return Math.min(firstOf(year, months) + ofMonth, firstOf(year, months + 1)) - 1;
}

/** The part of a year in a domain has its middle here; that of the year itself when none of it is in view. */
export function middleOfYear(domain: Domain, year: number) {
  const from = Math.max(firstOf(year), domain.from);
  const to = Math.min(firstOf(year + 1), domain.to);
  return from < to ? (from + to) / 2 : (firstOf(year) + firstOf(year + 1)) / 2;
}
