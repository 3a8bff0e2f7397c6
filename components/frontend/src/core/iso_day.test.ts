import { describe, expect, it } from "vitest";
import { addDays, isDay, isoOf, numberOf } from "./iso_day.ts";

describe("days as text", () => {
  it("counts every day of forty years in order", () => {
    const first = numberOf("1991-01-01");
    const last = numberOf("2030-12-31");
    const wrong: string[] = [];
    for (let number = first; number <= last; number += 1) {
      const expected = new Date(Date.UTC(1991, 0, 1 + number - first)).toISOString().slice(0, 10);
      if (isoOf(number) !== expected || numberOf(expected) !== number) wrong.push(expected);
    }
    expect(last - first).toBe(14_609);
    expect(wrong).toEqual([]);
  });
  it("steps over the ends of months and years", () => {
    expect([addDays("2020-02-28", 1), addDays("2021-02-28", 1), addDays("2021-01-01", -1)]).toEqual([
      "2020-02-29",
      "2021-03-01",
      "2020-12-31",
    ]);
  });
  it.each(["2020-02-29", "2000-02-29", "1999-12-31"])("knows %s", (text) => {
    expect(isDay(text)).toBe(true);
  });
  it.each([
    "2021-02-29",
    "1900-02-29",
    "2020-00-10",
    "2020-13-01",
    "2020-04-31",
    "2020-04-00",
    "2020-4-1",
    "20200401",
    "２０２０-04-01",
    " 2020-04-01",
    "",
  ])("refuses %j", (text) => {
    expect(isDay(text)).toBe(false);
  });
});
