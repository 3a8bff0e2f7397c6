/** What the panel shows, as `components/panel/content.py` describes it. */
import type { EventContent, EventRef, MembershipRow, Named, Resolved, Stance, Threat, ZonePosition, ZoneStatus } from "../core/record.ts";

export interface YearContent {
  panel: "year";
  year: number;
  day: string;
  members: Named[];
  changes: Change[];
  /** requests for help, in time */
  requests: RequestRow[];
  /** the requests before and after a year without one */
  near: RequestRow[];
  conflicts: EventRow[];
  events: EventRow[];
  /** what the record found over all requests, where the atlas opens */
  overview: Overview | null;
}

/** The panel of a date that the reader chose; features/map_panel/day_panel.py. */
export interface DayContent {
  panel: "day";
  day: string;
  members: Named[];
  changes: Change[];
  /** those that go on */
  events: DayEvent[];
  /** those in dispute */
  zones: ZoneOfDay[];
}

/** An event by what it is to the alliance: a request for help, violence, or neither. */
export interface DayEvent extends EventRow {
  group: "request" | "conflict" | "other";
}

export interface ZoneOfDay extends Named {
  status: string;
  label: string;
  controller: string;
}

export interface Overview {
  finding: string;
  requests: RequestRow[];
}

/** A request in a line: who asked whom for what, and who came; data/request_list.py. */
export interface RequestRow {
  event: EventRef;
  /** the reference party of the map that shows who came */
  toward: string;
  /** null where no source gives the day */
  date: string | null;
  asked: string;
  came: string;
}

export interface Change {
  day: string;
  country: Named;
  bloc: string;
  before: string | null;
  after: string | null;
  basis: string;
}

export interface EventRow extends EventRef {
  kind: string;
}

export interface EventPanel extends EventContent {
  panel: "event";
}

/** A stance that a country took, with the event it took it at. */
export interface Taken extends Resolved {
  event: EventRef;
  toward: Named;
}

export interface CountryContent extends Named {
  panel: "country";
  /** the event on the map */
  shown: EventRef | null;
  /** the date on the map */
  date?: string | null;
  here: Stance | null;
  here_toward: Named | null;
  mode?: string | null;
  view: Record<string, string>;
  memberships: MembershipRow[];
  stances: Taken[];
  ordinals: Record<string, number | null>;
  party_to: EventRef[];
  threats: Threat[];
}

export interface ZoneContent extends Named {
  panel: "zone";
  shown: EventRef | null;
  date?: string | null;
  de_jure: Named;
  country_b: Named | null;
  note: string;
  statuses: ZoneStatus[];
  positions: ZonePosition[];
  /** how exact the shape is; a caption dates one that shows a single day */
  line: { precision: string; caption: string; licence: string; drawn_from: string; note: string };
  events: EventRef[];
}

export type Content = YearContent | DayContent | EventPanel | CountryContent | ZoneContent;
