/** The sign of a button. */
import { svgEl } from "./dom.ts";

/** @param path in a square of 24 units; parts that lie in others are holes */
export const makeIcon = (path: string) =>
  svgEl("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svgEl("path", { d: path, "fill-rule": "evenodd" }));
