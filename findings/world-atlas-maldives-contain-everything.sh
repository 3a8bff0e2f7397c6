#!/usr/bin/env bash
# world-atlas 2.0.2, topojson-client 3.1.0 and d3-geo 3.1.2 (npm).
# Seen: in the 10m countries the Maldives contain every point on Earth for geoContains of d3-geo, so a
# lookup "which country is at this place" answers with two countries. Three of its rings are slivers of
# three corners, which quantization left wound the other way round: on a sphere such a ring means all the
# rest of the globe, and the geoArea of each comes out as 4 pi. The 50m file does not have the fault.
# For a map in d3-geo: check geoArea of every country after loading, not only that the file parses.
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
const places = { Yerevan: [44.51, 40.18], Bishkek: [74.6, 42.87], Minsk: [27.56, 53.9] };
const seen = {};
for (const scale of ["10m", "50m"]) {
  const topology = require(`world-atlas/countries-${scale}.json`);
  const countries = feature(topology, topology.objects.countries).features;
  seen[scale] = {
    found: Object.fromEntries(Object.entries(places).map(([place, point]) =>
      [place, countries.filter((country) => geoContains(country, point)).map((country) => country.properties.name).sort()])),
    largerThanHalfTheGlobe: countries.filter((country) => geoArea(country) > 2 * Math.PI).map((country) => country.properties.name),
  };
}
console.log(JSON.stringify(seen, null, 1));
const wrong = seen["10m"].largerThanHalfTheGlobe.join() !== "Maldives"
  || seen["10m"].found.Yerevan.join() !== "Armenia,Maldives"
  || seen["50m"].largerThanHalfTheGlobe.length !== 0
  || seen["50m"].found.Yerevan.join() !== "Armenia";
process.exit(wrong ? 1 : 0);
JS
node look.mjs
