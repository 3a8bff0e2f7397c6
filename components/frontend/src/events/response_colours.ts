/** Colours that follow the theme by themselves: both are given, the page's scheme chooses. */
import type { Palette, SwatchKind } from "../core/palette.ts";

/** Something of each theme. */
export interface Themes<T> {
  light: Record<string, T>;
  dark: Record<string, T>;
}

export interface ResponseStyle {
  fill: string;
  ink: string;
  label: string;
}

/** Paint and label of each response, in both themes. */
export type Responses = Record<string, { fill: string; label: string }>;

export const bothThemes = (light: string, dark: string) => `light-dark(${light}, ${dark})`;

/** Paint and label of each response. */
export function readResponses({ light, dark }: Themes<ResponseStyle>): Responses {
  return Object.fromEntries(
    Object.keys(light).map((name) => [name, { fill: bothThemes(light[name].fill, dark[name].fill), label: light[name].label }]),
  );
}

/** Paint of a role of the palette. */
export const readPaint = ({ light, dark }: Palette, kind: SwatchKind, code: string, part: "fill" | "pattern_colour" | "ink" = "fill") =>
  bothThemes(light[kind][code][part], dark[kind][code][part]);
