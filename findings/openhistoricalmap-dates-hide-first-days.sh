#!/usr/bin/env bash
# @openhistoricalmap/maplibre-gl-dates 1.4.0 with @maplibre/maplibre-gl-style-spec 26.6.0 (npm), which runs its filters.
# Seen: asked for one day, the filter of OpenHistoricalMap's date plugin leaves out what began on that day, while what
# ended on it is kept. A war of 27 September to 10 November appears on the 28th, and an event of a single day is
# shown on no day at all, only when a month or a year is asked for. What ends in "2020" is already gone on 2 January
# 2020 if only the text of its end is given.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @openhistoricalmap/maplibre-gl-dates@1.4.0 @maplibre/maplibre-gl-style-spec@26.6.0
cat > look.mjs <<'JS'
import { createRequire } from "node:module";
import { featureFilter } from "@maplibre/maplibre-gl-style-spec";
const dates = createRequire(import.meta.url)("@openhistoricalmap/maplibre-gl-dates");
const features = {
  war: { start_date: "2020-09-27", end_date: "2020-11-10" },
  oneDay: { start_date: "2020-09-27", end_date: "2020-09-27" },
  untilYear: { start_date: "1994", end_date: "2020" },
};
const list = (date) => {
  const constrained = dates.constrainFilterByDateRange(undefined, dates.dateRangeFromDate(date));
  const { filter } = featureFilter(constrained, "layers[0].filter");
  const shown = (properties) => filter({ zoom: 5 }, { type: 1, properties, geometry: [] });
  return Object.keys(features).filter((name) => shown(features[name])).join(" ");
};
const wanted = {
  "2019-12-31": "untilYear",
  "2020-01-02": "",
  "2020-09-27": "",
  "2020-09-28": "war",
  "2020-11-10": "war",
  "2020-11-11": "",
  "2020-09": "war oneDay",
};
const seen = Object.fromEntries(Object.keys(wanted).map((date) => [date, list(date)]));
console.log(JSON.stringify(seen, null, 1));
process.exit(Object.keys(wanted).every((date) => seen[date] === wanted[date]) ? 0 : 1);
JS
node look.mjs
