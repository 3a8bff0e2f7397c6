/** The rules of a single cell; `data/parse.py:parse_cell` holds the same. */
import { isDay } from "../core/iso_day.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import type { Field } from "./content.ts";

const INTEGER = /^[+-]?[0-9]+$/;
const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/;
const CONTROL = /[\0-\x1f\x7f\u2028\u2029]/;

/** The rule that a cell breaks; empty where it breaks none. */
export function checkCell(field: Field, cell: string): string {
  if (!cell) return field.required ? _("must be filled in") : "";
  if (cell !== cell.trim()) return _("begins or ends with a space");
  if (CONTROL.test(cell)) return _("has a line break or a control character");
  const wrong = checkType(field, cell);
  if (wrong) return wrong;
  if (field.enum.length && !field.enum.includes(cell)) return _("must be one of {values}", { values: field.enum.join(", ") });
  if (field.pattern && !new RegExp(field.pattern, "u").test(cell)) return describePattern(field.pattern);
  if (field.minimum !== null && Number(cell) < field.minimum) return _("must be at least {minimum}", { minimum: field.minimum });
  if (field.maximum !== null && Number(cell) > field.maximum) return _("must be at most {maximum}", { maximum: field.maximum });
  return "";
}

function checkType({ type }: Field, cell: string) {
  if (type === "integer") return INTEGER.test(cell) ? "" : _("must be a whole number");
  if (type === "number") return NUMBER.test(cell) ? "" : _("must be a number, with a decimal point");
  if (type === "boolean") return cell === "true" || cell === "false" ? "" : _("must be true or false");
  if (type === "date") return isDay(cell) && cell > "0001" ? "" : _("must be a day as 2020-10-15");
  return "";
}

function describePattern(pattern: string) {
  if (pattern.startsWith("^https?:")) return _("must be an address that begins with http:// or https://");
  if (pattern.startsWith("^[a-z0-9]+(-")) return _("only lower-case Latin letters, digits and single hyphens, as april-war-2016");
  if (pattern.startsWith("^[0-9]{4}(-")) return _("must be a year, a month or a day: 2020, 2020-10 or 2020-10-15");
  return _("must match {pattern}", { pattern });
}
