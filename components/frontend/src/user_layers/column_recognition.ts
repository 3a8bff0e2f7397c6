/** Which column of a table says what: known layouts by their headers, others by common names. */
import { DEFAULT } from "../i18n/languages.ts";
import table from "./column_layouts.json";

export const FIELDS = ["lat", "lon", "start", "end", "size", "category", "label"] as const;
export type Field = (typeof FIELDS)[number];
/** The place of a field's column; -1 for none. */
export type Mapping = Record<Field, number>;

interface Layout {
  id: string;
  name: string;
  requires: string[];
  columns: Partial<Record<Field, string[]>>;
  /** names of coded values of the category, by language */
  values?: Record<string, Record<string, string>>;
}

const layouts: Layout[] = table.layouts;

const normalise = (name: string) =>
  name
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** The layout whose columns are all there, and where the fields are; the last layout takes every table. */
export function recogniseColumns(header: string[]): { layout: string; mapping: Mapping } {
  const names = header.map(normalise);
  const layout = layouts.find(({ requires }) => requires.every((name) => names.includes(name))) ?? layouts[layouts.length - 1];
  const taken: Set<number> = new Set();
  const places = FIELDS.map((field) => {
    const at = (layout.columns[field] ?? []).map((name) => names.indexOf(name)).find((place) => place >= 0 && !taken.has(place)) ?? -1;
    if (at >= 0) taken.add(at);
    return [field, at] as const;
  });
  return { layout: layout.id, mapping: Object.fromEntries(places) as Mapping };
}

/** What a layout is called; empty for a table of no known layout. */
export const nameLayout = (id: string) => layouts.find((layout) => layout.id === id)?.name ?? "";

/** The name of a category: that of the layout for a coded value, else the value itself. */
export function nameValue(layout: string, value: string, language: string) {
  const names = layouts.find(({ id }) => id === layout)?.values?.[value];
  return names?.[language] ?? names?.[DEFAULT] ?? value;
}
