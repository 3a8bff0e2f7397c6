/** The sources page, as `components/method/method.py` describes it. */
import type { StancePalette } from "../core/palette.ts";
import type { EventRef, Named, Reading, Source } from "../core/record.ts";
import type { Section } from "../ui/article.ts";

/** What every part of the page speaks with: names, labels, colours, words of codes. */
export interface Page {
  labels: Record<string, string>;
  palette: StancePalette;
  names: Record<string, string>;
  /** what sources are called where one speaks of another */
  works: Record<string, string>;
  events: Record<string, { title: string; year: number } | undefined>;
  words: { fates: Record<string, string>; disputes: Record<string, string> };
}

export interface MethodPage extends Omit<Page, "works"> {
  title: string;
  sections: Section[];
  target: { source: string | null; part: string | null; notices: string[] };
  /** the event in view */
  event: string | null;
}

/** Where a source reads a case unlike others. */
export interface Dispute {
  event_id: string;
  toward: string;
  actor: string;
  own: string[];
  /** source and code */
  others: [string, string][];
  shown: string;
  kind: string;
}

/** A source with what it gave; `claims` are rows of the columns of the content. */
export interface ListedSource extends Omit<Source, "locator"> {
  note: string;
  /** how a librarian finds it; empty where its address leads to it */
  reference: string;
  stances: Record<string, number>;
  claims: string[][];
  rows: string[];
  disputes: Dispute[];
  discrepancies: string[];
}

export interface SourceList {
  groups: { kind: string; title: string; sources: ListedSource[] }[];
  columns: string[];
  /** of discrepancies */
  topics: Record<string, string>;
}

export interface Case {
  id: string;
  topic: string;
  event: string;
  handling: string;
  sides: { statement: string; source: Source }[];
}

export interface DisputedMembership {
  id: string;
  country: string;
  bloc: string;
  status: string;
  basis: string;
  disagreement: string;
  year: number;
  source: Source;
}

export interface Cases {
  heading: string;
  cases: Case[];
  memberships: DisputedMembership[];
}

/** A cell that two readers code differently. */
interface Difference {
  event_id: string;
  actor: string;
  toward: string;
  source_id: string;
  first: string;
  second: string;
}

export interface Agreement {
  heading: string;
  facts: string[];
  differing?: Difference[];
}

/** A vote of the General Assembly; what is not known is empty. */
export interface Resolution {
  date: string;
  title: string;
  event: string;
  symbol: string;
  document: string;
  meeting: string;
  meeting_url: string;
  roll_call: string;
  totals: string;
  note: string;
}

export interface ScaleEntry {
  code: string;
  ordinal: string;
  definition: string;
  anchor: string;
}

interface ExampleClaim {
  place: number;
  certainty: string;
  code: string;
  summary: string;
  source: Source;
  fate: string;
}

/** A stance worked claim by claim. */
export interface Example extends Reading {
  kind: string;
  event: EventRef;
  toward: Named;
  actor: Named;
  readings: Reading[];
  adjudicated: boolean;
  reason: string;
  rule: string;
  claims: ExampleClaim[];
}

export interface Examples {
  heading: string;
  titles: Record<string, string>;
  examples: Example[];
}
