/**
 * The paint of stances for cells and arcs. Colours hold both themes; a pattern is a mask over its
 * colour, so that a change of theme needs no new drawing.
 */
import { svgEl } from "../ui/dom.ts";
import type { Colours, Palette, Pattern } from "../core/palette.ts";

export const both = (palette: Palette, pick: (colours: Colours) => string) => `light-dark(${pick(palette.light)}, ${pick(palette.dark)})`;

/** Write the paint of every stance into custom properties of an element: fill, pattern, ink, tile. */
export function setPaletteProperties(host: HTMLElement, palette: Palette) {
  for (const code of Object.keys(palette.light.stance)) {
    host.style.setProperty(
      `--fill-${code}`,
      both(palette, ({ stance }) => stance[code].fill),
    );
    host.style.setProperty(
      `--ink-${code}`,
      both(palette, ({ stance }) => stance[code].ink),
    );
    host.style.setProperty(
      `--line-${code}`,
      both(palette, ({ stance }) => stance[code].pattern_colour || stance[code].ink),
    );
    host.style.setProperty(`--tile-${code}`, makeTile(palette.patterns[palette.light.stance[code].pattern]));
  }
  host.style.setProperty("--tile-contested", makeTile(palette.patterns.stripe));
}

/** A pattern as a mask image. */
function makeTile(shape: Pattern | undefined) {
  if (!shape?.size) return "none";
  const path = svgEl("path", {
    d: shape.path,
    fill: shape.paint === "fill" ? "#000" : "none",
    stroke: shape.paint === "stroke" ? "#000" : "none",
    "stroke-width": shape.stroke_width,
  });
  const tile = svgEl("svg", { width: shape.size, height: shape.size, viewBox: `0 0 ${shape.size} ${shape.size}` }, path);
  return `url("data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(tile))}")`;
}

/**
 * Paint an element of class `paint` as a stance.
 * @param other the other reading of a contested one
 */
export function paintElement(element: HTMLElement, code: string, other?: string) {
  element.classList.add("paint");
  element.dataset.code = code;
  element.style.setProperty("--fill", `var(--fill-${code})`);
  element.style.setProperty("--ink-on", `var(--ink-${code})`);
  element.style.setProperty("--line", other ? `var(--fill-${other})` : `var(--line-${code})`);
  element.style.setProperty("--tile", other ? "var(--tile-contested)" : `var(--tile-${code})`);
  if (other) element.dataset.contested = "";
  return element;
}

/** Tiles that charts of the page fill with, as `cohesion-sil`. */
export function makeTiles(palette: Palette, codes: string[]) {
  const tiles = codes.map((code) => {
    const shape = palette.patterns[palette.light.stance[code].pattern];
    if (!shape) throw new Error(`${code} has no pattern`);
    const ground = svgEl("rect", { width: shape.size, height: shape.size });
    ground.style.fill = both(palette, ({ stance }) => stance[code].fill);
    const mark = svgEl("path", { d: shape.path, "stroke-width": shape.stroke_width });
    const line = both(palette, ({ stance }) => stance[code].pattern_colour);
    mark.style.fill = shape.paint === "fill" ? line : "none";
    mark.style.stroke = shape.paint === "stroke" ? line : "none";
    return svgEl(
      "pattern",
      { id: `cohesion-${code.toLowerCase()}`, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" },
      ground,
      mark,
    );
  });
  return svgEl("svg", { width: 0, height: 0, class: "tiles", "aria-hidden": "true" }, svgEl("defs", {}, ...tiles));
}
