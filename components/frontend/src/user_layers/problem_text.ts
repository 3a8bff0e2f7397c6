/** Rules that a file or a row of it can break, in words. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { isoOf } from "../core/iso_day.ts";
import { longDate } from "../ui/date_format.ts";
import { FileFault, MOST_BYTES, MOST_ROWS } from "./table.ts";
import type { Limits } from "./row_reading.ts";

const MEGABYTE = 1_000_000;

/** What is wrong with a row, by rule. */
export const nameRules = ({ firstDay, lastDay }: Limits): Record<string, string> => ({
  fields: _("more cells than columns"),
  missing: _("is empty"),
  coordinate: _("is no coordinate in degrees"),
  latitude: _("a latitude lies between −90 and 90"),
  longitude: _("a longitude lies between −180 and 180"),
  swapped: _("latitude and longitude may be swapped"),
  "off-map": _("lies off the map"),
  geometry: _("has no point, line or area"),
  date: _("is no date"),
  calendar: _("is no day of the calendar"),
  "two-digit-year": _("a year has four digits"),
  "end-before-start": _("the end is before the start"),
  "before-record": _("is before {day}, where the map begins", { day: longDate(isoOf(firstDay)) }),
  "after-record": _("is after {day}, where the map ends", { day: longDate(isoOf(lastDay)) }),
  number: _("is no number"),
  negative: _("is negative"),
});

/** Why a file is not read, for the reader. */
export function describeFileFault(error: unknown): string {
  const { rule, detail } = error instanceof FileFault ? error : { rule: "unreadable", detail: String(error) };
  const sentences: Record<string, string> = {
    empty: _("The file has no rows."),
    "too-large": _("The file is larger than {size} MB, more than a browser can hold safely. Cut it down and try again.", {
      size: formatNumber(MOST_BYTES / MEGABYTE),
    }),
    "too-many-rows": _(
      "The file has more than {count} rows, the most that the map can show. Nothing was read: divide or filter it and try again.",
      { count: formatNumber(MOST_ROWS) },
    ),
    "old-workbook": _("This is a workbook of an old Excel (.xls). Save it as .xlsx or CSV and try again."),
    geopackage: _("GeoPackage files cannot be read here. Export the layer as GeoJSON (in QGIS: Export, Save Features As) and try again."),
    shapefile: _("Shapefiles cannot be read here. Export the layer as GeoJSON and try again."),
    page: _("This is a web page, not a file of data. Perhaps the download needed a login."),
    binary: _("This file is neither a table nor GeoJSON nor KML."),
    "other-archive": _("This archive is no workbook. Unpack it and choose a file in it."),
    archive: _("The archive cannot be unpacked: it may be damaged."),
    workbook: _("The workbook cannot be read: it may be damaged."),
    json: _("The file is not valid JSON."),
    "not-geojson": _("The file is JSON but not GeoJSON: it has no features."),
    kml: _("The file is not valid KML."),
  };
  const said = sentences[rule] ?? _("The file cannot be read.");
  return detail ? `${said} (${detail.slice(0, 200)})` : said;
}
