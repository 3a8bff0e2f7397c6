/** Tiles of patterns: a mask for HTML, a `pattern` for SVG, whose fills hold no pattern over a colour. */
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

/** Holds the tiles of fills; it must be in the document. */
export const makePatternHolder = () => svgEl("svg", { width: 0, height: 0, "aria-hidden": "true", class: "tiles" });

/**
 * A value of `fill`: a colour, or a tile of its own.
 * @param patterns a holder, to which the tile is added when it is first asked for
 */
export function fillWith(patterns: Element, { id, fill, mark, pattern }: PatternedFill) {
  if (!pattern) return fill;
  if (!patterns.querySelector(`#${id}`)) {
    const tile = { width: pattern.size, height: pattern.size };
    const ground = svgEl("rect", { ...tile, fill });
    const path = svgEl("path", describePath(pattern, mark));
    patterns.append(svgEl("pattern", { id, ...tile, patternUnits: "userSpaceOnUse" }, ground, path));
  }
  return `url(#${id})`;
}
