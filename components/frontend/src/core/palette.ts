/**
 * The palette as the server writes it: to the map one for each theme, to a page one for both, whose
 * colours are `light-dark()` values, so that a change of theme needs no new drawing.
 */

/** A fill with its pattern, and the ink of text on it. */
export interface Swatch {
  fill: string;
  pattern: string;
  pattern_colour: string;
  ink: string;
}

interface MembershipStyle {
  fill: string;
  pattern: string;
  pattern_colour: string;
  line: string;
  line_width: number;
  dash: string;
  label: string;
}

interface ZoneStyle {
  fill: string;
  line: string;
  dash: string;
  pattern: string;
  label: string;
}

/** Colours by part and code. */
interface Colours {
  stance: Record<string, Swatch>;
  base: Record<string, Swatch>;
  event: Record<string, Swatch>;
  mark: Record<string, Swatch>;
  membership: Record<string, MembershipStyle>;
  zone: Record<string, ZoneStyle>;
}

/** A pattern's tile, in CSS pixels. */
export interface Pattern {
  size: number;
  path: string;
  /** "fill" or "stroke" */
  paint: string;
  stroke_width: number;
}

export type ThemeName = "light" | "dark";

/** Some parts of the palette, with their patterns by name; a name without a pattern draws none. */
export type PaletteOf<Part extends keyof Colours> = Pick<Colours, Part> & { patterns: Record<string, Pattern | undefined> };

export type Palette = PaletteOf<keyof Colours>;

/** What stances are painted with. */
export type StancePalette = PaletteOf<"stance" | "mark">;
