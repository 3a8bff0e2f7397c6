/** Colours that follow the theme by themselves: both are given, the page's scheme chooses. */

export type Themes = {light: any, dark: any};

export const bothThemes = (light: string, dark: string) => `light-dark(${light}, ${dark})`;

/** Paint and label of each response. */
export function readResponses({ light, dark }: Themes): Record<string, {fill: string, label: string}> {
  return Object.fromEntries(
    Object.keys(light).map((name) => [name, { fill: bothThemes(light[name].fill, dark[name].fill), label: light[name].label }]),
  );
}

/** Paint of a role of the palette. */
export const readPaint = ({ light, dark }: Themes, kind: string, code: string, part: "fill"|"pattern_colour"|"ink" = "fill") => bothThemes(light[kind][code][part], dark[kind][code][part]);
