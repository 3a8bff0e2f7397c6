/** What the page of blind coding is made of: cells that can be drawn, the codebook's rule, and a coder's file. */
import type { StancePalette } from "../core/palette.ts";

/** Event, actor, reference party, source: what `data/intercoder_agreement.py:KEY` has. */
export type CellKey = readonly [event: string, actor: string, toward: string, source: string];

/** A cell: its key, its places in the source, and whether it may be drawn. */
export type Cell = readonly [...CellKey, places: string[], open: boolean];

export interface CodingEvent {
  title: string;
  start: string;
  end: string | null;
  toward: string[];
  kind: string;
  /** whether its answers are votes */
  vote: boolean;
}

export interface CodingSource {
  author: string;
  title: string;
  publisher: string;
  date: string;
  url: string;
  /** whether it is one of the five articles */
  core: boolean;
}

/** What `components/features/coding/document.py` writes. */
export interface CellsDocument {
  version: string;
  /** first years of the periods */
  periods: number[];
  cells: Cell[];
  actors: Partial<Record<string, string>>;
  events: Partial<Record<string, CodingEvent>>;
  sources: Partial<Record<string, CodingSource>>;
  /** first words of paragraphs, by source and locator */
  openings: Partial<Record<string, Record<string, string>>>;
}

export interface RuleCode {
  code: string;
  ordinal: number | null;
  label: string;
  when: string;
  unless: string;
}

export interface RuleMode {
  code: string;
  label: string;
  definition: string;
  reach: string[];
}

/** The codebook's rule; what each certainty means, by its code. */
export interface Rule {
  steps: string[];
  edges: string[];
  codes: RuleCode[];
  modes: RuleMode[];
  certainty: Record<string, string>;
}

/** What `components/features/coding/page.py` says. */
export interface CodingPage {
  /** the address of the cells */
  cells: string;
  rule: Rule;
  palette: StancePalette;
  notices: string[];
}

/** A cell as `data/coding.schema.json` has it. */
export interface CodedCell {
  event_id: string;
  actor: string;
  toward: string;
  source_id: string;
  stance: string;
  certainty: string;
  mode: string;
  unread: boolean;
  note: string;
  note_ru: string;
}

/** A coder's file; `core` and `others` are cells of each period. */
export interface Coding {
  format: 1;
  record: string;
  coder: string;
  seed: number;
  core: number;
  others: number;
  drawn_on: string;
  cells: CodedCell[];
}

export const keyOf = ({ event_id, actor, toward, source_id }: CodedCell): CellKey => [event_id, actor, toward, source_id];

export const joinKey = (key: readonly string[]) => key.join("|");
