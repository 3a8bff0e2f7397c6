// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makePalette } from "../testing/atlas.ts";
import { bothThemes, makeChip, paintStance } from "./stance_paint.ts";
import type { Paints } from "./stance_paint.ts";

const tile = { size: 6, path: "M1 1h2", paint: "fill", stroke_width: 0 };
const PAINTS: Paints = {
  SIL: { fill: ["#aaa", "#bbb"], ink: ["#000", "#fff"], mark: ["#111", "#222"], pattern: "dots", tile },
  OPP: { fill: ["#c00", "#d00"], ink: ["#000", "#fff"], mark: ["", ""], pattern: "outline", tile: null },
  contested: {
    fill: ["", ""],
    ink: ["", ""],
    mark: ["#333", "#444"],
    pattern: "stripe",
    tile: { ...tile, path: "M0 6L6 0", paint: "stroke", stroke_width: 2 },
  },
};
const paint = (code: string, other?: string) => paintStance(document.createElement("span"), code, PAINTS, other);

describe("paintStance", () => {
  it("gives a colour for each theme", () => {
    expect(bothThemes(["#aaa", "#bbb"])).toBe("light-dark(#aaa, #bbb)");
    expect(paint("SIL").style.getPropertyValue("--fill")).toBe("light-dark(#aaa, #bbb)");
    expect(paint("SIL").dataset.code).toBe("SIL");
  });
  it("marks what is tiled and what is told by its contour", () => {
    expect([...paint("SIL").classList]).toEqual(["tiled"]);
    expect([...paint("OPP").classList]).toEqual(["outlined"]);
  });
  it("leaves out a colour that the palette has not", () => {
    expect(paint("OPP").style.getPropertyValue("--mark")).toBe("");
  });
  it("draws a contested stance as stripes of the other stance", () => {
    const element = paint("SIL", "OPP");
    expect(element.style.getPropertyValue("--mark")).toBe("light-dark(#c00, #d00)");
    expect(decodeURIComponent(element.style.getPropertyValue("--tile"))).toContain('fill="none" stroke="#000" stroke-width="2"');
  });
  it("draws one contested within its reading in the colour of stripes", () => {
    expect(paint("SIL", "SIL").style.getPropertyValue("--mark")).toBe("light-dark(#333, #444)");
  });
  it("leaves an element without paint for an unknown code", () => {
    expect(paint("XXX").getAttribute("style")).toBeNull();
  });
  it("needs no palette of the map", () => {
    expect(Object.keys(makePalette().light.stance)).toContain("SIL");
    expect(paint("SIL").style.getPropertyValue("--tile")).toMatch(/^url\("data:image\/svg\+xml,/);
  });
});

describe("makeChip", () => {
  it("is painted by its code and says its label", () => {
    const chip = makeChip({ code: "SIL", label: "silent" }, PAINTS);
    expect([chip.textContent, chip.dataset.code, chip.className]).toEqual(["silent", "SIL", "chip tiled"]);
  });
  it("finds the other reading among the stances", () => {
    const chip = makeChip({ code: "SIL", label: "silent", contested: true, readings: [{ code: "SIL" }, { code: "OPP" }] }, PAINTS);
    expect(chip.style.getPropertyValue("--mark")).toBe("light-dark(#c00, #d00)");
  });
});
