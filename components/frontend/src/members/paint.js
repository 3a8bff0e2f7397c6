// @ts-check
/**
 * Colours and tiles of the palette for charts in the page: both themes in one value, so that a change
 * of theme needs no new drawing. An SVG fill cannot hold a pattern over a colour, hence the tiles.
 */
import { makeSvg } from "../map/dom.js";

const PREFIX = "member-tile";

/** @param {any} palette */
export function createPaint(palette) {
  const defs = makeSvg("defs");
  const holder = makeSvg("svg", { width: 0, height: 0, class: "tiles", "aria-hidden": "true" }, defs);
  /** @type {Set<string>} */
  const made = new Set();

  /** @param {(colours: any) => string} pick */
  const both = (pick) => `light-dark(${pick(palette.light)}, ${pick(palette.dark)})`;

  /** @param {string} id @param {string} pattern @param {string} ground @param {string} mark */
  function tile(id, pattern, ground, mark) {
    const shape = palette.patterns[pattern];
    if (!shape?.size) return ground;
    if (!made.has(id)) {
      made.add(id);
      const path = makeSvg("path", { d: shape.path, "stroke-width": shape.stroke_width });
      dress(path, { fill: shape.paint === "fill" ? mark : "none", stroke: shape.paint === "stroke" ? mark : "none" });
      const back = dress(makeSvg("rect", { width: shape.size, height: shape.size }), { fill: ground });
      defs.append(makeSvg("pattern", { id: `${PREFIX}-${id}`, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" }, back, path));
    }
    return `url(#${PREFIX}-${id})`;
  }

  return {
    holder,
    both,
    /** The plain colour under a stance's pattern. @param {string} code */
    ground: (code) => both((colours) => colours.stance[code].fill),
    /** Text on it. @param {string} code */
    ink: (code) => both((colours) => colours.stance[code].ink),
    /** The map's paint of a stance: a colour or a tile. @param {string} code */
    stance: (code) =>
      tile(`stance-${code}`, palette.light.stance[code].pattern, both((colours) => colours.stance[code].fill), both((colours) => colours.stance[code].pattern_colour || colours.stance[code].ink)),
    /** Whether a stance is told by its contour. @param {string} code */
    outlined: (code) => palette.light.stance[code].pattern === "outline",
    /** @param {string} code */
    patterned: (code) => Boolean(palette.patterns[palette.light.stance[code].pattern]?.size),
    /** The map's paint of a zone status. @param {string} status */
    zone: (status) =>
      tile(`zone-${status}`, palette.light.zone[status].pattern, both((colours) => colours.zone[status].fill), both((colours) => colours.zone[status].line)),
  };
}

/** A small sample of a stance's paint. @param {ReturnType<typeof createPaint>} paint @param {string} code */
export function makeSample(paint, code) {
  const box = dress(makeSvg("rect", { x: 1, y: 1, width: 16, height: 11, rx: 1.5 }), { fill: paint.stance(code), stroke: paint.outlined(code) ? paint.ink(code) : "var(--muted)" });
  box.setAttribute("stroke-width", paint.outlined(code) ? "2" : "0.6");
  return makeSvg("svg", { width: 18, height: 13, class: "sample", "aria-hidden": "true" }, box);
}

/** Set styles that a presentation attribute cannot hold. @template {Element} T @param {T} element @param {Record<string, string>} styles @returns {T} */
export function dress(element, styles) {
  const { style } = /** @type {any} */ (element);
  for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
  return element;
}
