/** The page of a state, as `components/members/page.py` describes it. */
import type { BeforeAfter } from "../ui/before_after.ts";
import type { PaletteOf } from "../core/palette.ts";
import type { Came, EventRef, MembershipRow, Named, Nuance, ScaleRow, Threat, Vote, ZoneStatus } from "../core/record.ts";

/** A reading of a state, or a gap: what it took toward another, or another toward it. */
export interface ReadingRow {
  event: EventRef;
  other: string;
  toward: string;
  code: string;
  contested: boolean;
  weak?: boolean;
  /** the other reading of a contested one */
  second: string;
  claims: number;
}

export interface Readings {
  title: string;
  /** whom it opposed or who opposed it, by name */
  against: string;
  note: string;
  rows: ReadingRow[];
}

export interface StyledMembership extends MembershipRow {
  style: string;
}

export interface Membership {
  title: string;
  nuances: Nuance[];
  rows: StyledMembership[];
}

/** How often somebody read how toward another. */
export interface StandingRow {
  other: string;
  mean: string | null;
  readings: number;
  contested: number;
  ranked: boolean;
  codes: Record<string, number>;
  gaps: Record<string, number>;
}

export interface Standing {
  heading: string;
  title: string;
  rows: StandingRow[];
}

export interface VoteRow extends Vote {
  events: (EventRef & { toward: Named })[];
}

export interface Zone extends Named {
  /** why it concerns the state: law, border or event */
  why: string;
  statuses: ZoneStatus[];
}

export interface State extends Named {
  names: Record<string, { name: string; tile: string; state: boolean }>;
  membership: Membership;
  took: Readings;
  toward: Readings;
  stood: Standing[];
  requests: { title: string; own: OwnRequest[]; answered: AnsweredRequest[] };
  votes: { title: string; rows: VoteRow[] };
  threats: { title: string; rows: Threat[] };
  zones: { title: string; rows: Zone[] };
}

/** A request that the state made. */
export interface OwnRequest {
  event: EventRef;
  toward: string;
  by: Named;
  finding: string;
}

/** A request of another, with what the state did. */
export type AnsweredRequest = OwnRequest & Came;

/** The view that the pages share, and the state within it. */
export interface SharedView {
  year: number;
  day: string;
  event: EventRef | null;
  toward: Named | null;
  stance: { code: string; contested: boolean } | null;
  status: string[];
}

export interface MemberPage {
  state: State;
  note: string;
  notices: string[];
  /** how it stood before a day and from it on; missing where there is no server */
  before_after?: BeforeAfter;
  first: number;
  today: string;
  view: SharedView;
  chooser: { treaty: Named[]; others: Named[] };
  /** query strings by what they lead to */
  links: {
    view: string;
    states: Record<string, string>;
    zones: Record<string, string>;
    events: Record<string, Record<string, string> | undefined>;
  };
  scale: ScaleRow[];
  gaps: string[];
  /** the kind of answer that stances rest on, null for all; missing where there is no choice */
  mode?: string | null;
  palette: PaletteOf<"stance" | "mark" | "event" | "membership" | "zone">;
}

/** A stance by its label. */
export type Chip = (stance: { code: string }) => Node;
