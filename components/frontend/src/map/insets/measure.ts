/** The size of names in an inset, measured once each in the face that they are set in. */
import { svgEl } from "../../ui/dom.ts";
import type { Name } from "./names.ts";

/** @param host of the insets */
export function createMeasure(host: Element) {
  const sizes = new Map<string, { width: number; height: number }>();
  const faces = new Map<string, { font: string; height: number }>();
  const context = document.createElement("canvas").getContext("2d");

  /** The face of a kind of name, as the style sheet has it. */
  function faceOf(kind: string) {
    let face = faces.get(kind);
    if (face) return face;
    // Countries are measured as members are set: bold.
    const text = svgEl("text", { class: `name ${kind} member` });
    const probe = svgEl("svg", { class: "overlay inset", "aria-hidden": "true" }, text);
    host.append(probe);
    const { fontWeight, fontSize, fontFamily, fontStyle } = getComputedStyle(text);
    face = { font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, height: parseFloat(fontSize) * 1.15 };
    probe.remove();
    faces.set(kind, face);
    return face;
  }

  return {
    of({ kind, text }: Name) {
      const key = `${kind} ${text}`;
      let size = sizes.get(key);
      if (!size && context) {
        const { font, height } = faceOf(kind);
        context.font = font;
        // Letters are spaced a little in the names of countries.
        const spaced = kind === "country" ? text.length * 0.5 : 0;
        size = { width: context.measureText(text).width + spaced, height };
        sizes.set(key, size);
      }
      return size ?? { width: 0, height: 0 };
    },
    forget() {
      sizes.clear();
      faces.clear();
    },
  };
}
