/**
 * Colours and tiles of the palette for charts in the page: both themes in one value, so that a change
 * of theme needs no new drawing. An SVG fill cannot hold a pattern over a colour, hence the tiles.
 */
import { svgEl } from "../ui/dom.ts";
import type { Colours, Palette } from "../core/palette.ts";

const PREFIX = "member-tile";

export function createPaint(palette: Palette) {
  const defs = svgEl("defs");
  const holder = svgEl("svg", { width: 0, height: 0, class: "tiles", "aria-hidden": "true" }, defs);
  const made: Set<string> = new Set();

  const both = (pick: (colours: Colours) => string) => `light-dark(${pick(palette.light)}, ${pick(palette.dark)})`;

  function tile(id: string, pattern: string, ground: string, mark: string) {
    const shape = palette.patterns[pattern];
    if (!shape?.size) return ground;
    if (!made.has(id)) {
      made.add(id);
      const path = svgEl("path", { d: shape.path, "stroke-width": shape.stroke_width });
      setStyles(path, { fill: shape.paint === "fill" ? mark : "none", stroke: shape.paint === "stroke" ? mark : "none" });
      const back = setStyles(svgEl("rect", { width: shape.size, height: shape.size }), { fill: ground });
      defs.append(
        svgEl("pattern", { id: `${PREFIX}-${id}`, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" }, back, path),
      );
    }
    return `url(#${PREFIX}-${id})`;
  }

  return {
    holder,
    both,
    /** The plain colour under a stance's pattern. */
    ground: (code: string) => both((colours) => colours.stance[code].fill),
    /** Text on it. */
    ink: (code: string) => both((colours) => colours.stance[code].ink),
    /** The map's paint of a stance: a colour or a tile. */
    stance: (code: string) =>
      tile(
        `stance-${code}`,
        palette.light.stance[code].pattern,
        both((colours) => colours.stance[code].fill),
        both((colours) => colours.stance[code].pattern_colour || colours.stance[code].ink),
      ),
    /** Whether a stance is told by its contour. */
    outlined: (code: string) => palette.light.stance[code].pattern === "outline",
    patterned: (code: string) => Boolean(palette.patterns[palette.light.stance[code].pattern]?.size),
    /** The map's paint of a zone status. */
    zone: (status: string) =>
      tile(
        `zone-${status}`,
        palette.light.zone[status].pattern,
        both((colours) => colours.zone[status].fill),
        both((colours) => colours.zone[status].line),
      ),
  };
}

export type PagePaint = ReturnType<typeof createPaint>;

/** A small sample of a stance's paint. */
export function makeSample(paint: PagePaint, code: string) {
  const box = setStyles(svgEl("rect", { x: 1, y: 1, width: 16, height: 11, rx: 1.5 }), {
    fill: paint.stance(code),
    stroke: paint.outlined(code) ? paint.ink(code) : "var(--muted)",
  });
  box.setAttribute("stroke-width", paint.outlined(code) ? "2" : "0.6");
  return svgEl("svg", { width: 18, height: 13, class: "sample", "aria-hidden": "true" }, box);
}

/** Set styles that a presentation attribute cannot hold. */
export function setStyles<T extends Element & ElementCSSInlineStyle>(element: T, styles: Record<string, string>): T {
  const { style } = element;
  for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
  return element;
}
