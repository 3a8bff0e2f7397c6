// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { fillWith, makeGapImage, makeMask, makePatternHolder } from "./svg_pattern.ts";

const dots = { size: 6, path: "M1 1h2", paint: "fill", stroke_width: 0 };
const stripe = { size: 8, path: "M0 8L8 0", paint: "stroke", stroke_width: 2 };

describe("a mask", () => {
  const read = (pattern: typeof dots) => decodeURIComponent(makeMask(pattern));
  it("is a tile of the pattern's size, drawn as filled or as lines", () => {
    expect(read(dots)).toContain('width="6" height="6"');
    expect(read(dots)).toContain('d="M1 1h2" fill="#000" stroke="none"');
    expect(read(stripe)).toContain('d="M0 8L8 0" fill="none" stroke="#000" stroke-width="2"');
  });
  it("is an image that a style may hold", () => {
    expect(makeMask(dots)).toMatch(/^url\("data:image\/svg\+xml,[^"<>]+"\)$/);
  });
});

describe("gaps as an image", () => {
  it("are bands with a line in the middle of each, as wide as on the map", () => {
    const image = makeGapImage({ pattern: { size: 6, path: "M0 3H6", paint: "stroke", stroke_width: 2 }, colour: "land", line: "ink" });
    expect(image).toBe(
      "repeating-linear-gradient(transparent 0 2px, land 2px 2.5px, ink 2.5px 3.5px, land 3.5px 4px, transparent 4px 6px)",
    );
  });
});

describe("a fill", () => {
  const paint = { id: "dotted", fill: "red", mark: "blue", pattern: dots };
  it("without a pattern is its colour", () => {
    const patterns = makePatternHolder();
    expect(fillWith(patterns, { ...paint, pattern: undefined })).toBe("red");
    expect(patterns.children).toHaveLength(0);
  });
  it("with a pattern is a tile, made once", () => {
    const patterns = makePatternHolder();
    expect([1, 2].map(() => fillWith(patterns, paint))).toEqual(["url(#dotted)", "url(#dotted)"]);
    expect(patterns.querySelectorAll("pattern")).toHaveLength(1);
  });
  it("has the colour below and the pattern above", () => {
    const patterns = makePatternHolder();
    fillWith(patterns, paint);
    fillWith(patterns, { ...paint, id: "striped", pattern: stripe });
    const read = (id: string, part: string, name: string) => patterns.querySelector(`#${id} ${part}`)?.getAttribute(name);
    expect(read("dotted", "rect", "fill")).toBe("red");
    expect([read("dotted", "path", "fill"), read("dotted", "path", "stroke")]).toEqual(["blue", "none"]);
    expect([read("striped", "path", "fill"), read("striped", "path", "stroke")]).toEqual(["none", "blue"]);
  });
  it("on weak evidence is broken by lines, over colour and pattern alike", () => {
    const patterns = makePatternHolder();
    const gaps = { pattern: { size: 6, path: "M0 3H6", paint: "stroke", stroke_width: 2 }, colour: "land", line: "ink" };
    expect(fillWith(patterns, { ...paint, id: "plain", pattern: undefined, gaps })).toBe("url(#plain)");
    expect(fillWith(patterns, { ...paint, id: "both", pattern: stripe, gaps })).toBe("url(#both)");
    const ground = (id: string) => patterns.querySelector(`#${id} rect`)?.getAttribute("fill");
    expect([ground("plain"), ground("both")]).toEqual(["red", "url(#both-whole)"]);
    // 24 is the first side into which tiles of 8 and of 6 both fit whole.
    expect(patterns.querySelector("#both")?.getAttribute("width")).toBe("24");
    const lines = [...patterns.querySelectorAll("#both path")].map((line) => line.getAttribute("d"));
    expect(lines.filter((_line, at) => at % 2 === 0)).toEqual(["M0 3H24", "M0 9H24", "M0 15H24", "M0 21H24"]);
    expect(lines.filter((_line, at) => at % 2)).toEqual(["M0 3H24", "M0 9H24", "M0 15H24", "M0 21H24"]);
    const drawn = [...patterns.querySelectorAll("#plain path")].map((line) => [
      line.getAttribute("stroke"),
      line.getAttribute("stroke-width"),
    ]);
    expect(drawn).toEqual([
      ["land", "2"],
      ["ink", "1"],
    ]);
  });
  it("is made anew once its holder was emptied", () => {
    const patterns = makePatternHolder();
    fillWith(patterns, paint);
    patterns.replaceChildren();
    fillWith(patterns, { ...paint, fill: "black" });
    expect([...patterns.querySelectorAll("rect")].map((ground) => ground.getAttribute("fill"))).toEqual(["black"]);
  });
});
