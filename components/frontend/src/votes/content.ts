/** The page of votes, as `features/votes/page.py` describes it. */
import type { EventRef, Named, Source } from "../core/record.ts";
import type { VotePalette } from "../ui/vote_marks.ts";

export interface RollCall {
  id: string;
  /** document symbol of the resolution or its draft; empty where neither is known */
  symbol: string;
  date: string;
  title: string;
  /** by state */
  votes: Record<string, string | undefined>;
  /** states that were in the alliance on that day */
  members: string[];
  /** agreement with the hub, 0 to 1, of each state whose vote can be compared */
  with_hub: Record<string, number | undefined>;
  /** by state and reference party: agreement with the vote that serves the party */
  with_party: Record<string, Record<string, number> | undefined>;
  sides: { event: EventRef; toward: Named; favourable: string }[];
  /** for, against and abstaining, all states of the United Nations */
  totals: (number | null)[];
  document: string;
  roll_call: string;
  meeting: string;
  meeting_address: string;
  note: string;
  sources: Source[];
  /** states in whose vote the confidence is not high */
  doubtful: string[];
}

/** What the address chooses. */
interface Choice {
  from: number;
  to: number;
  member: string | null;
  by: string;
}

export interface VotesPage extends Choice {
  title: string;
  finding: string;
  /** whose votes those of others are compared with */
  hub: Named;
  orders: string[];
  voters: Named[];
  rows: RollCall[];
  years: [number, number];
  notices: string[];
  palette: VotePalette;
}
