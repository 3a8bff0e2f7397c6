#!/usr/bin/env bash
# world-countries 5.1.0 and i18n-iso-countries 7.14.0 (npm), country_converter 1.3.2 (PyPI, its table only).
# Seen: Kosovo has another three-letter code in each: UNK in the first (also in the lists of its neighbours'
# borders), XKK in the second, XKX in the third, and none of them knows the others' codes. All look like ISO
# codes and none is one, so two tables joined by that column lose Kosovo, and only Kosovo. XK with two
# letters is the same in all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund world-countries@5.1.0 i18n-iso-countries@7.14.0
python3 -m pip install --quiet --no-deps --target "$folder/python" country_converter==1.3.2 2>/dev/null
cat > look.cjs <<'JS'
const fs = require("node:fs");
const world = require("world-countries");
const { alpha2ToAlpha3, alpha3ToAlpha2 } = require("i18n-iso-countries");
const [head, ...rows] = fs.readFileSync("python/country_converter/country_data.tsv", "utf8").trim().split("\n").map((line) => line.split("\t"));
const converted = rows.find((row) => row[head.indexOf("ISO2")] === "XK");
const seen = {
  world: world.find((country) => country.cca2 === "XK").cca3,
  neighbour: world.find((country) => country.cca2 === "AL").borders.filter((code) => code.startsWith("UNK") || code.startsWith("XK")).join(),
  i18n: alpha2ToAlpha3("XK"),
  converter: converted[head.indexOf("ISO3")],
  foreign: [
    ...["XKK", "XKX"].map((code) => world.some((country) => country.cca3 === code)),
    ...["UNK", "XKX"].map((code) => alpha3ToAlpha2(code) !== undefined),
    ...["UNK", "XKK"].map((code) => rows.some((row) => row[head.indexOf("ISO3")] === code)),
  ].some(Boolean),
};
console.log(seen);
const wanted = { world: "UNK", neighbour: "UNK", i18n: "XKK", converter: "XKX", foreign: false };
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
node look.cjs
