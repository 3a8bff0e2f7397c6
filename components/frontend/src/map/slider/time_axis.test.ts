import { describe, expect, it } from "vitest";
import { isoOf, numberOf } from "../../core/iso_day.ts";
import {
  addUnits,
  centreOn,
  choosesDays,
  clampDomain,
  createAxis,
  dayAt,
  firstOf,
  isWhole,
  lengthOf,
  middleOfYear,
  panBy,
  unitAt,
  yearAt,
  yearOf,
  zoomAbout,
} from "./time_axis.ts";

const axis = createAxis(1991, 2026, "2026-11-30");
const autumn = { from: numberOf("2020-09-01"), to: numberOf("2020-12-01") };
/** Where the middle of a day lies in a domain. */
const shareOf = (domain: { from: number; to: number }, day: number) => (day + 0.5 - domain.from) / lengthOf(domain);
/** Numbers from 0 to 1 that look drawn by chance and are the same at each run. */
function* draw(times: number) {
  let seed = 1991;
  for (let time = 0; time < times; time += 1) {
    seed = (seed * 16807) % 2147483647;
    yield seed / 2147483647;
  }
}

describe("days", () => {
  it("round-trip through numbers, each one after the day before", () => {
    const days = Array.from({ length: lengthOf(axis) }, (_, place) => axis.from + place);
    expect(days.filter((day) => numberOf(isoOf(day)) !== day)).toEqual([]);
    expect(new Set(days.map(isoOf)).size).toBe(days.length);
    expect([isoOf(axis.from), isoOf(axis.to - 1), isoOf(axis.today)]).toEqual(["1991-01-01", "2026-12-31", "2026-11-30"]);
  });
  it("round-trip through shares of any domain that holds them", () => {
    const lost = [];
    for (const chance of draw(300)) {
      const domain = clampDomain(axis, { from: axis.from + chance * 12000, to: axis.from + chance * 12000 + 30 + chance * 900 });
      for (let day = Math.ceil(domain.from); day < Math.min(domain.to - 1, axis.today); day += 7) {
        const share = shareOf(domain, day);
        if (dayAt(axis, domain, share) !== day || yearAt(axis, domain, share) !== yearOf(day)) lost.push([isoOf(day), domain]);
      }
    }
    expect(lost).toEqual([]);
  });
  it("end today and begin with the first, years with the last", () => {
    expect(isoOf(dayAt(axis, axis, 5))).toBe("2026-11-30");
    expect(isoOf(dayAt(axis, axis, -1))).toBe("1991-01-01");
    expect([yearAt(axis, axis, -1), yearAt(axis, axis, 1)]).toEqual([1991, 2026]);
  });
  it("go on by units, to the end of a shorter month", () => {
    const from = (iso: string, ...by: Parameters<typeof addUnits> extends [number, ...infer Rest] ? Rest : never) =>
      isoOf(addUnits(numberOf(iso), ...by));
    expect(from("2020-01-31", "month", 1)).toBe("2020-02-29");
    expect(from("2020-02-29", "year", 1)).toBe("2021-02-28");
    expect(from("2020-01-15", "month", -1)).toBe("2019-12-15");
    expect(from("2020-10-25", "day", 1)).toBe("2020-10-26");
    expect(from("2010-06-10", "decade", 1)).toBe("2020-06-10");
  });
});

describe("the domain", () => {
  it("keeps the day under the pointer while zooming, unless the axis ends", () => {
    for (const chance of draw(500)) {
      const from = axis.from + 3000 + chance * 6000;
      const domain = { from, to: from + 60 + chance * 500 };
      const share = (chance * 7) % 1;
      const under = domain.from + share * lengthOf(domain);
      const zoomed = zoomAbout(axis, domain, share, 0.5 + chance);
      expect(zoomed.from + share * lengthOf(zoomed)).toBeCloseTo(under, 6);
    }
  });
  it("never leaves the axis and is never shorter than three weeks", () => {
    let domain = { from: axis.from, to: axis.to };
    for (const chance of draw(800)) {
      domain = chance < 0.5 ? zoomAbout(axis, domain, chance * 2, 0.2 + chance * 3) : panBy(axis, domain, (chance - 0.75) * 5000);
      expect(domain.from).toBeGreaterThanOrEqual(axis.from);
      expect(domain.to).toBeLessThanOrEqual(axis.to + 1e-6);
      expect(lengthOf(domain)).toBeGreaterThanOrEqual(21 - 1e-6);
    }
    expect(isWhole(axis, zoomAbout(axis, domain, 0.3, 1e6))).toBe(true);
    expect(isWhole(axis, autumn)).toBe(false);
  });
  it("is moved to have a day in its middle", () => {
    expect(shareOf(centreOn(axis, autumn, numberOf("2016-04-02")), numberOf("2016-04-02"))).toBeCloseTo(0.5);
    expect(centreOn(axis, autumn, axis.from).from).toBe(axis.from);
  });
  it("has the middle of a year where the part in view has it", () => {
    expect(middleOfYear(axis, 2020)).toBe((firstOf(2020) + firstOf(2021)) / 2);
    expect(middleOfYear(autumn, 2020)).toBe((autumn.from + autumn.to) / 2);
    expect(middleOfYear(autumn, 2016)).toBe((firstOf(2016) + firstOf(2017)) / 2);
  });
});

it("the unit in view follows the pixels a day", () => {
  const units = [200, 1100].flatMap((width) => [lengthOf(axis), 366, 30].map((days) => unitAt(width / days)));
  expect(units).toEqual(["decade", "month", "day", "decade", "month", "day"]);
  expect(unitAt(1100 / 5000)).toBe("year");
  expect(units.map(choosesDays)).toEqual([false, true, true, false, true, true]);
});
