import { afterEach, describe, expect, it } from "vitest";
import { speakEnglish, speakRussian } from "../testing/atlas.ts";
import { REVIEWED } from "../i18n/review.ts";
import { dateRange, dateSpan, longDate, shortDate, yearFraction } from "./date_format.ts";

afterEach(speakEnglish);

describe("days", () => {
  it("are written day, month, year", () => {
    expect(longDate("2016-04-02")).toBe("2 April 2016");
    expect(shortDate("2016-04-02")).toBe("2 Apr");
  });
  it("are written in Russian without the word for year", () => {
    speakRussian();
    expect(longDate("2016-04-02")).toBe("2 апреля 2016");
  });
  it("do not depend on the time zone of the reader", () => {
    expect(longDate("2000-01-01")).toBe("1 January 2000");
    expect(longDate("1999-12-31")).toBe("31 December 1999");
  });
});

describe("ranges", () => {
  it("write a single day once", () => {
    expect(dateRange("2016-04-02", "2016-04-02")).toBe("2 April 2016");
  });
  it("write what two days share once", () => {
    // Whether spaces stand about the dash is for the browser's tables to say.
    const write = (start: string, end: string) => dateRange(start, end).replace(/\s*–\s*/, "–");
    expect(write("2016-04-02", "2016-04-05")).toBe("2–5 April 2016");
    expect(write("2016-04-02", "2016-05-05")).toBe("2 April–5 May 2016");
    expect(write("2015-04-02", "2016-05-05")).toBe("2 April 2015–5 May 2016");
  });
  it("last until the review of the record where they have no end", () => {
    const told = `2 April 2016 – record to ${longDate(REVIEWED)}`;
    expect([dateRange("2016-04-02", null), dateSpan("2016-04-02", null)]).toEqual([told, told]);
  });
  it("have no word for year in Russian", () => {
    speakRussian();
    expect(dateRange("2016-04-02", "2017-04-05")).not.toContain("г.");
  });
  it("of a status name both days in full", () => {
    expect(dateSpan("1999-03-24", "1999-04-02")).toBe("24 March 1999 – 2 April 1999");
  });
});

describe("a day as a fraction of its year", () => {
  it("is whole on the first of January", () => {
    expect(yearFraction("2001-01-01")).toBe(2001);
  });
  it("is half in the middle of the year, which may have a day more", () => {
    expect(yearFraction("2000-07-02")).toBe(2000.5);
    expect(yearFraction("2001-07-02")).toBeCloseTo(2001.4986, 4);
  });
  it("is never the next year's", () => {
    expect(yearFraction("2001-12-31")).toBeLessThan(2002);
  });
});
