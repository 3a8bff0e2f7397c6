/** The days that mattered at an event, as the server writes them. */
import type { Reading } from "./record.ts";

/** A stance without its claims. */
export interface StanceSide extends Reading {
  contested?: boolean;
  /** the reading that a contested one is striped with */
  other?: string;
  weakness?: string;
}

/** A day on which stances changed, or the first of the event; data/step_details.py. */
export interface AnswerDay {
  /** counted from the first day of the event, 0 */
  number: number;
  date: string;
  changes: {
    /** its id */
    actor: string;
    /** null for one that was absent, and on the first day */
    before: StanceSide | null;
    after: StanceSide;
    /** the id of the claim that did it */
    claim: string;
  }[];
}
