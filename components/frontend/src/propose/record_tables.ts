/** The tables of the record with the changes of a draft in them. Rows are never changed in place. */
import type { Cells, DraftRow, Schema, TablesDocument } from "./content.ts";

export interface Tables {
  document: TablesDocument;
  rows: Record<string, readonly Cells[]>;
}

/** Cells of a key as one text. */
export const joinKey = (key: readonly string[]) => key.join("\u0000");

export const readKey = (schema: Schema, row: Cells) => schema.key.map((column) => row[column]);

export function indexTables(document: TablesDocument): Tables {
  const rows: Tables["rows"] = {};
  for (const [name, { fields }] of Object.entries(document.schemas))
    rows[name] = document.tables[name].map((cells) => Object.fromEntries(fields.map((field, at) => [field.name, cells[at]])));
  return { document, rows };
}

/** The row of a table by its key; none where there is no such row. */
export function findRow({ document, rows }: Tables, table: string, key: readonly string[]): Cells | undefined {
  const wanted = joinKey(key);
  return rows[table].find((row) => joinKey(readKey(document.schemas[table], row)) === wanted);
}

/** A row of a table without a cell filled in. */
export const emptyRow = (schema: Schema): Cells => Object.fromEntries(schema.fields.map((field) => [field.name, ""]));

/** The tables as they would be; what the record has no longer is left alone, as the check at the maintainer's would name it. */
export function applyDraft(tables: Tables, draft: readonly DraftRow[]): Tables {
  const rows = { ...tables.rows };
  for (const { table, before, after } of draft) {
    const schema = tables.document.schemas[table];
    const wanted = before && joinKey(readKey(schema, before));
    if (wanted === null) {
      if (after) rows[table] = [...rows[table], after];
      continue;
    }
    rows[table] = rows[table].flatMap((row) => {
      if (joinKey(readKey(schema, row)) !== wanted) return [row];
      return after ? [{ ...row, ...pickChanged(before ?? {}, after) }] : [];
    });
  }
  return { ...tables, rows };
}

/** The cells of a row that differ from what was read. */
export const pickChanged = (before: Cells, after: Cells): Cells =>
  Object.fromEntries(Object.entries(after).filter(([column, cell]) => cell !== (before[column] ?? "")));

/** Rows by what is asked of each. */
export function groupRows(rows: readonly Cells[], nameGroup: (row: Cells) => string): Map<string, Cells[]> {
  const groups: Map<string, Cells[]> = new Map();
  for (const row of rows) {
    const name = nameGroup(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
