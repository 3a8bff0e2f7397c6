/** Tiles of patterns: a mask for HTML, a `pattern` for SVG, whose fills hold no pattern over a colour. */
import { line_widths as widths } from "../../../core/palette/drawing.json";
import { svgEl } from "./dom.ts";
import type { Pattern } from "../core/palette.ts";

/** A fill with a pattern over it, if it has one. */
export interface PatternedFill {
  /** what its tile is called in the document */
  id: string;
  fill: string;
  pattern: Pattern | undefined;
  /** the colour of the pattern */
  mark: string;
  /** a second pattern, which breaks fill and pattern */
  gaps?: Gaps | undefined;
}

/** Level bands that break a fill, with a line in each: one of the two contrasts with whatever they break. */
export interface Gaps {
  pattern: Pattern;
  colour: string;
  line: string;
}

const masks: WeakMap<Pattern, string> = new WeakMap();

const describePath = (pattern: Pattern, colour: string) => ({
  d: pattern.path,
  fill: "none",
  stroke: "none",
  "stroke-width": pattern.stroke_width,
  [pattern.paint]: colour,
});

/** A pattern as a CSS image, to mask a colour with. */
export function makeMask(pattern: Pattern) {
  let mask = masks.get(pattern);
  if (!mask) {
    const { size } = pattern;
    const tile = svgEl("svg", { width: size, height: size }, svgEl("path", describePath(pattern, "#000")));
    mask = `url("data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(tile))}")`;
    masks.set(pattern, mask);
  }
  return mask;
}

/** Gaps as a CSS image, to lie over a colour. */
export function makeGapImage({ pattern: { size, stroke_width }, colour, line }: Gaps) {
  const [band, thread] = [(size - stroke_width) / 2, (size - widths.gap) / 2];
  const stops = [
    `transparent 0 ${band}px`,
    `${colour} ${band}px ${thread}px`,
    `${line} ${thread}px ${size - thread}px`,
    `${colour} ${size - thread}px ${size - band}px`,
    `transparent ${size - band}px ${size}px`,
  ];
  return `repeating-linear-gradient(${stops.join(", ")})`;
}

/** Holds the tiles of fills; it must be in the document. */
export const makePatternHolder = () => svgEl("svg", { width: 0, height: 0, "aria-hidden": "true", class: "tiles" });

/**
 * A value of `fill`: a colour, or a tile of its own.
 * @param patterns a holder, to which the tile is added when it is first asked for
 */
export function fillWith(patterns: Element, { id, fill, mark, pattern, gaps }: PatternedFill): string {
  if (gaps) return breakFill(patterns, { id, fill, mark, pattern }, gaps);
  if (!pattern) return fill;
  if (!patterns.querySelector(`#${id}`)) {
    const tile = { width: pattern.size, height: pattern.size };
    const ground = svgEl("rect", { ...tile, fill });
    const path = svgEl("path", describePath(pattern, mark));
    patterns.append(svgEl("pattern", { id, ...tile, patternUnits: "userSpaceOnUse" }, ground, path));
  }
  return `url(#${id})`;
}

/** A fill, tiled or not, with gaps: a tile in which both tiles fit whole times. */
function breakFill(patterns: Element, whole: PatternedFill, { pattern: { size, stroke_width }, colour, line }: Gaps) {
  const side = whole.pattern ? (whole.pattern.size * size) / divide(whole.pattern.size, size) : size;
  if (!patterns.querySelector(`#${whole.id}`)) {
    const ground = fillWith(patterns, { ...whole, id: `${whole.id}-whole` });
    const tile = { width: side, height: side };
    const rows = Array.from({ length: side / size }, (_row, at) => `M0 ${(at + 0.5) * size}H${side}`).flatMap((d) => [
      svgEl("path", { d, stroke: colour, "stroke-width": stroke_width }),
      svgEl("path", { d, stroke: line, "stroke-width": widths.gap }),
    ]);
    patterns.append(
      svgEl("pattern", { id: whole.id, ...tile, patternUnits: "userSpaceOnUse" }, svgEl("rect", { ...tile, fill: ground }), ...rows),
    );
  }
  return `url(#${whole.id})`;
}

/** The largest number that divides both. */
const divide = (one: number, other: number): number => (other ? divide(other, one % other) : one);
