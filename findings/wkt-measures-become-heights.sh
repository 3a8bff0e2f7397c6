#!/usr/bin/env bash
# @terraformer/wkt 2.2.2, wkx 0.5.0 and wellknown 0.5.0 (npm): readers of Well-Known Text that make GeoJSON.
# Seen: a measure, where tracks of an event keep their time or year, has three fates. POINT M (x y 1992) is a place 1992
# metres up in the first, since GeoJSON's third number is the height; the second drops it; the third answers null. An
# empty geometry is null in the third as well, and it writes an empty multipolygon as "MULTIPOLYGON ()", which neither
# it nor the other two read. The first refuses the valid numbers +1 and .5, the first two words in small letters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @terraformer/wkt@2.2.2 wkx@0.5.0 wellknown@0.5.0 >/dev/null
cat > look.mjs <<'JS'
import assert from "node:assert";
import { wktToGeoJSON } from "@terraformer/wkt";
import wellknown from "wellknown";
import wkx from "wkx";

const readers = [wktToGeoJSON, (text) => wkx.Geometry.parse(text).toGeoJSON(), wellknown.parse];
const read = (text) =>
  readers.map((reader) => {
    try {
      return JSON.stringify(reader(text)?.coordinates ?? null);
    } catch {
      return "error";
    }
  });
const empty = wellknown.stringify({ type: "MultiPolygon", coordinates: [] });
const seen = {};
for (const text of ["POINT M (44.5 40.2 1992)", "POINT EMPTY", empty, "POINT (+1 2)", "POINT (.5 2)", "point (1 2)"])
  seen[text] = read(text);
console.log(seen);
assert.deepStrictEqual(seen, {
  "POINT M (44.5 40.2 1992)": ["[44.5,40.2,1992]", "[44.5,40.2]", "null"],
  "POINT EMPTY": ["[]", "[]", "null"],
  "MULTIPOLYGON ()": ["error", "error", "null"],
  "POINT (+1 2)": ["error", "[1,2]", "[1,2]"],
  "POINT (.5 2)": ["error", "[0.5,2]", "[0.5,2]"],
  "point (1 2)": ["error", "error", "[1,2]"],
});
JS
node look.mjs
