#!/usr/bin/env bash
# leaflet.timeline 1.6.0 with leaflet 1.9.4 (npm), jsdom 26.1.0 for a document.
# Seen: an end date is the first moment of that day, so a war of 27 September to 10 November is over by noon of the
# 10th and a membership that ends in "2020" is over on 2 January. On the day one membership ends and the next
# begins both are shown at midnight. What has no end yet, a member still in, is never shown at all and
# raises no error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund leaflet.timeline@1.6.0 leaflet@1.9.4 jsdom@26.1.0
cat > look.mjs <<'JS'
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
const require = createRequire(import.meta.url);
const { window } = new JSDOM("<div id=map></div>", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
globalThis.requestAnimationFrame = window.requestAnimationFrame;
const L = (globalThis.L = window.L = require("leaflet"));
require("leaflet.timeline");
const spans = {
  war: { start: "2020-09-27", end: "2020-11-10" },
  left: { start: "1994-05-15", end: "1999-04-02" },
  joined: { start: "1999-04-02", end: "2019-01-01" },
  untilYear: { start: "2020", end: "2020" },
  stillIn: { start: "1994-05-15" },
};
const features = Object.entries(spans).map(([name, span]) => ({
  type: "Feature",
  properties: { name, ...span },
  geometry: { type: "Point", coordinates: [46, 40] },
}));
const timeline = L.timeline({ type: "FeatureCollection", features });
timeline.addTo(L.map(window.document.getElementById("map")).setView([40, 46], 5));
const list = (time) => {
  timeline.setTime(time);
  timeline.updateDisplayedLayers();
  return timeline.getLayers().map((layer) => layer.feature.properties.name).sort().join(" ");
};
const wanted = {
  "1995-01-01": "left",
  "1999-04-02": "joined left",
  "2020-01-02": "",
  "2020-11-10": "war",
  "2020-11-10T12:00Z": "",
  "2026-01-01": "",
};
const seen = Object.fromEntries(Object.keys(wanted).map((time) => [time, list(time)]));
console.log(JSON.stringify(seen, null, 1));
process.exit(Object.keys(wanted).every((time) => seen[time] === wanted[time]) ? 0 : 1);
JS
TZ=UTC node look.mjs
