// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makePagePalette } from "../testing/atlas.ts";
import { findOther, makeChip, paintStance, readMembership, readStance, readZone } from "./stance_paint.ts";

const PALETTE = makePagePalette();

describe("the paint", () => {
  it("of a plain stance is its colour", () => {
    expect(readStance(PALETTE, "NEU")).toMatchObject({ fill: "both-neu", mark: "", pattern: undefined });
  });
  it("of a patterned stance has a tile and its colour", () => {
    expect(readStance(PALETTE, "SIL")).toMatchObject({ fill: "both-sil", mark: "both-sil-mark", pattern: PALETTE.patterns.dots });
  });
  it("of a contested stance has stripes in the colour of the other", () => {
    expect(readStance(PALETTE, "SIL", "OPP")).toMatchObject({ fill: "both-sil", mark: "both-opp", pattern: PALETTE.patterns.stripe });
  });
  it("of one contested within its reading has the colour of stripes", () => {
    expect(readStance(PALETTE, "SIL", "SIL").mark).toBe("both-contested-mark");
  });
  it("on weak evidence has gaps over whatever it was", () => {
    for (const paint of [readStance(PALETTE, "NEU", undefined, true), readStance(PALETTE, "SIL", "OPP", true)]) {
      expect(paint.gaps).toEqual({ pattern: PALETTE.patterns.gaps, colour: "both-weak-mark", line: "both-weak" });
    }
    expect(readStance(PALETTE, "NEU").gaps).toBeUndefined();
    expect(readStance(PALETTE, "NEU", undefined, true).id).not.toBe(readStance(PALETTE, "NEU").id);
  });
  it("of a membership has its pattern in a colour of its own", () => {
    const style = { fill: "f", pattern: "dots", pattern_colour: "p", line: "l", line_width: 1, dash: "", label: "frozen" };
    const paint = readMembership({ ...PALETTE, membership: { frozen: style } }, "frozen");
    expect(paint).toMatchObject({ fill: "f", mark: "p", pattern: PALETTE.patterns.dots });
  });
  it("knows what has a pattern", () => {
    const codes = ["SIL", "OPP", "NEU"];
    expect(codes.map((code) => Boolean(readStance(PALETTE, code).pattern))).toEqual([true, false, false]);
  });
  it("of a zone has the pattern in the colour of its line", () => {
    expect(readZone(PALETTE, "held")).toMatchObject({ fill: "both-held", mark: "both-line", pattern: PALETTE.patterns.dots });
  });
  it("has a name of its own for each zone, stance and pair of stances", () => {
    const paints = [readZone(PALETTE, "held"), ...[undefined, "NEU", "OPP"].map((other) => readStance(PALETTE, "NEU", other))];
    expect(paints.map(({ id }) => id)).toEqual(["zone-held", "stance-NEU", "stance-NEU-NEU", "stance-NEU-OPP"]);
  });
});

describe("the other reading", () => {
  const readings = [{ code: "SIL" }, { code: "OPP" }];
  it("is the first that is not shown", () => {
    expect(findOther({ code: "SIL", contested: true, readings })).toBe("OPP");
    expect(findOther({ code: "OPP", contested: true, readings })).toBe("SIL");
  });
  it("is the one shown where sources differ within it, and none where they agree", () => {
    expect(findOther({ code: "SIL", contested: true, readings: [] })).toBe("SIL");
    expect(findOther({ code: "SIL", contested: false, readings: [] })).toBeUndefined();
  });
});

describe("paintStance", () => {
  const paint = (code: string, other?: string) => paintStance(document.createElement("span"), code, PALETTE, other);
  const read = (name: string, code: string, other?: string) => paint(code, other).style.getPropertyValue(name);

  it("gives the colours of its fill and its text", () => {
    expect(read("--fill", "SIL")).toBe("both-sil");
    expect(read("--ink-on", "SIL")).toBe("both-sil-ink");
    expect(paint("SIL").dataset.code).toBe("SIL");
  });
  it("marks what is tiled", () => {
    expect([...paint("SIL").classList]).toEqual(["tiled"]);
    expect([...paint("OPP").classList]).toEqual([]);
    expect("contested" in paint("SIL").dataset).toBe(false);
  });
  it("masks the colour of a pattern with its tile", () => {
    expect(read("--tile", "SIL")).toMatch(/^url\("data:image\/svg\+xml,/);
    expect(read("--mark", "SIL")).toBe("both-sil-mark");
  });
  it("leaves out what the palette has not", () => {
    expect([read("--mark", "NEU"), read("--tile", "NEU")]).toEqual(["", ""]);
  });
  it("draws a contested stance as stripes of the other stance", () => {
    expect(read("--mark", "SIL", "OPP")).toBe("both-opp");
    expect(decodeURIComponent(read("--tile", "SIL", "OPP"))).toContain('fill="none" stroke="#000" stroke-width="2"');
    expect("contested" in paint("SIL", "OPP").dataset).toBe(true);
  });
  it("draws one contested within its reading in the colour of stripes", () => {
    expect(read("--mark", "SIL", "SIL")).toBe("both-contested-mark");
  });
  it("leaves an element without paint for an unknown code", () => {
    expect(paint("XXX").getAttribute("style")).toBeNull();
  });
  it("leaves nothing of the stance it showed before", () => {
    const element = paintStance(paint("SIL", "OPP"), "NEU", PALETTE);
    expect([[...element.classList], "contested" in element.dataset]).toEqual([[], false]);
    expect(element.style.getPropertyValue("--tile")).toBe("");
  });
});

describe("makeChip", () => {
  it("is painted by its code and says its label", () => {
    const chip = makeChip({ code: "SIL", label: "silent" }, PALETTE);
    expect([chip.textContent, chip.dataset.code, chip.className]).toEqual(["silent", "SIL", "chip tiled"]);
  });
  it("finds the other reading among the stances", () => {
    const chip = makeChip({ code: "SIL", label: "silent", contested: true, readings: [{ code: "SIL" }, { code: "OPP" }] }, PALETTE);
    expect(chip.style.getPropertyValue("--mark")).toBe("both-opp");
  });
});
