import { expect, test } from "vitest";
import { hasAmountCommas, hasDecimalCommas, parseCoordinate, parseNumber } from "./number_parsing.ts";

test.each([
  ["1234", false, 1234],
  ["1,234", false, 1234],
  ["1,234,567.5", false, 1234567.5],
  ["1 234,5", true, 1234.5],
  ["1.234,5", true, 1234.5],
  ["\u22123", false, -3],
  ["1e3", false, 1000],
  ["12,5", false, NaN],
  ["=1+1", false, NaN],
  ["Infinity", false, NaN],
  ["0x10", false, NaN],
  ["", false, NaN],
])("%j with decimal commas %j is %d", (text, hasComma, value) => {
  expect(parseNumber(text, hasComma)).toBe(value);
});

test.each([
  ["44,5", true, 44.5],
  ["44.5 N", false, 44.5],
  ["70.25 W", false, -70.25],
  ["40\u00b0 30' 36\" N", false, 40.51],
  ["40\u00b030\u2032", false, 40.5],
  ["40\u00b075'", false, NaN],
  ["north", false, NaN],
])("the coordinate %j is %d", (text, hasComma, value) => {
  const found = parseCoordinate(text, hasComma);
  if (Number.isNaN(value)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(value, 9);
});

test("decimal commas are those of a whole column", () => {
  expect(hasDecimalCommas(["44,5", "45"])).toBe(true);
  expect(hasDecimalCommas(["44,5", "45.5"])).toBe(false);
  expect(hasDecimalCommas(["44", "45"])).toBe(false);
  expect(hasAmountCommas(["1,234"])).toBe(false);
  expect(hasAmountCommas(["1,5"])).toBe(true);
});
