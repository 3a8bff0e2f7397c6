#!/usr/bin/env bash
# world-atlas 2.0.2, topojson-client 3.1.0, d3-geo 3.1.2 (npm).
# Seen: the exclaves of the Ferghana valley, where the Kyrgyz-Tajik fighting was, depend on the scale.
# Vorukh is Tajik at 10m and 50m but Kyrgyz at 110m; Shahimardan, an exclave of Uzbekistan, is drawn as
# Kyrgyz territory at every scale, the finest included. A map of that frontier from this package
# assigns people to the wrong state without any sign of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2
cat > look.mjs <<'JS'
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { geoArea, geoContains } from "d3-geo";
const require = createRequire(import.meta.url);
const places = { Vorukh: [70.58, 39.86], Shahimardan: [71.8, 39.98] };
const seen = {};
for (const scale of ["10m", "50m", "110m"]) {
  const topology = require(`world-atlas/countries-${scale}.json`);
  const countries = feature(topology, topology.objects.countries).features.filter((country) => geoArea(country) < 6);
  seen[scale] = Object.fromEntries(Object.entries(places).map(([place, point]) =>
    [place, countries.filter((country) => geoContains(country, point)).map((country) => country.properties.name).join()]));
}
console.log(JSON.stringify(seen, null, 1));
const wanted = { "10m": "Tajikistan", "50m": "Tajikistan", "110m": "Kyrgyzstan" };
const same = Object.entries(wanted).every(([scale, name]) => seen[scale].Vorukh === name && seen[scale].Shahimardan === "Kyrgyzstan");
process.exit(same ? 0 : 1);
JS
node look.mjs
