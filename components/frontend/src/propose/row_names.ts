/** What rows are called in a list, in the language of the page. */
import { WORDS } from "../ui/code_labels.ts";
import { formatCertainty, formatLevel } from "../ui/certainty_labels.ts";
import type { Cells } from "./content.ts";
import type { Tables } from "./record_tables.ts";

const NAMES = ["title", "name", "label", "acronym"];

/** A name or title of a row: in the language, else in English, else as it stands. */
export function nameCells(row: Cells, language: string): string {
  for (const stem of NAMES) {
    const found = row[`${stem}_${language}`] || row[`${stem}_en`] || row[stem];
    if (found) return found;
  }
  return "";
}

/** A row of a table with one key column; its key where it has no name. */
export function nameRow({ document, rows }: Tables, table: string, key: string, language: string) {
  const [column] = document.schemas[table].key;
  const row = rows[table].find((each) => each[column] === key);
  return (row && nameCells(row, language)) || key;
}

export function nameActor(tables: Tables, actor: string, language: string) {
  const organisation = tables.rows.organisations.find((row) => row.id === actor);
  return organisation ? organisation[`acronym_${language}`] || organisation.acronym_en : nameRow(tables, "countries", actor, language);
}

export function nameEvent(tables: Tables, event: string, language: string) {
  const row = tables.rows.events.find((each) => each.id === event);
  return row ? `${nameCells(row, language) || event}, ${row.date_start.slice(0, 4)}` : event;
}

/** What a code of an enumeration means, where the atlas has a word for it. */
export function nameCode(table: string, column: string, code: string): string {
  const kinds: Record<string, string> = { "events kind": "kind", "zone_status status": "zone" };
  const words = WORDS[kinds[`${table} ${column}`] ?? column] as Partial<Record<string, string>> | undefined;
  if (column === "certainty") return formatCertainty(code);
  if (column === "confidence") return formatLevel(code);
  return (["kind", "status"].includes(column) && !(`${table} ${column}` in kinds) ? undefined : words?.[code]) ?? code;
}

export interface Option {
  value: string;
  text: string;
}

/** What a column may hold, for a list to choose from; null where it is written. */
export function listOptions(tables: Tables, table: string, column: string, row: Cells, language: string): Option[] | null {
  const schema = tables.document.schemas[table];
  const field = schema.fields.find(({ name }) => name === column);
  const withCode = (value: string, text: string) => ({ value, text: text && text !== value ? `${text} (${value})` : value });
  const sort = (options: Option[]) => options.sort((one, two) => one.text.localeCompare(two.text, language));
  if (field?.enum.length) return field.enum.map((code) => withCode(code, nameCode(table, column, code)));
  if (field?.type === "boolean") return ["true", "false"].map((code) => withCode(code, code));
  if (schema.actors.includes(column)) {
    // A stance is read toward a reference party of its event alone.
    const parties = tables.rows.parties.filter((party) => party.role === "reference" && party.event_id === row.event_id);
    const own = column === "toward" && parties.length ? parties.map((party) => party.actor) : null;
    const ids = own ?? [...tables.rows.countries, ...tables.rows.organisations].map(({ id }) => id);
    return sort(ids.map((id) => withCode(id, nameActor(tables, id, language))));
  }
  const reference = schema.foreign[column];
  if (!reference) return null;
  const [key] = tables.document.schemas[reference].key;
  if (reference === "events")
    return [...tables.rows.events]
      .sort((one, two) => (one.date_start < two.date_start ? 1 : -1))
      .map(({ id }) => withCode(id, nameEvent(tables, id, language)));
  const options = tables.rows[reference].map((each) => withCode(each[key], nameCells(each, language)));
  if (reference !== "scale") return ["modes", "source_kinds"].includes(reference) ? options : sort(options);
  return options.filter(({ value }) => value !== "NOM");
}
