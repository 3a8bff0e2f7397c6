#!/usr/bin/env bash
# edtf 4.11.1 (npm), dates of the Extended Date/Time Format, and its own function that words them for readers.
# Seen: it knows how to say doubt in six languages. In any other one, Russian among them, it does not fall back or
# refuse: it gives the start as if it were certain and whole. "About 1992" and "1992?" are 1992, an unknown year of
# the 1990s is 1990, an unknown day of May is 1 May, and the years 1992 to 1994 are 1992. An interval without an end,
# refused in English, is a single year. One page in two languages so states two different facts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
cat > look.mjs <<'JS'
import edtf, { format } from "edtf";
const say = (text, language) => {
  try {
    return format(edtf(text), language).replace(/\s/g, " ");
  } catch {
    return "refused";
  }
};
const wanted = {
  "1992~": ["c. 1992", "1992"],
  "1992?": ["1992 (?)", "1992"],
  "199X": ["XXXX", "1990"],
  "1992-05-XX": ["5/X/1992", "01.05.1992"],
  "1992/1994": ["1992 – 1994", "1992"],
  "1994/..": ["refused", "1994"],
};
const seen = Object.fromEntries(Object.keys(wanted).map((text) => [text, [say(text, "en"), say(text, "ru")]]));
for (const [text, words] of Object.entries(seen)) console.log(text, "->", words.join(" | "));
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
TZ=UTC node look.mjs
