#!/usr/bin/env bash
# type-analyzer 0.4.0 (npm), by which kepler.gl decides what the columns of a dropped table are.
# Seen: a column of dates with the day first and slashes is a date of the layout year, month, day. A column of decimal
# commas with one decimal point, and one of numbers with a range written "3-4" with a dash of print, are whole
# numbers; three-digit country codes (M49 "020") are whole numbers too, so their zeros go. A column of years in which
# one cell says that the war goes on is numbers, while months ("1992-05") and intervals are plain text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund type-analyzer@0.4.0
cat > look.cjs <<'JS'
const { Analyzer } = require("type-analyzer");
const columns = [
  [["27/09/2020", "04/10/2020"], "DATE", "YYYY/M/D"],
  [["27.09.2020", "04.10.2020"], "STRING", ""],
  [["39.9", "40,1"], "INT", ""],
  [["3\u20134", "5"], "INT", ""],
  [["020", "398"], "INT", ""],
  [["1991", "ongoing"], "INT", ""],
  [["1992-05", "1994-07"], "STRING", ""],
];
const same = columns.map(([cells, type, format]) => {
  const [seen] = Analyzer.computeColMeta(cells.map((cell) => ({ cell })), [], {});
  console.log(JSON.stringify(cells), seen.type, seen.format);
  return seen.type === type && seen.format === format;
});
process.exit(same.every(Boolean) ? 0 : 1);
JS
node look.cjs
