/** What the server writes of the record for the pages: shapes of the JSON documents, in their words. */
import type { AnswerDay } from "./answer_day.ts";

export interface Named {
  id: string;
  name: string;
}

/** An event by its title and days, ISO; without an end it goes on. */
export interface EventRef {
  id: string;
  title: string;
  date_start: string;
  date_end: string | null;
}

export interface Source {
  id: string;
  author: string;
  title: string;
  publisher: string;
  /** a day, a month or a year */
  date: string;
  kind: string;
  url: string;
  locator: string;
}

export interface Reading {
  code: string;
  label: string;
}

export interface Claim extends Reading {
  id: string;
  date: string;
  certainty: string;
  /** what kind of answer it is */
  mode?: Reading;
  speaker: string;
  speaker_name: string;
  summary: string;
  source: Source;
}

/** The reading from a day on. */
interface Turn extends Reading {
  date: string;
}

/** A stance as it is shown, with the claims behind it. */
export interface Resolved extends Reading {
  contested: boolean;
  readings: Reading[];
  adjudicated: boolean;
  rule: string;
  /** readings in time, if they changed */
  turns?: Turn[];
  /** what was said beside what was done, if it differs */
  outweighed?: Reading[];
  /** why the evidence is weak, if it is */
  weakness?: string;
  reason: string;
  claims: Claim[];
}

/** The stance of an actor at one event. */
export interface Stance extends Resolved {
  actor: Named;
  member: boolean;
  /** claims made after the day shown, from the earliest */
  later?: Claim[];
  reason_source: Source | null;
}

export interface Discrepancy {
  id: string;
  topic: string;
  handling: string;
  sides: { statement: string; source: Source }[];
}

/** Reported deaths; null where no source gives a bound. */
export interface Deaths {
  low: number | null;
  high: number | null;
}

/** A count of the dead; a `standing` of "none" says that none was found, and has no numbers. */
export interface DeathCount extends Deaths {
  standing: string;
  counted_by: string;
  scope: string;
  counted_on: string | null;
  source: Source;
}

/** One answer to a request; `days` after it are null where either day is not known. */
export interface Given {
  kind: string;
  label: string;
  date: string | null;
  days: number | null;
  note: string;
  summary: string;
  source: Source | null;
}

/** What one actor did when asked: `kind` is its strongest answer. */
export interface Came {
  actor: Named;
  member: boolean;
  kind: string;
  label: string;
  days: number | null;
  answers: Given[];
}

/** A promise of help behind a request; two readings where it is disputed that it applied. */
export interface Obligation {
  instrument: string;
  /** its number, or empty */
  article: string;
  owed_by: Named;
  duty: string;
  applied: string;
  invoked: string;
  honoured: string;
  confidence: string;
  basis: string;
  readings: { text: string; source: Source | null }[];
}

/** A request for help, who came and what was owed. */
export interface HelpRequest {
  /** all of it in one sentence */
  finding: string;
  by: Named;
  to: Named;
  date: string | null;
  came: Came[];
  obligations: Obligation[];
}

/** What the panel and the dossier tell of an event. */
export interface EventContent extends EventRef {
  kind: string;
  lat: number | null;
  lon: number | null;
  precision_km: number | null;
  invocation: string;
  response: string;
  confidence: string;
  asked: string;
  answer: string;
  summary: string;
  place: string;
  /** null where nothing was asked */
  request: HelpRequest | null;
  deaths: Deaths;
  death_counts: DeathCount[];
  zone: Named | null;
  /** the kind of answer that the stances rest on; null is all */
  mode?: string | null;
  /** the day by whose end the stances were known, ISO; null is all that is known */
  date?: string | null;
  /** whether they are all that is known though the map shows a day */
  whole?: boolean;
  toward: Named;
  references: Named[];
  parties: (Named & { role: string; source: Source | null })[];
  sources: Source[];
  stances: Stance[];
  /** those on which stances changed, after the first; empty where all was known on it */
  days?: AnswerDay[];
  discrepancies: Discrepancy[];
}

export interface MembershipRow {
  bloc: string;
  status: string;
  confidence: string;
  basis: string;
  disagreement: string;
  date_start: string;
  date_end: string | null;
  source: Source;
}

export interface Nuance {
  bloc: string;
  text: string;
  date_start: string;
  date_end: string | null;
  source: Source;
}

export interface Threat {
  id: string;
  certainty: string;
  summary: string;
  threat: string;
  date: string;
  source: Source;
}

export interface Vote {
  resolution: string;
  vote: string;
  confidence: string;
  title: string;
  date: string;
  source: Source;
}

export interface ZoneStatus {
  id: string;
  status: string;
  confidence: string;
  label: string;
  controller: string;
  ended_because: string;
  date_start: string;
  date_end: string | null;
  source: Source;
}

/** A position of troops in a zone, with its sources; data/position_details.py. */
export interface ZonePosition {
  id: string;
  place: string;
  held_by: Named;
  said_by: string;
  note: string;
  disputed: string;
  uncertainty_km: number;
  depth_km: number;
  date_start: string;
  date_end: string | null;
  reported_on: string;
  confidence: string;
  source: Source;
  reported: Source;
  disputed_source: Source | null;
}

/** A row of the scale; without an ordinal the code is an absence. At a vote it may have another label. */
export type ScaleRow = Reading & { ordinal: number | null; vote?: string };
