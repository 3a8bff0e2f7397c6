/** The palette as the server writes it: every colour of each theme, and the patterns. */

/** A fill with its pattern, and the ink of text on it. */
export interface Swatch {
  fill: string;
  pattern: string;
  pattern_colour: string;
  ink: string;
}

/** Columns that hold a text in each language. */
export interface Labelled {
  label: string;
  label_en: string;
  label_ru: string;
}

export interface MembershipStyle extends Labelled {
  fill: string;
  line: string;
  line_width: number;
  dash: string;
}

export interface ZoneStyle extends Labelled {
  fill: string;
  line: string;
  dash: string;
  pattern: string;
}

/** The colours of one theme by kind and code. */
export interface Colours {
  stance: Record<string, Swatch>;
  base: Record<string, Swatch>;
  event: Record<string, Swatch>;
  mark: Record<string, Swatch>;
  membership: Record<string, MembershipStyle>;
  zone: Record<string, ZoneStyle>;
}

export type SwatchKind = "stance" | "base" | "event" | "mark";

/** A pattern's tile; a pattern without a size is no pattern. */
export interface Pattern {
  size: number;
  path: string;
  /** "fill" or "stroke" */
  paint: string;
  stroke_width: number;
}

export type ThemeName = "light" | "dark";

export interface Palette extends Record<ThemeName, Colours> {
  patterns: Record<string, Pattern | undefined>;
}
