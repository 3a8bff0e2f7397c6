/** What the form is made of: tables as their files have them, and the proposal that comes of it. */
import type { StancePalette } from "../core/palette.ts";

/** Cells of a row by column, as text. */
export type Cells = Record<string, string>;

/** As `data/schema.py:Field` has it. */
export interface Field {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date";
  required: boolean;
  unique: boolean;
  enum: string[];
  pattern: string;
  minimum: number | null;
  maximum: number | null;
}

export interface Schema {
  fields: Field[];
  /** columns of the primary key */
  key: string[];
  /** tables by the column that refers to them: to their key, which is one column */
  foreign: Partial<Record<string, string>>;
  /** columns that name a country or an organisation */
  actors: string[];
  /** columns that cite a source, with that of the place in it */
  citations: [source: string, locator: string | null][];
  /** columns that belong together: English, Russian */
  pairs: [english: string, other: string][];
}

/** What `components/features/propose/document.py` writes. */
export interface TablesDocument {
  version: string;
  /** names of the tables that a proposal may change here */
  editable: string[];
  schemas: Record<string, Schema>;
  tables: Record<string, string[][]>;
  rules: {
    /** days */
    tolerance: number;
    no_place: string[];
    /** tables whose rows have a first and a last day */
    periods: string[];
  };
}

/** A change as `data/proposal.schema.json` has it. */
export interface Change {
  table: string;
  key: Cells;
  before?: Cells;
  after?: Cells;
}

export interface Proposal {
  format: 1;
  record: string;
  reason: string;
  source: string;
  by?: string;
  changes: Change[];
}

/** A row of the draft: whole, as it was read (null: it is new), and as it should be (null: withdrawn). */
export interface DraftRow {
  table: string;
  before: Cells | null;
  after: Cells | null;
}

export interface Draft {
  /** the version of the record that was read */
  record: string;
  reason: string;
  source: string;
  by: string;
  rows: DraftRow[];
}

/** A rule that a row breaks; `column` is empty where it is about the row. */
export interface Problem {
  table: string;
  /** cells of the key */
  key: string[];
  column: string;
  rule: string;
}

/** What `components/features/propose/page.py` says. */
export interface ProposePage {
  /** the address of the tables */
  tables: string;
  /** the row of the link: its table and the cells of its key, which may be missing */
  asked: { table: string; key: string[] } | null;
  /** the event in view, for a new row */
  event: string;
  toward: string;
  /** names of tables and columns; hints by table and column */
  names: { tables: Record<string, string>; columns: Record<string, string>; hints: Record<string, Record<string, string>> };
  /** where the host takes proposals: mailto: or an address of a tracker; empty: nowhere */
  contact: string;
  palette: StancePalette;
  notices: string[];
}
