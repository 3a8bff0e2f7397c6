import { describe, expect, test } from "vitest";
import { isoOf, numberOf } from "../core/iso_day.ts";
import { findDayOrder, parseDate } from "./date_parsing.ts";

const read = (text: string, order: "dmy" | "mdy" = "dmy") => {
  const found = parseDate(text, order);
  return typeof found === "string" ? found : found.map(isoOf).join("/");
};
const pad = (number: string) => number.padStart(2, "0");

test("every day is read alike however it is written", () => {
  const [first, last] = [numberOf("1991-01-01"), numberOf("2030-12-31")];
  const names = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const russian = new Intl.DateTimeFormat("ru-RU", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  // A step that meets every month, leap day and place in the week in turn.
  for (let number = first; number <= last; number += 43) {
    const iso = isoOf(number);
    const [year, month, day] = iso.split("-");
    const at = new Date(`${iso}T00:00:00Z`);
    const written = [iso, `${iso}T23:59:59Z`, `${iso} 00:00`, `${year}/${month}/${day}`, `${year}${month}${day}`];
    written.push(`${day}.${month}.${year}`, `${Number(day)}/${Number(month)}/${year}`, names.format(at), russian.format(at));
    for (const text of written) expect(parseDate(text, "dmy"), text).toEqual([number, number]);
    expect(parseDate(`${month}/${day}/${year}`, "mdy")).toEqual([number, number]);
  }
});

test("no text is read as a day that the calendar does not have", () => {
  for (const year of ["1999", "2000", "2023", "2024"]) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 27; day <= 33; day += 1) {
        const iso = `${year}-${pad(String(month))}-${pad(String(day))}`;
        const exists = new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ?? false;
        expect(read(iso), iso).toBe(exists ? `${iso}/${iso}` : "calendar");
      }
    }
  }
});

test("a month and a year are all their days", () => {
  expect(read("2020-02")).toBe("2020-02-01/2020-02-29");
  expect(read("12.2021")).toBe("2021-12-01/2021-12-31");
  expect(read("October 2020")).toBe("2020-10-01/2020-10-31");
  expect(read("2020")).toBe("2020-01-01/2020-12-31");
});

test.each(["", "soon", "40", "12/2020/1", "=1+1", "1 Foo 2020", "99999"])("%s is no date", (text) => {
  expect(read(text)).toBe("date");
});

test("a year of two digits is asked for in full", () => {
  expect(read("15.10.20")).toBe("two-digit-year");
  expect(read("31/02/2020")).toBe("calendar");
  expect(read("13/01/2020", "mdy")).toBe("calendar");
});

describe("the order of day and month", () => {
  test.each([
    [["25/01/2020", "03/04/2020"], "dmy"],
    [["01/25/2020", "03/04/2020"], "mdy"],
    [["03/04/2020", "05/06/2020"], null],
    [["03.04.2020"], "dmy"],
    [["04/04/2020"], "dmy"],
    [["2020-04-03"], "dmy"],
    [["25/01/2020", "01/25/2020"], null],
  ])("%j is %s", (values, order) => {
    expect(findDayOrder(values)).toBe(order);
  });
});
