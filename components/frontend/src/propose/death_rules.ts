/** The rules of counts of the dead; `data/check_deaths.py` holds the same. */
import { gettext as _ } from "../i18n/gettext.ts";
import { groupRows } from "./record_tables.ts";
import type { Cells } from "./content.ts";
import type { Tables } from "./record_tables.ts";
import type { Note } from "./table_rules.ts";

const KINDS = ["conflict", "crisis"];
const FULL = ["final", "latest"];
const [PARTIAL, NONE] = ["partial", "none"];

export function checkDeaths({ rows }: Tables, note: Note) {
  const counts = groupRows(rows.death_counts, (row) => row.event_id);
  for (const row of rows.death_counts) {
    const told = (column: string, rule: string) => note("death_counts", row, column, rule);
    if (row.standing === NONE) {
      if (row.low || row.high) told("standing", _("no count was found, and yet there is a number"));
      if ((counts.get(row.event_id)?.length ?? 0) > 1) told("event_id", _("there is another count of this event"));
      continue;
    }
    if (!row.low || !row.high) told("low", _("a count has a lowest and a highest number"));
    else if (Number(row.high) < Number(row.low)) told("high", _("is below the lowest count"));
    if (!row.counted_by) told("counted_by", _("say who counted"));
  }
  for (const event of rows.events) {
    const own = counts.get(event.id) ?? [];
    if (KINDS.includes(event.kind) && !own.length)
      note("events", event, "id", _("needs a count of deaths, or a row that says none was found"));
    for (const [column, bound] of Object.entries(findBounds(own)))
      if ((event[column] ? Number(event[column]) : null) !== bound)
        note("events", event, column, _("the counts of deaths give {bound}", { bound: bound ?? _("none") }));
  }
}

/** Lowest and highest number by the counts of an event; null where they give none. */
function findBounds(rows: Cells[]): { deaths_low: number | null; deaths_high: number | null } {
  const counted = rows.filter((row) => row.low && row.high);
  const full = counted.filter((row) => FULL.includes(row.standing));
  if (full.length)
    return { deaths_low: Math.min(...full.map((row) => Number(row.low))), deaths_high: Math.max(...full.map((row) => Number(row.high))) };
  const floors = counted.filter((row) => row.standing === PARTIAL).map((row) => Number(row.low));
  return { deaths_low: floors.length ? Math.max(...floors) : null, deaths_high: null };
}
