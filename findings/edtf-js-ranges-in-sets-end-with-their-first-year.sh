#!/usr/bin/env bash
# edtf 4.11.1 (npm), dates of the Extended Date/Time Format.
# Seen: "one of the years 1992 to 1994", written as a set with a range, ends on 31 December 1992 when the range is the
# last member, and covers neither 1993 nor 1994, though going through its members lists all three. The same set
# written member by member, or with a later year after the range, ends and covers rightly. Whoever sorts or filters
# by these ends (a time slider, a search for "1993") loses the later years of every such date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
cat > look.mjs <<'JS'
import edtf from "edtf";
const look = (text) => {
  const date = edtf(text);
  const end = new Date(date.max).toISOString().slice(0, 10);
  return [[...date].map((year) => year.edtf).join(" "), end, date.covers(edtf("1993"))];
};
const wanted = {
  "[1992..1994]": ["1992 1993 1994", "1992-12-31", false],
  "{1992..1994}": ["1992 1993 1994", "1992-12-31", false],
  "[1992,1993,1994]": ["1992 1993 1994", "1994-12-31", true],
  "[1992..1994,1999]": ["1992 1993 1994 1999", "1999-12-31", true],
};
const seen = Object.fromEntries(Object.keys(wanted).map((text) => [text, look(text)]));
for (const [text, values] of Object.entries(seen)) console.log(text, ...values);
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
node look.mjs
