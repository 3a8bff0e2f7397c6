/** The draft of a proposal, kept in this browser and nowhere else until the reader removes it. */
import { readText, removeText, writeText } from "../core/local_storage.ts";
import { emptyRow, findRow, joinKey, readKey } from "./record_tables.ts";
import type { Cells, Draft, DraftRow, TablesDocument } from "./content.ts";
import type { Tables } from "./record_tables.ts";

const KEY = "atlas-proposal-draft";
const MOST_ROWS = 200;

export const emptyDraft = (record: string): Draft => ({ record, reason: "", source: "", by: "", rows: [] });

/** The draft as it was left; what cannot be read of it counts as not there. */
export function readDraft(document: TablesDocument): Draft {
  try {
    return checkDraft(JSON.parse(readText(KEY) ?? "null"), document);
  } catch {
    return emptyDraft(document.version);
  }
}

/** Keep the draft; false when the browser refuses to. */
export const writeDraft = (draft: Draft) => writeText(KEY, JSON.stringify(draft));

export const removeDraft = () => removeText(KEY);

function checkDraft(found: unknown, document: TablesDocument): Draft {
  const draft = (typeof found === "object" && found ? found : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof draft[name] === "string" ? draft[name] : "");
  const rows = Array.isArray(draft.rows) ? (draft.rows as Partial<DraftRow>[]).slice(0, MOST_ROWS) : [];
  return {
    record: text("record") || document.version,
    reason: text("reason"),
    source: text("source"),
    by: text("by"),
    rows: rows.flatMap((row) => {
      if (typeof row?.table !== "string" || !document.editable.includes(row.table)) return [];
      const { table } = row;
      const [before, after] = [row.before, row.after].map((cells) => (cells ? readCells(cells, table, document) : null));
      return before || after ? [{ table, before, after }] : [];
    }),
  };
}

/** The cells of the columns that there are. */
const readCells = (cells: Cells, table: string, document: TablesDocument): Cells =>
  Object.fromEntries(document.schemas[table].fields.map(({ name }) => [name, typeof cells[name] === "string" ? cells[name] : ""]));

/** The place in the draft of a row of the record, which is added if it is not there. */
export function openRow(draft: Draft, tables: Tables, table: string, key: readonly string[]): number | null {
  const schema = tables.document.schemas[table];
  const wanted = joinKey(key);
  const at = draft.rows.findIndex((row) => row.table === table && joinKey(readKey(schema, row.before ?? row.after ?? {})) === wanted);
  if (at >= 0) return at;
  const row = findRow(tables, table, key);
  if (!row) return null;
  return draft.rows.push({ table, before: { ...row }, after: { ...row } }) - 1;
}

/** Add a new row with some cells filled in; its place in the draft. */
export function addRow(draft: Draft, tables: Tables, table: string, cells: Cells): number {
  const blank = emptyRow(tables.document.schemas[table]);
  const known = Object.fromEntries(Object.entries(cells).filter(([column]) => column in blank));
  return draft.rows.push({ table, before: null, after: { ...blank, ...known } }) - 1;
}

/**
 * An id for a new claim, as those of the record are made: event, actor, reference party and a number.
 * Empty until these are known.
 */
export function suggestClaimId(row: Cells, claims: readonly Cells[]) {
  if (!row.event_id || !row.actor || !row.toward) return "";
  const stem = `${row.event_id}-${row.actor}-${row.toward}-`.toLowerCase();
  const taken = new Set(claims.map((claim) => claim.id));
  let number = 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
