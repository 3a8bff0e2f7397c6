// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makePagePalette } from "../testing/atlas.ts";
import { makePatternHolder } from "../ui/svg_pattern.ts";
import { makeSample } from "./sample.ts";
import { formatTile } from "./stance_swimlanes.ts";
import { createAxis, renderYears, makeCanvas } from "./time_axis.ts";
import type { MemberPage, ReadingRow } from "./content.ts";
import type { Tile } from "./stance_swimlanes.ts";

const axisOf = (width: number, year: number | null = null) => createAxis(width, { first: 1992, today: "2021-07-02", view: { year } });

describe("the time axis", () => {
  it("has room for every year from the first to this one", () => {
    const axis = axisOf(1200);
    expect([axis.first, axis.last]).toEqual([1992, 2021]);
    expect(axis.width).toBeCloseTo(axis.year * 30, 6);
    expect(axis.label + axis.width).toBeLessThanOrEqual(1200);
  });
  it("scrolls rather than be too narrow to read", () => {
    expect(axisOf(390)).toMatchObject({ year: 27, narrow: true, label: 104 });
    expect(axisOf(700).narrow).toBe(false);
  });
  it("has letters between two sizes", () => {
    expect([390, 1200, 2400].map((width) => axisOf(width).text)).toEqual([10.5, 10.688, 13.5]);
  });
  it("puts a day where it lies in its year", () => {
    const axis = axisOf(390);
    expect([axis.x("1992-01-01"), axis.x("1993-01-01"), axis.x("2001-07-02")].map(Math.round)).toEqual([0, 27, 256]);
  });
  it("ends what still lasts after today", () => {
    const axis = axisOf(390);
    expect(axis.end(null)).toBe(axis.end("2021-07-02"));
    expect(axis.end("2000-01-01")).toBeGreaterThan(axis.x("2000-01-01"));
  });
  it("rules every year, each fifth more strongly, and marks that of the view", () => {
    const canvas = makeCanvas(axisOf(390, 2000), 40, {});
    expect(canvas.querySelectorAll("line")).toHaveLength(31);
    expect(canvas.querySelectorAll(".five")).toHaveLength(6);
    expect(canvas.querySelector("rect")?.getAttribute("x")).toBe(String(8 * 27));
    expect(makeCanvas(axisOf(390), 40, {}).querySelector("rect")).toBeNull();
  });
  it("names years in full where it matters, else by two digits", () => {
    const names = [...renderYears(axisOf(390, 1998)).querySelectorAll("text")].map((text) => text.textContent);
    expect(names.slice(0, 10)).toEqual(["1992", "’93", "’94", "1995", "’96", "’97", "1998", "’99", "2000", "’01"]);
    expect(names.at(-1)).toBe("2021");
  });
});

describe("a tile of the lanes", () => {
  const data = {
    state: { name: "Armenia", names: { KAZ: { name: "Kazakhstan" } } },
    scale: [{ code: "NEU", label: "neutral", ordinal: 0 }],
  } as unknown as MemberPage;
  const row = { other: "KAZ" } as ReadingRow;
  const tile: Tile = { year: 2016, code: "NEU", other: "KAZ", second: "", contested: false, rows: [row], lane: 0 };

  it("says who stood how toward whom", () => {
    expect(formatTile(tile, "took", data)).toBe("Armenia toward Kazakhstan: neutral, 2016, 1 event");
    expect(formatTile(tile, "toward", data)).toBe("Kazakhstan toward Armenia: neutral, 2016, 1 event");
  });
  it("counts events where it stands for many, and says that sources disagree", () => {
    expect(formatTile({ ...tile, other: "", contested: true, rows: [row, row] }, "took", data)).toBe(
      "neutral, sources disagree, 2016, 2 events",
    );
  });
  it("gives the code of a stance without a label", () => {
    expect(formatTile({ ...tile, other: "", code: "NOM" }, "took", data)).toBe("NOM, 2016, 1 event");
  });
});

describe("a sample of a stance", () => {
  it("is filled with the pattern of its stance, where it has one", () => {
    const fillOf = (code: string) => makeSample(makePagePalette(), makePatternHolder(), code).querySelector("rect")?.style.fill ?? "";
    expect(fillOf("SIL")).toContain("url(");
    expect(fillOf("OPP")).not.toContain("url(");
    expect(fillOf("OPP")).not.toBe("");
  });
});
