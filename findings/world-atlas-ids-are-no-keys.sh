#!/usr/bin/env bash
# world-atlas 2.0.2 (npm).
# Seen: the ids of its 10m countries cannot serve as keys. Sixteen features have none (Kosovo, Northern
# Cyprus, Somaliland, and Baikonur, which is cut out of Kazakhstan there and only there), and "036"
# stands twice: Australia shares it with the Ashmore and Cartier Islands. A table joined by id loses
# the sixteen, and a Map keyed by id keeps one of the two Australias.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund world-atlas@2.0.2
cat > look.cjs <<'JS'
const counted = {};
for (const scale of ["10m", "50m", "110m"]) {
  const rows = require(`world-atlas/countries-${scale}.json`).objects.countries.geometries;
  const ids = rows.map((row) => row.id);
  const twice = [...new Set(ids.filter((id, place) => id !== undefined && ids.indexOf(id) !== place))];
  counted[scale] = {
    without: rows.filter((row) => row.id === undefined).map((row) => row.properties.name).sort(),
    twice: Object.fromEntries(twice.map((id) => [id, rows.filter((row) => row.id === id).map((row) => row.properties.name).sort()])),
  };
}
console.log(JSON.stringify(counted, null, 1));
const fine = counted["10m"].without.length === 16 && counted["10m"].without.includes("Baikonur")
  && !counted["50m"].without.includes("Baikonur") && counted["110m"].without.join() === "Kosovo,N. Cyprus,Somaliland"
  && counted["10m"].twice["036"]?.length === 2;
process.exit(fine ? 0 : 1);
JS
node look.cjs
