/** Stances by one kind of answer, as `data/modes.py` of the app has them: from the documents of the site. */
import { describeModeChoice } from "../ui/mode_switch.ts";
import { MODES } from "../ui/reading_labels.ts";
import type { AnswerDay } from "../core/answer_day.ts";
import type { Claim, Reading, Resolved, Source, Stance } from "../core/record.ts";
import type { Dossier } from "../events/content.ts";

/** A stance; what is empty is left out, and claims are ids. */
type ShortStance = Partial<Omit<Resolved, "claims">> & Reading & { claims: string[]; reason_source?: Source };

/** What the dossiers do not say; `build_readings` of panel_payload.py. */
interface Readings {
  modes: Record<string, string[]>;
  codes: string[];
  none: Reading;
  /** by kind of answer, event and reference party: those on which stances changed */
  days?: Record<string, Record<string, Record<string, AnswerDay[]> | undefined>>;
  /** by kind of answer, event, reference party and actor */
  other: Record<string, Record<string, Record<string, Record<string, ShortStance | null> | undefined> | undefined>>;
}

export type Dossiers = Record<string, Record<string, Dossier>>;

/** Gives a document by its name. */
export type Read = <T>(name: string) => Promise<T>;

const EMPTY = { contested: false, readings: [], adjudicated: false, rule: "", reason: "", reason_source: null };

/** A dossier by one kind of answer; without one it stays as it is. */
export async function readByMode(dossier: Dossier, mode: string | null, read: Read): Promise<Dossier> {
  if (!mode) return dossier;
  const readings = await read<Readings>("readings.json");
  // The dossier's own words, which are read out, are those of all answers.
  const words = describeModeChoice(mode);
  const days = readings.days?.[mode][dossier.id]?.[dossier.toward.id] ?? [];
  return { ...dossier, mode, stances: listStances(dossier, mode, readings), days, words };
}

/** Every stance by one kind of answer; null where nobody of this name has one. */
export async function readStances(mode: string, read: Read) {
  const [dossiers, readings] = await Promise.all([read<Dossiers>("dossiers.json"), read<Readings>("readings.json")]);
  const layers = new Map<string, Map<string, Stance>>();
  return (event: string, toward: string, actor: string): Stance | null => {
    const key = `${event} ${toward}`;
    const known = layers.get(key) ?? new Map(listStances(dossiers[event][toward], mode, readings).map((each) => [each.actor.id, each]));
    layers.set(key, known);
    return known.get(actor) ?? null;
  };
}

function listStances(dossier: Dossier, mode: string, { modes, codes, none, other }: Readings): Stance[] {
  const given = other[mode][dossier.id]?.[dossier.toward.id] ?? {};
  const isKept = (claim: Claim) => claim.mode !== undefined && modes[mode].includes(claim.mode.code);
  const stances = dossier.stances.flatMap((whole): Stance[] => {
    const { actor, member } = whole;
    if (Object.hasOwn(given, actor.id)) {
      const stance = given[actor.id];
      if (!stance) return [];
      const claims = stance.claims.flatMap((id) => whole.claims.filter((claim) => claim.id === id));
      return [{ ...EMPTY, ...stance, actor, member, claims }];
    }
    return [whole.claims.every(isKept) ? whole : { ...EMPTY, ...none, actor, member, claims: [] }];
  });
  const order = (a: Stance, b: Stance) =>
    codes.indexOf(a.code) - codes.indexOf(b.code) || (a.actor.name < b.actor.name ? -1 : Number(a.actor.name > b.actor.name));
  return stances.sort(order);
}

/** The kind of answer that the address names, if there is one of that name. */
export function readMode() {
  const mode = new URLSearchParams(location.search).get("mode");
  return MODES.includes(mode) ? mode : null;
}

/** Put a kind of answer into the address, empty for all; the page is to be drawn by it again. */
export function writeMode(mode: string) {
  const given = new URLSearchParams(location.search);
  if (mode) given.set("mode", mode);
  else given.delete("mode");
  history.pushState({}, "", location.pathname + (given.size ? `?${given}` : ""));
}
