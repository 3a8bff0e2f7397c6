#!/usr/bin/env bash
# krippendorff 0.1.0 (npm), Krippendorff's alpha of a table with one row for each coder. A row may be shorter than the
# others where a coder left the last units out, as its own example shows.
# Seen: the row that comes first decides how many units count. If its coder stopped early, the units after that are
# left out for all coders, so that the same codings give 0.417, or 0.375 with the coders in another order; alpha does
# not depend on who is named first. And null, which is how JSON writes a missing coding, is a category of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund krippendorff@0.1.0
cat > look.cjs <<'JS'
const { alpha } = require("krippendorff");
const [early, second, third] = [[1, 2], [1, 2, 1], [1, 1, 1]];
const seen = {
  last: alpha([second, third, early]),
  first: alpha([early, second, third]),
  written: alpha([[...early, undefined], second, third]),
  json: alpha([[...early, null], second, third]),
};
for (const [name, value] of Object.entries(seen)) seen[name] = Number(value.toFixed(3));
console.log(JSON.stringify(seen));
const wanted = { last: 0.417, first: 0.375, written: 0.417, json: 0.2 };
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
node look.cjs
