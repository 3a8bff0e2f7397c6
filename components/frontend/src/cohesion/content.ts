/** The parts of the cohesion page, as the Python modules of the same names describe them. */
import type { PaletteOf, StancePalette } from "../core/palette.ts";
import type { EventRef, HelpRequest, Named, Source } from "../core/record.ts";
import type { BeforeAfter } from "../ui/before_after.ts";
import type { Reads } from "./chart_keyboard_nav.ts";

export interface Head {
  anchor: string;
  title: string;
  finding: string;
  paragraphs?: string[];
}

/** A cell of a table: text, or a link. */
export type Cell = string | { text: string; href: string };

export interface TableBlock {
  is: "table";
  name: string;
  title: string;
  columns: Record<string, string>;
  rows: Record<string, Cell>[];
  folded: boolean;
}

export interface ChartBlock {
  is: "chart";
  title: string;
  /** mark and words of each row of the key */
  keys: [string, string][];
  reads: Reads;
}

export type Block =
  | { is: "title" | "heading" | "p" | "note"; text: string }
  | { is: "contents"; parts: Head[] }
  | ({ is: "section" } & Head)
  | ChartBlock
  | TableBlock
  | { is: "tiles"; palette: StancePalette; codes: string[] };

/** An event read toward one party, with a cell for each member: code, other reading, claims, why it is weak. */
export interface Layer {
  event: string;
  toward: string;
  title: string;
  kind: string;
  to: string;
  date_start: string;
  date_end: string | null;
  cells: [string, string, number, string][];
  /** for each present member what it said, voted, did, and is otherwise known of; see `matrix_answers.ts` */
  answers: string[];
}

export interface Group {
  heading: string;
  layers: Layer[];
}

export type Choice = Record<string, string>;

export interface Matrix extends Omit<Head, "paragraphs"> {
  paragraphs: string[];
  /** the kind of answer that stances rest on, null for all; missing where there is no choice */
  mode?: string | null;
  gaps: string;
  /** how often words, votes and deeds are known */
  tally: string;
  by: string;
  size: "answers" | "overview" | "read";
  about: string;
  from: number;
  to: number;
  years: [number, number];
  year: number | null;
  chosen: [string, string] | null;
  /** what is said in the place of the choices where there is no server */
  fixed?: string;
  members: Named[];
  /** the members of the present, whose answers are told apart by kind */
  seats: Named[];
  groups: Group[];
  codes: string[];
  /** place of each code on the scale */
  ordinals: Record<string, number | null | undefined>;
  labels: Record<string, string>;
  counts: Record<string, number>;
  empty: { what: string; years: number; about: number; all: number } | null;
  notices: string[];
  palette: StancePalette;
}

/** The mean of the stances of one member toward another. */
export interface Score {
  actor: string;
  toward: string;
  mean: number | null;
  code: string | null;
  known: number;
  unknown: number;
}

export interface PairStance {
  event: EventRef;
  actor: string;
  toward: string;
  code: string;
  contested: boolean;
}

/** The mean of the stances between two members, both ways. */
export interface Link {
  actor: string;
  toward: string;
  mean: number | null;
  code: string | null;
  known: number;
}

export interface Pairs extends Omit<Head, "anchor"> {
  members: Named[];
  scores: Score[];
  links: Link[];
  /** by the ids of a pair, joined by a hyphen */
  evidence: Record<string, PairStance[] | undefined>;
  pair: [string, string] | null;
  /** how the pair stood before a day and from it on; missing where there is no server */
  before_after?: BeforeAfter;
  from: number;
  to: number;
  /** whether the years chosen are all there are */
  whole: boolean;
  /** fewer known stances than this are few */
  few: number;
  labels: Record<string, string>;
  /** longitude and latitude of the capitals */
  seats: Record<string, [number, number]>;
  shapes: { countries: string; labels: string };
  palette: PaletteOf<"stance" | "mark" | "base">;
}

export interface Answer {
  date: string;
  by: string;
  text: string;
  source: Source;
}

/** A call for help and what came of it. */
export interface LedgerRow {
  event: EventRef;
  request: HelpRequest;
  toward: string;
  /** the day of the request; null where it is not on record */
  on: string | null;
  by: string;
  to: string;
  invocation: string;
  channel: string;
  confidence: string;
  response: string;
  asked: string;
  answer: string;
  words: Answer[];
  deeds: Answer[];
  days: { words: number | null; deeds: number | null };
  source: Source | null;
  allies: (Named & { code: string })[];
}

/** How a kind of answer is marked: SVG paths to fill and to stroke, or empty. */
export interface AnswerMark {
  fill: string;
  stroke: string;
  short: string;
  label: string;
}

export interface Ledger extends Omit<Head, "anchor"> {
  rows: LedgerRow[];
  /** whoever asked or was asked */
  actors: Named[];
  /** by kind of answer */
  marks: Record<string, AnswerMark>;
  /** days of the longest wait */
  longest: number;
  labels: Record<string, string>;
  palette: StancePalette;
}
