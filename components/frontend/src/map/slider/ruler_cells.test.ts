import { afterEach, describe, expect, it } from "vitest";
import { useCatalogue } from "../../i18n/gettext.ts";
import { layRuler } from "./ruler_cells.ts";
import { numberOf } from "../../core/iso_day.ts";
import { createAxis } from "./time_axis.ts";

const axis = createAxis(1991, 2026, "2026-11-30");
const part = (from: string, to: string) => ({ from: numberOf(from), to: numberOf(to) });
const named = (cells: { text: string }[]) => cells.map(({ text }) => text).filter(Boolean);

afterEach(() => useCatalogue({ language: "en", messages: {} }));

describe("the ruler", () => {
  it("of all years names every fifth, and the first where there is room", () => {
    expect(named(layRuler(axis, axis, 1100 / 13149).cells)).toEqual(["1991", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]);
    expect(named(layRuler(axis, axis, 200 / 13149).cells)).toEqual(["1991", "2000", "2010", "2020"]);
    expect(named(layRuler(axis, axis, 138 / 13149).cells)).toEqual(["2000", "2010", "2020"]);
  });
  it("of a few years names each", () => {
    expect(named(layRuler(axis, part("2018-05-01", "2021-02-01"), 0.3).cells)).toEqual(["2018", "2019", "2020", "2021"]);
  });
  it("of a year names its months, and the year once", () => {
    const { cells, contexts } = layRuler(axis, part("2020-01-01", "2021-01-01"), 3);
    expect(named(cells)).toHaveLength(12);
    expect(cells[1].text).toBe("Feb");
    expect(contexts.map(({ text }) => text)).toEqual(["2020"]);
    expect(named(layRuler(axis, part("2020-01-01", "2021-01-01"), 0.6).cells)).toHaveLength(4);
  });
  it("of an autumn names days and their months, in the language spoken", () => {
    const autumn = part("2020-09-28", "2020-11-03");
    expect(named(layRuler(axis, autumn, 6).cells)).toEqual(["1", "5", "10", "15", "20", "25", "1"]);
    expect(layRuler(axis, autumn, 6).contexts.map(({ text }) => text)).toEqual(["September 2020", "October 2020", "November 2020"]);
    expect(named(layRuler(axis, autumn, 30).cells)).toHaveLength(36);
    useCatalogue({ language: "ru", messages: {} });
    expect(layRuler(axis, autumn, 6).contexts[1].text).toBe("октябрь 2020");
  });
  it("is without gaps and does not leave the axis, at any zoom", () => {
    for (let pixels = 0.015; pixels < 60; pixels *= 1.3) {
      const { cells, areDays } = layRuler(axis, { from: axis.to - 900 / pixels, to: axis.to + 900 }, pixels);
      expect(areDays).toBe(pixels >= 4.5);
      expect(cells.every(({ from, to }) => from >= axis.from && to <= axis.to && from < to)).toBe(true);
      if (areDays) continue;
      cells.slice(1).forEach((cell, place) => expect(cell.from).toBe(cells[place].to));
      expect(cells.at(-1)?.to).toBe(axis.to);
    }
  });
});
