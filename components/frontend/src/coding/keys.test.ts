import { describe, expect, it } from "vitest";
import { CERTAINTY_KEYS, MODE_KEYS, readStroke, STANCE_KEYS, UNREAD_KEY } from "./keys.ts";

const CODES = [
  ...(["MAT", "DIP", "TEP", "NEU", "LEAN", "OPP", "HOS"] as const).map((code, at) => ({ code, ordinal: 3 - at })),
  ...["SIL", "PTY", "ND"].map((code) => ({ code, ordinal: null })),
];
const stroke = (key: string, code: string, shiftKey = false) => ({ key, code, shiftKey });

describe("keys", () => {
  it("give codes of the scale, below 0 by minus or Shift", () => {
    expect(readStroke(stroke("3", "Digit3"), CODES, false)).toEqual({ field: "stance", code: "MAT" });
    expect(readStroke(stroke("0", "Numpad0"), CODES, true)).toEqual({ field: "stance", code: "NEU" });
    expect(readStroke(stroke("-", "Minus"), CODES, false)).toBe("-");
    expect(readStroke(stroke("2", "Digit2"), CODES, true)).toEqual({ field: "stance", code: "OPP" });
    expect(readStroke(stroke("#", "Digit3", true), CODES, false)).toEqual({ field: "stance", code: "HOS" });
    expect(readStroke(stroke("4", "Digit4"), CODES, false)).toBeNull();
  });

  it("are those of the layout, and in another alphabet those of the place", () => {
    expect(readStroke(stroke("т", "KeyN"), CODES, false)).toEqual({ field: "stance", code: "SIL" });
    // Where N is on a Dvorak keyboard.
    expect(readStroke(stroke("n", "KeyL"), CODES, false)).toEqual({ field: "stance", code: "SIL" });
    expect(readStroke(stroke("Tab", "Tab"), CODES, false)).toBeNull();
  });

  it("stand for one thing each", () => {
    const keys = [STANCE_KEYS, CERTAINTY_KEYS, MODE_KEYS].flatMap((each) => Object.values(each));
    expect(new Set([...keys, UNREAD_KEY, "-"]).size).toBe(keys.length + 2);
  });
});
