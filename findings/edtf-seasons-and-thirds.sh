#!/usr/bin/env bash
# edtf 4.11.1 (npm), a reader of the Extended Date/Time Format, with its parts of a year.
# Seen: "spring 2016" (2016-21) is January to March and "winter 2016" (2016-24) October to December: the
# four seasons are the calendar's quarters, so a summer offensive of June is none of the summer. The
# thirds of a year overlap: the first (2016-37) ends on 31 May, the second begins on 1 May and ends on
# 30 September, when the third has begun. A day of May or September is counted twice by who groups so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
cat > look.mjs <<'JS'
import edtf from "edtf";
const day = (time) => new Date(time).toISOString().slice(0, 10);
const seen = Object.fromEntries(["2016-21", "2016-22", "2016-23", "2016-24", "2016-37", "2016-38", "2016-39"].map((text) => {
  const part = edtf(text);
  return [text, `${day(part.min)} to ${day(part.max)}`];
}));
const june = edtf("2016-23").covers(edtf("2016-06-15"));
const may = ["2016-37", "2016-38"].map((text) => edtf(text).covers(edtf("2016-05-15")));
console.log(seen, june, may);
const wanted = {
  "2016-21": "2016-01-01 to 2016-03-31", "2016-22": "2016-04-01 to 2016-06-30", "2016-23": "2016-07-01 to 2016-09-30",
  "2016-24": "2016-10-01 to 2016-12-31", "2016-37": "2016-01-01 to 2016-05-31", "2016-38": "2016-05-01 to 2016-09-30",
  "2016-39": "2016-09-01 to 2016-12-31",
};
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) && !june && may.every(Boolean) ? 0 : 1);
JS
node look.mjs
