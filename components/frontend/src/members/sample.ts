/** Small samples of a stance's paint: with its pattern, and as a ground of its label. */
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import type { StancePalette } from "../core/palette.ts";

export function makeSample(palette: StancePalette, patterns: Element, code: string) {
  const box = setStyles(svgEl("rect", { x: 1, y: 1, width: 16, height: 11, rx: 1.5, "stroke-width": 0.6 }), {
    fill: fillWith(patterns, readStance(palette, code)),
    stroke: "var(--muted)",
  });
  return svgEl("svg", { width: 18, height: 13, class: "sample", "aria-hidden": "true" }, box);
}

export function makePlainChip(palette: StancePalette, code: string, label: string) {
  const { fill, ink } = palette.stance[code];
  return setStyles(el("span", { class: "chip" }, label), { background: fill, color: ink });
}
