/** The rules of claims: `data/check_claims.py`, `check_modes.py` and parts of `check_values.py` hold the same. */
import { addDays, isDay } from "../core/iso_day.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { joinKey } from "./record_tables.ts";
import type { Cells } from "./content.ts";
import type { Tables } from "./record_tables.ts";
import type { Note } from "./table_rules.ts";

const [NO_DATA, VOTE, MATERIAL] = ["ND", "vote", "MAT"];
/** What makes two claims the same sentence, whatever event they stand at. */
const SENTENCE = ["source_id", "locator", "actor", "toward", "summary"];

export function checkClaims(tables: Tables, note: Note) {
  const { rows } = tables;
  const events = new Map(rows.events.map((row) => [row.id, row]));
  const published = new Map(rows.sources.map((row) => [row.id, row.date]));
  const existing = new Map(rows.states.map((row) => [row.country, row.existing_from]));
  for (const row of rows.claims) {
    const told = (column: string, rule: string) => note("claims", row, column, rule);
    const event = events.get(row.event_id);
    if (isDay(row.date)) {
      if (event && isDay(event.date_start)) checkDate(row, event, tables.document.rules.tolerance, told);
      const day = published.get(row.source_id);
      if (day && row.date.slice(0, day.length) > day) told("date", _("is after its source of {day}", { day }));
      for (const column of ["actor", "toward"]) {
        const start = existing.get(row[column]);
        if (start && row.date < start) told("date", _("{actor} did not exist before {day}", { actor: row[column], day: start }));
      }
    }
    if (row.speaker === "public" && row.stance !== NO_DATA) told("stance", _("public opinion is no stance of a state: only ND"));
    if (event?.kind === "drill" && row.stance === MATERIAL) told("stance", _("an exercise is not material support"));
  }
  checkModes(tables, note);
  checkRepeats(tables, note);
}

/** Within its event, give or take some days; what was said before it does not colour it. */
function checkDate(claim: Cells, event: Cells, tolerance: number, told: (column: string, rule: string) => void) {
  const first = addDays(event.date_start, -tolerance);
  const last = isDay(event.date_end) ? addDays(event.date_end, tolerance) : "";
  if (claim.date < first || (last && claim.date > last))
    told("date", _("must be from {first} to {last}, {days} days around the event", { first, last: last || "…", days: tolerance }));
  else if (claim.date < event.date_start && claim.stance !== NO_DATA)
    told("date", _("is before the event, which began on {day}: only ND", { day: event.date_start }));
}

/** Words give no troops: a claim has a code that its mode can reach, and votes are where votes are read. */
function checkModes({ rows }: Tables, note: Note) {
  const reaches = new Map(rows.modes.map((row) => [row.code, row.reach.split(" ")]));
  const layered = new Set(rows.vote_layers.map((row) => row.event_id));
  for (const row of rows.claims) {
    const reach = reaches.get(row.mode);
    if (reach && row.stance && !reach.includes(row.stance))
      note("claims", row, "stance", _("this kind of answer can only be {codes}", { codes: reach.join(", ") }));
    if (row.mode && layered.has(row.event_id) !== (row.mode === VOTE))
      note("claims", row, "mode", row.mode === VOTE ? _("this event has no roll call") : _("at this event every answer is a vote"));
  }
}

/** One sentence is coded once, at one event; votes follow each from its own roll call. */
function checkRepeats({ rows }: Tables, note: Note) {
  const votes = new Set(rows.events.filter((row) => row.kind === "un_vote").map((row) => row.id));
  const first: Map<string, Cells> = new Map();
  for (const row of rows.claims) {
    const sentence = SENTENCE.map((column) => row[column]);
    if (!sentence.every(Boolean) || votes.has(row.event_id)) continue;
    const known = first.get(joinKey(sentence)) ?? row;
    first.set(joinKey(sentence), known);
    if (known.event_id !== row.event_id) note("claims", row, "event_id", _("this sentence is coded already, as {id}", { id: known.id }));
  }
}
