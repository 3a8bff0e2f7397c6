/** What differs between two moments, as `components/compare/differences.py` describes it. */
import type { PaletteOf } from "../core/palette.ts";
import type { EventRef, Named, Reading } from "../core/record.ts";

/** A moment: a day, and the event read toward somebody if there is one. */
export interface Head {
  day: string;
  /** the same day where the reader chose it, and not the year or the whole event */
  date?: string | null;
  event: Pick<EventRef, "id" | "title"> | null;
  toward: Named | null;
  /** the kind of answer that its stances rest on */
  mode?: string | null;
}

/** A stance on one side. */
export interface Side extends Reading {
  contested: boolean;
  weakness: string;
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

export interface Content {
  heads: Head[];
  members: { counts: [string, string]; only_first: string[]; only_second: string[] };
  stances: StanceRow[];
  statuses: Row[];
  zones: Row[];
  scale: Reading[];
  palette: PaletteOf<"stance" | "mark" | "membership">;
  words: string;
}

/** What the legend of both maps depends on. */
export type Legend = Pick<Content, "scale" | "palette" | "heads">;
