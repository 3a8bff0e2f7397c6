import { afterEach, describe, expect, it } from "vitest";
import { speakEnglish, speakRussian } from "../testing/atlas.ts";
import { pick } from "./localize.ts";
import { capitalise, joinChoices, joinNames, formatNumber, formatSigned } from "./number_format.ts";

afterEach(speakEnglish);

describe("numbers", () => {
  it("groups thousands and keeps the decimals asked for", () => {
    expect(formatNumber(1234)).toBe("1,234");
    expect(formatNumber(0.456, 1)).toBe("0.5");
    expect(formatNumber(2, 2)).toBe("2.00");
  });
  it("uses the decimal comma of Russian", () => {
    speakRussian();
    expect(formatNumber(0.5, 1)).toBe("0,5");
  });
  it("writes a true minus", () => {
    expect(formatNumber(-3)).toBe("−3");
  });
  it("gives a number its sign", () => {
    expect([0.31, -1, 2].map((number) => formatSigned(number))).toEqual(["+0.3", "−1.0", "+2.0"]);
  });
  it("rounds a half to the even neighbour, as Python does", () => {
    expect([0.25, -1.25, 0.75, 0.35, 2.5].map((number) => formatSigned(number))).toEqual(["+0.2", "−1.2", "+0.8", "+0.3", "+2.5"]);
    expect(formatSigned(2.5, 0)).toBe("+2");
  });
  it("gives no sign to what is written as zero", () => {
    expect([0, 0.04, -0.04].map((number) => formatSigned(number))).toEqual(["0.0", "0.0", "0.0"]);
    expect(formatSigned(-0.004, 2)).toBe("0.00");
  });
});

describe("lists and words", () => {
  it("lists names as a sentence does", () => {
    expect(joinNames(["a", "b", "c"])).toBe("a, b and c");
    speakRussian();
    expect(joinNames(["а", "б", "в"])).toBe("а, б и в");
  });
  it("lists what is to be chosen from", () => {
    expect(joinChoices(["a", "b"])).toBe("a or b");
    speakRussian();
    expect(joinChoices(["а", "б"])).toBe("а или б");
  });
  it("begins with a capital and leaves the rest", () => {
    expect(capitalise("UN vote")).toBe("UN vote");
    expect(capitalise("кризис ООН")).toBe("Кризис ООН");
    expect(capitalise("")).toBe("");
  });
});

describe("pick", () => {
  const row = { label_en: "silent", label_ru: "молчание", note_en: "a note" };
  it("takes the column of the language", () => {
    expect(pick(row, "label")).toBe("silent");
    speakRussian();
    expect(pick(row, "label")).toBe("молчание");
  });
  it("takes the English where there is no other", () => {
    speakRussian();
    expect(pick(row, "note")).toBe("a note");
  });
  it("takes a column without languages, else nothing", () => {
    expect(pick({ name: "Osh" }, "name")).toBe("Osh");
    expect(pick(row, "missing")).toBe("");
  });
});
