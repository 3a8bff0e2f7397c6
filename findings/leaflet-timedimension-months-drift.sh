#!/usr/bin/env bash
# leaflet-timedimension 1.1.1 (npm), the time slider for Leaflet that folium's time plugins also load; leaflet 1.9.4,
# jsdom 26.1.0 for a document. Its own helpers make the steps of a range from an ISO 8601 period.
# Seen: with steps of a month from 31 December the ends of months are lost for good after the first February: 31
# January is followed by 2 March, then by the 2nd of every month. 29 February with steps of a year becomes 1 March in
# every later year. And a valid interval without a period, start/end, gives no step at all and no error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --legacy-peer-deps leaflet-timedimension@1.1.1 leaflet@1.9.4 jsdom@26.1.0
cat > look.mjs <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<p></p>");
Object.assign(globalThis, { window, document: window.document });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
globalThis.L = window.L = (await import("leaflet")).default;
await import("leaflet-timedimension/dist/leaflet.timedimension.src.js");
const util = L.TimeDimension.Util;
const list = (times) => times.map((time) => new Date(time).toISOString().slice(0, 10)).join(" ");
const steps = (from, to, period) => list(util.explodeTimeRange(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`), period));
const seen = {
  months: steps("2019-12-31", "2020-05-31", "P1M"),
  years: steps("2020-02-29", "2024-12-31", "P1Y"),
  interval: list(util.parseTimesExpression("2020-09-27/2020-11-10")),
};
console.log(JSON.stringify(seen, null, 1));
const wanted = {
  months: "2019-12-31 2020-01-31 2020-03-02 2020-04-02 2020-05-02 2020-05-31",
  years: "2020-02-29 2021-03-01 2022-03-01 2023-03-01 2024-03-01 2024-12-31",
  interval: "",
};
process.exit(Object.keys(wanted).every((name) => seen[name] === wanted[name]) ? 0 : 1);
JS
TZ=UTC node look.mjs
