/** Rows that belong to another: the event, source and decision of a claim, the status of a zone. */
import { readKey } from "./record_tables.ts";
import type { Cells } from "./content.ts";
import type { Tables } from "./record_tables.ts";

/** Rows of an event, besides its claims, and of other rows; those that have them in this column. */
const PARTS: Record<string, [table: string, column: string][]> = {
  events: [
    ["parties", "event_id"],
    ["event_sources", "event_id"],
    ["death_counts", "event_id"],
    ["adjudications", "event_id"],
    ["claims", "event_id"],
  ],
  zones: [
    ["zone_status", "zone_id"],
    ["positions", "zone_id"],
  ],
  sources: [["source_references", "source_id"]],
};
const MOST = 60;

/** A row by its table and key; a decision may not be there yet. */
export interface RowName {
  table: string;
  key: string[];
}

export function listRelated({ document, rows }: Tables, table: string, row: Cells): RowName[] {
  const schema = document.schemas[table];
  const above = Object.entries(schema.foreign).flatMap(([column, other = ""]) =>
    row[column] && document.editable.includes(other) ? [{ table: other, key: [row[column]] }] : [],
  );
  const decision = table === "claims" ? [{ table: "adjudications", key: [row.event_id, row.actor, row.toward] }] : [];
  const own = (PARTS[table] ?? []).flatMap(([other, column]) =>
    rows[other].filter((each) => each[column] === row.id).map((each) => ({ table: other, key: readKey(document.schemas[other], each) })),
  );
  return [...above, ...decision, ...own].slice(0, MOST);
}
