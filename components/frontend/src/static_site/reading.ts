/** A dossier by one kind of answer, as `data/modes.py` of the app has it: from the documents of the site. */
import type { Resolved, Source } from "../core/record.ts";
import type { Dossier } from "../events/content.ts";

/** A stance; what is empty is left out, and actor and claims are ids. */
type ShortStance = Partial<Omit<Resolved, "claims">> & {
  actor: string;
  code: string;
  label: string;
  claims?: string[];
  reason_source?: Source;
};

/** By kind of answer, event and reference party. */
type Readings = Record<string, Record<string, Record<string, ShortStance[]>>>;

/** @param read a document by its name; without a kind of answer the dossier stays as it is */
export async function readByMode(dossier: Dossier, mode: string | null, read: <T>(name: string) => Promise<T>): Promise<Dossier> {
  if (!mode) return dossier;
  const rows = (await read<Readings>("readings.json"))[mode][dossier.id][dossier.toward.id];
  const known = new Map(dossier.stances.map((stance) => [stance.actor.id, stance]));
  const empty = { contested: false, readings: [], adjudicated: false, rule: "", reason: "", reason_source: null };
  const stances = rows.flatMap(({ actor, claims = [], ...row }) => {
    const whole = known.get(actor);
    if (!whole) return [];
    return [{ ...whole, ...empty, ...row, claims: whole.claims.filter((claim) => claims.includes(claim.id)) }];
  });
  return { ...dossier, mode, stances };
}

/** The kind of answer that the address names, if there is one of that name. */
export function readMode() {
  const mode = new URLSearchParams(location.search).get("mode");
  return mode !== null && ["deeds", "votes", "words"].includes(mode) ? mode : null;
}
