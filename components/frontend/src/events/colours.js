// @ts-check
/** Colours that follow the theme by themselves: both are given, the page's scheme chooses. */

/** @typedef {{light: any, dark: any}} Themes */

/** @param {string} light @param {string} dark */
export const bothThemes = (light, dark) => `light-dark(${light}, ${dark})`;

/** Paint and label of each response. @param {Themes} responses @returns {Record<string, {fill: string, label: string}>} */
export function readResponses({ light, dark }) {
  return Object.fromEntries(
    Object.keys(light).map((name) => [name, { fill: bothThemes(light[name].fill, dark[name].fill), label: light[name].label }]),
  );
}

/** Paint of a role of the palette. @param {Themes} palette @param {string} kind @param {string} code @param {"fill"|"pattern_colour"|"ink"} [part] */
export const readPaint = ({ light, dark }, kind, code, part = "fill") => bothThemes(light[kind][code][part], dark[kind][code][part]);
