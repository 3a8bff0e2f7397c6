/** What the server sends to be searched; `components/core/search/document.py` writes it. */

export interface SearchDocument {
  language: string;
  /** a name of the record, and another that readers may write for it */
  alternatives: [string, string][];
  /** ids of the states that were ever in the alliance */
  states: string[];
  /** kinds of answer by the name of a reading */
  readings: Record<string, string[]>;
  /** labels of the scale by code */
  stances: Record<string, string>;
  /** labels of the kinds of answer by code */
  modes?: Record<string, string>;
  countries: [id: string, name: string][];
  organisations: [id: string, name: string][];
  zones: [id: string, name: string][];
  places: [name: string, lat: number, lon: number][];
  events: [id: string, title: string, start: string, end: string, place: string, zone: string, parties: string[], told: string][];
  /** the event by its place in `events` */
  requests?: [event: number, date: string, by: string, to: string, finding: string][];
  sources?: [id: string, author: string, title: string, publisher: string, date: string][];
  /** each speaker's name, then its other spellings */
  speakers?: string[][];
  /** by event, in the order of `events` */
  claims?: ClaimRow[][];
  /** how the atlas is used and made: its page with parameters, from the app's root */
  help?: [address: string, title: string, text: string][];
}

/** The source by its place in `sources`, the speaker in `speakers`; the summary is the last. */
type ClaimRow = [
  number: number | string,
  date: string,
  actor: string,
  toward: string,
  stance: string,
  certainty: string,
  mode: string,
  source: number,
  speaker: number,
  summary: string,
];

/** What can be found, in the order in which equals are shown. */
export const KINDS = ["event", "country", "zone", "place", "request", "speaker", "claim", "source", "help"] as const;
export type Kind = (typeof KINDS)[number];

/** Something that can be found. Texts are in the language of the reader. */
export interface Entry {
  kind: Kind;
  /** of the event, country, zone, claim or source; the address of help */
  id: string;
  title: string;
  /** ISO; empty where it has none */
  start: string;
  end: string;
  /** of the event that it belongs to */
  event: string;
  eventTitle: string;
  /** countries and organisations that it is about, by id */
  actors: string[];
  /** kinds of answer, as the table modes has them */
  modes: string[];
  /** what is said below the title besides, in order */
  facts: string[];
  toward: string;
  stance: string;
  certainty: string;
  at: [number, number] | null;
}

/** What the search is narrowed to; what is missing lets everything pass. */
export interface Filter {
  kind?: string;
  member?: string;
  /** years */
  from?: number;
  to?: number;
  /** deeds, votes or words */
  mode?: string;
  certainty?: string;
}

/** What was found, the best first. */
export interface Found {
  entries: Entry[];
  /** how many of each kind, those of other kinds than the filter's included */
  counts: Partial<Record<Kind, number>>;
  /** all words as they are, all but for a letter, or some of the words */
  by: "all" | "alike" | "some";
}
