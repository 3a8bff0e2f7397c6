/** Colours of categories, for each theme, and those of paper around them. */
import table from "../../../core/palette/category_colors.json";
import type { Rgb } from "./point_raster.ts";

export type ThemeColors = { colors: string[]; paper: string };

export const colorsOf = (theme: string): ThemeColors => (theme === "dark" ? table.dark : table.light);

export const parseHex = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
