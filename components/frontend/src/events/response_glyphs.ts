/** The mark of an event: what came of the request, in shape as well as in colour. */
import { svgEl } from "../ui/dom.ts";

const MIDDLE = 8;
const RADIUS = 5.5;
const CROSS = 2.4;

/** Full disc: met. Half disc: partly met. Ring with a cross: unmet. Small thin ring: nothing asked. */
export function makeGlyph(response: string, colour: string) {
  const svg = svgEl("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "glyph" });
  const quiet = response === "none";
  const ring = { cx: MIDDLE, cy: MIDDLE, r: quiet ? 4 : RADIUS, stroke: colour, "stroke-width": quiet ? 1.4 : 2 };
  svg.append(svgEl("circle", { ...ring, fill: response === "met" ? colour : "var(--paper)" }));
  if (response === "partly") {
    svg.append(svgEl("path", { d: `M${MIDDLE} ${MIDDLE - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 0 ${2 * RADIUS}Z`, fill: colour }));
  }
  if (response === "unmet") {
    const [low, high] = [MIDDLE - CROSS, MIDDLE + CROSS];
    svg.append(svgEl("path", { d: `M${low} ${low}L${high} ${high}M${low} ${high}L${high} ${low}`, stroke: colour, "stroke-width": 2 }));
  }
  return svg;
}
