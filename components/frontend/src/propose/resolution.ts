/**
 * How claims resolve into stances, in the browser: what a proposal would change is seen at once.
 *
 * It follows `data/resolve.py:resolve_stance`, `data/turns.py`, `data/weight.py` and
 * `data/stances.py:resolve_event`; a test compares both over the whole record and over bent ones.
 */
import { isDay } from "../core/iso_day.ts";
import { groupRows } from "./record_tables.ts";
import { listMembers, listAllianceStates } from "./roster.ts";
import type { Cells } from "./content.ts";
import type { Tables } from "./record_tables.ts";

const [PARTY, SILENT, NO_DATA, NOT_MEMBER] = ["PTY", "SIL", "ND", "NOM"];
const RANK: Record<string, number> = { explicit: 0, quoted: 0, inferred: 1, opinion: 2, group: 3 };
const ACTS = ["deed", "vote"];
const WITNESSED = ["signature", "vote", "deed"];

export interface ResolvedStance {
  code: string;
  /** differing codes of one moment, the most favourable first; empty where none differ */
  readings: string[];
  /** why the evidence is weak; empty where it is not */
  weakness: string;
}

type Ordinals = Map<string, number | null>;
type Confidence = (source: string, actor: string) => string;

/** Stances by event, reference party and actor. */
export type Stances = Map<string, Map<string, Map<string, ResolvedStance>>>;

/** Every stance of the tables. What is not written to its end counts for nothing: the form names it. */
export function resolveTables({ rows }: Tables): Stances {
  const ordinals: Ordinals = new Map(rows.scale.map((row) => [row.code, row.ordinal ? Number(row.ordinal) : null]));
  const confidence = readConfidence(rows);
  const sound = (row: Cells) => row.stance !== NOT_MEMBER && ordinals.has(row.stance);
  const claims = groupRows(
    rows.claims.filter((row) => sound(row) && row.certainty in RANK),
    ({ event_id, toward }) => `${event_id} ${toward}`,
  );
  const decisions = groupRows(rows.adjudications.filter(sound), ({ event_id, toward }) => `${event_id} ${toward}`);
  const parties = groupRows(rows.parties, (row) => row.event_id);
  const states = listAllianceStates(rows.memberships);
  const found: Stances = new Map();
  for (const event of rows.events.filter(({ id, date_start }) => id && isDay(date_start))) {
    const own = parties.get(event.id) ?? [];
    const roster = listMembers(rows.memberships, event.date_start);
    const stances: Map<string, Map<string, ResolvedStance>> = new Map();
    for (const { actor: toward } of own.filter(({ role, actor }) => actor && role === "reference")) {
      const ask = `${event.id} ${toward}`;
      const told = resolveClaims(claims.get(ask) ?? [], decisions.get(ask) ?? [], ordinals, confidence);
      stances.set(toward, joinRoster(told, toward, states, roster, own));
    }
    found.set(event.id, stances);
  }
  return found;
}

function joinRoster(told: Map<string, Told>, toward: string, states: Set<string>, roster: Set<string>, parties: Cells[]) {
  const plain = (code: string): ResolvedStance => ({ code, readings: [], weakness: "" });
  const stances: Map<string, ResolvedStance> = new Map();
  for (const actor of states) stances.set(actor, plain(NOT_MEMBER));
  for (const actor of roster) stances.set(actor, plain(NO_DATA));
  for (const { actor } of parties) stances.set(actor, plain(PARTY));
  for (const [actor, { settled, ...stance }] of told) {
    // Claims that say nothing is known leave a party a party and a non-member a non-member.
    if (stance.code === NO_DATA && !settled && stances.has(actor)) continue;
    stances.set(actor, stance);
  }
  return stances.set(toward, plain(PARTY));
}

type Told = ResolvedStance & { settled: boolean };

function resolveClaims(claims: Cells[], decisions: Cells[], ordinals: Ordinals, confidence: Confidence): Map<string, Told> {
  const byActor = groupRows(claims, (row) => row.actor);
  const settled = new Map(decisions.map((row) => [row.actor, row]));
  const actors = new Set([...byActor.keys(), ...settled.keys()]);
  return new Map([...actors].map((actor) => [actor, resolveStance(byActor.get(actor) ?? [], settled.get(actor), ordinals, confidence)]));
}

function resolveStance(claims: Cells[], decision: Cells | undefined, ordinals: Ordinals, confidence: Confidence): Told {
  const informative = claims.filter((claim) => claim.stance !== NO_DATA);
  const weigh = (counted: Cells[], code: string) => (code === PARTY ? "" : findWeakness(counted, code, confidence));
  if (decision) {
    const weakness = decision.source_id ? "" : weigh(informative, decision.stance);
    return { code: decision.stance, readings: [], weakness, settled: true };
  }
  const best = Math.min(...informative.map((claim) => RANK[claim.certainty]));
  const sure = informative.filter((claim) => RANK[claim.certainty] === best);
  if (!sure.length) return { code: NO_DATA, readings: [], weakness: "", settled: false };
  const acts = sure.filter((claim) => ACTS.includes(claim.mode));
  const counted = acts.length ? acts : sure;
  const codes = [...new Set(listLast(counted).map((claim) => claim.stance))];
  const code = choose(codes, ordinals);
  return { code, readings: codes.length > 1 ? sortCodes(codes, ordinals) : [], weakness: weigh(counted, code), settled: false };
}

/** The claims that speak of the last turn: those of the last day, and what speaks of the whole event. */
function listLast(claims: Cells[]) {
  const isDated = (claim: Cells) => claim.dated === "act" && claim.mode !== "report";
  const days = claims.filter(isDated).map((claim) => claim.date);
  if (!days.length) return claims;
  const last = days.reduce((one, two) => (one > two ? one : two));
  return claims.filter((claim) => (isDated(claim) ? claim.date === last : claim.stance !== SILENT));
}

/** The code nearest to neutral; of two equally near the less favourable; what is not on the scale comes last. */
function choose(codes: string[], ordinals: Ordinals) {
  const placed = codes.flatMap((code) => {
    const at = ordinals.get(code) ?? null;
    return at === null ? [] : [{ at, code }];
  });
  if (placed.length) return placed.sort((one, two) => Math.abs(one.at) - Math.abs(two.at) || one.at - two.at)[0].code;
  return codes.includes(PARTY) ? PARTY : [...codes].sort()[0];
}

function sortCodes(codes: string[], ordinals: Ordinals) {
  const place = (code: string) => ordinals.get(code) ?? -Infinity;
  return [...codes].sort((one, two) => place(two) - place(one) || (one < two ? -1 : 1));
}

function findWeakness(counted: Cells[], code: string, confidence: Confidence) {
  const resting = counted.filter((claim) => claim.stance === code);
  if (!resting.length) return "";
  if (resting.every((claim) => claim.certainty === "opinion")) return "opinion";
  const single = new Set(resting.map((claim) => claim.source_id)).size === 1;
  if (single && resting.every((claim) => claim.certainty === "group" && !WITNESSED.includes(claim.mode))) return "group";
  return single && confidence(resting[0].source_id, resting[0].actor) === "low" ? "low_confidence" : "";
}

/** As `data/confidence.py:rate_source`. */
function readConfidence(rows: Tables["rows"]): Confidence {
  const kinds = new Map(rows.source_kinds.map((row) => [row.code, row.confidence]));
  const sources = new Map(rows.sources.map((row) => [row.id, kinds.get(row.kind) ?? ""]));
  const single = new Map(rows.source_confidence.map((row) => [row.source_id, row]));
  return (source, actor) => {
    const own = single.get(source);
    return own && actor !== own.party ? own.confidence : (sources.get(source) ?? "");
  };
}
