/** A row of a layer in words. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { isoOf } from "../core/iso_day.ts";
import { dateRange, dateSpan, longDate } from "../ui/date_format.ts";
import { nameValue } from "./column_recognition.ts";
import { ALWAYS } from "./packed_layer.ts";
import type { UserLayer } from "./layer_storage.ts";

const LONGEST_NAME = 120;

/** The name of a category; that without a name is all others, or the rows where it is empty. */
export function nameCategory({ settings, data }: UserLayer, place: number) {
  const value = data.categories[place];
  if (value) return nameValue(settings.layout, value, currentLanguage()).slice(0, LONGEST_NAME);
  if (data.categories.length === 1) return _("All rows");
  return _("Others or none");
}

const isWhole = (size: number) => (Number.isInteger(size) ? 0 : 2);

export const describeSize = (size: number) => (Number.isNaN(size) ? "" : formatNumber(size, isWhole(size)));

/** The days of a row; nothing for one without a date. */
export function describeDays({ data }: UserLayer, at: number) {
  const [start, end] = [data.start[at], data.end[at]];
  if (start === ALWAYS) return "";
  const [from, to] = [isoOf(start), isoOf(end)];
  if (start === end) return longDate(from);
  return end - start > 3000 ? dateSpan(from, to) : dateRange(from, to);
}

/** Title and lines of the card under the pointer. */
export function describeRow(layer: UserLayer, at: number): { title: string; lines: string[] } {
  const { settings, data } = layer;
  const size = describeSize(data.size[at]);
  return {
    title: data.labels[at] || (settings.categoryName ? nameCategory(layer, data.category[at]) : settings.name),
    lines: [
      describeDays(layer, at),
      settings.categoryName && data.labels[at] ? nameCategory(layer, data.category[at]) : "",
      size && `${settings.sizeName}: ${size}`,
      _("{name}, row {row}", { name: settings.name, row: data.row[at] }),
    ].filter(Boolean),
  };
}
