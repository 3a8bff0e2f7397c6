/** The events page, as `components/events/timeline.py` and `dossier.py` describe it. */
import type { Offer } from "../core/component.ts";
import type { PaletteOf } from "../core/palette.ts";
import type { Found } from "../search/content.ts";
import type { EventContent, EventRef, Named, Source } from "../core/record.ts";

/** An event of the timeline. */
export interface TimelineEvent extends EventRef {
  kind: string;
  invocation: string;
  response: string;
  place: string;
  toward: string[];
  claims: number;
  /** who came to its request, in one sentence; empty without one */
  finding: string;
}

/** A choice of a filter, with the number of events it leaves. */
export interface FilterOffer extends Named {
  count: number;
}

type Filter = Record<string, string>;

/** Colour and label of each response. */
export type Responses = Record<string, { fill: string; label: string }>;

export interface Timeline {
  chosen: string | null;
  /** the year of the shared view */
  year: number | null;
  /** first and last year shown */
  span: [number, number];
  /** first and last year there are */
  years: [number, number];
  total: number;
  finding: string;
  filter: Filter;
  offers: Record<"member" | "kind" | "zone" | "response", FilterOffer[]>;
  events: TimelineEvent[];
  /** why nothing passes, and what would */
  empty: { active: string[]; widenings: { name: string; count: number; filter: Filter }[] } | null;
  /** the search for the words of the filter: whether the server waits for what it finds, and how it was widened */
  search: { documents: Record<string, string>; pending: boolean; by: Found["by"] };
  notices: string[];
  colours: Responses;
  /** parameters that links of the page keep */
  params: Record<string, string>;
}

/** A choice made on the page. */
export interface Choice {
  event: string;
  toward?: string;
}

export interface Answer {
  manner: string;
  date: string;
  /** after the request; null where that is not known */
  days: number | null;
  by: string;
  text: string;
  source: Source;
}

/** A call for help. */
interface Call {
  by: string;
  to: string;
  date: string | null;
  channel: string;
  confidence: string;
  source: Source | null;
  answers: Answer[];
}

export interface Dossier extends EventContent {
  /** the ids of actors that are states */
  states: string[];
  /** the same in words, to be read out */
  words: string;
  call: Call | null;
  before: EventRef | null;
  after: EventRef | null;
  /** by format */
  citations: Record<string, string>;
  /** the filters leave it out of the timeline */
  left_out: boolean;
}

export interface DossierPage {
  event: Dossier | null;
  /** the claim that a link leads to, by id */
  claim?: string | null;
  params: Record<string, string>;
  share?: Offer;
  responses: Responses;
  palette: PaletteOf<"stance" | "mark" | "base" | "event">;
  /** addresses of the shapes of the small map */
  shapes: { countries: string; labels: string };
}
