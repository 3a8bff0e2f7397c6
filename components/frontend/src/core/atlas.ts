/** The record document of the map, and what is indexed of it once. */
import type { Palette, ThemeName } from "./palette.ts";
import type { ScaleRow } from "./record.ts";
import type { TimeIndex } from "./timeline.ts";

export interface AtlasEvent {
  id: string;
  start: string;
  end: string | null;
  /** the last day on which something became known of it, if that is not the first */
  known?: string;
  kind: string;
  /** whether a state asked for help */
  request: boolean;
  title: string;
  place: string;
  /** who came to its request for help, in one sentence; empty where nobody asked */
  finding: string;
  /** degrees; null where the event has no place */
  lat: number | null;
  lon: number | null;
  references: string[];
  parties: string[];
  year: number;
}

/** By ISO day, in order, what holds from that day on; before the first nothing does. features/map/state_payload.py. */
export type Changes<T> = Record<string, T>;

export interface ZoneRow {
  status: string;
  label: string;
  controller: string;
  /** the shape drawn then, where a zone has several, a caption that dates it, and what it leaves out */
  shape?: string;
  caption?: string;
  omitted?: string;
}

interface AtlasZone {
  name: string;
  kind: string;
  precision: string;
  rows: ZoneRow[];
  /** the place of the row that holds, null for none */
  changes: Changes<number | null>;
}

/** Where troops of a state are said to stand inside another; features/map/positions_payload.py. */
export interface Position {
  id: string;
  zone: string;
  /** the state whose troops they are */
  by: string;
  place: string;
  said_by: string;
  disputed: string;
  lat: number;
  lon: number;
  /** how far from there they may be, and how far inside the border at most: kilometres */
  km: number;
  depth: number;
  start: string;
  end: string | null;
  /** day of the latest report */
  seen: string;
}

export interface MembershipChange {
  date: string;
  country: string;
  bloc: string;
  before: string | null;
  after: string | null;
}

/** The rules of links: what a parameter may say. */
interface LinkRules {
  layers: string[];
  defaultLayers: string[];
  latitudes: number[];
  longitudes: number[];
  zooms: number[];
  languages: string[];
  /** the kinds of answer that stances can be asked to rest on */
  modes: string[];
}

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** Stances that rest on one kind of answer, beside those of all; features/map/readings_payload.py. */
interface Readings {
  /** by event and reference party a digit for each actor: bits of the readings with the stance of all claims */
  same: Record<string, Record<string, string>>;
  /** by reading, event, reference party and actor what is neither that nor the default; empty for none */
  other: Record<string, Record<string, Record<string, Record<string, string>>>>;
}

/** An area that has a map of its own beside the main one; features/map/insets_payload.py. */
export interface Inset {
  id: string;
  /** `place`: too small for the whole map; `overview`: all allies, beside a closer view */
  kind: string;
  name: string;
  box: Bounds;
}

/** A region that is named where a view is about it. */
export interface Region {
  id: string;
  name: string;
  /** degrees; the zoom from which it is named in any view */
  lon: number;
  lat: number;
  rank: number;
  zones: string[];
  events: string[];
}

/** The document as it is fetched. */
export interface AtlasRecord {
  first: number;
  last: number;
  today: string;
  /** what the record found over all requests for help, in one sentence */
  finding: string;
  countries: Record<string, string>;
  organisations: Record<string, string>;
  /** by country the place of its status among the keys, null for none; the roster as ids with spaces between */
  membership: { keys: string[]; rows: Record<string, Changes<number | null>>; members: Changes<string> };
  changes: Record<string, MembershipChange[]>;
  zones: Record<string, AtlasZone>;
  positions: Position[];
  events: (Omit<AtlasEvent, "year"> & Partial<AtlasEvent>)[];
  /** by event, reference party and stance, a code and behind `*` the other reading of a contested one: the actors that have it */
  codes: Record<string, Record<string, Record<string, string>>>;
  readings: Readings;
  /** by `all` or kind of answer, event, reference party and number of the day: who changes; features/map/steps_payload.py */
  steps: Record<string, Record<string, Record<string, Record<string, string>>>>;
  scale: ScaleRow[];
  windows: Bounds[];
  insets: Inset[];
  regions: Region[];
  labelSides: Record<string, string>;
  palette: Record<ThemeName, Palette>;
  link: LinkRules;
}

/** The document with its index. */
export interface Atlas extends AtlasRecord {
  events: AtlasEvent[];
  /** by event, reference party and actor, as the document writes them */
  stances: Record<string, Record<string, Record<string, string>>>;
  eventById: Map<string, AtlasEvent>;
  inTime: AtlasEvent[];
  time: TimeIndex;
}
