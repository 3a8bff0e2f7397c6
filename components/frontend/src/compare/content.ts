/** What differs between two moments, as `components/compare/differences.py` describes it. */
import type { EventRef, Named, Reading } from "../core/record.ts";
import type { Paints } from "../ui/stance_paint.ts";

/** A moment: a day, and the event read toward somebody if there is one. */
export interface Head {
  day: string;
  event: Pick<EventRef, "id" | "title"> | null;
  toward: Named | null;
}

/** A stance on one side. */
export interface Side extends Reading {
  contested: boolean;
  other: string | null;
}

export interface StanceRow extends Named {
  state: boolean;
  first: Side | null;
  second: Side | null;
  /** steps on the scale; null where it has none */
  shift: number | null;
}

/** A membership or zone that differs: what each side shows. */
export interface Row extends Named {
  first: string;
  second: string;
}

/** The fill and line of a membership, for light and dark. */
export interface Style {
  fill: [string, string];
  line: [string, string];
  width: number;
  dash: string;
  label: string;
}

export interface Content {
  heads: Head[];
  members: { counts: [string, string]; only_first: string[]; only_second: string[] };
  stances: StanceRow[];
  statuses: Row[];
  zones: Row[];
  scale: Reading[];
  styles: Record<string, Style>;
  colours: Paints;
  words: string;
}

/** What the legend of both maps depends on. */
export type Legend = Pick<Content, "scale" | "styles" | "colours" | "heads">;
