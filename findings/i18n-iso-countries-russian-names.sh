#!/usr/bin/env bash
# i18n-iso-countries 7.14.0 (npm), Russian names.
# Seen: Kyrgyzstan and Moldova have their Soviet-era forms, Belarus its present one, so one list mixes both
# usages. Looking a code up by name knows only those spellings: the official Russian names of the two
# states find nothing, and neither does the old form of Belarus. Kosovo has the three-letter code XKK and
# the number 983, where tables of conflicts and development mostly write XKX.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund i18n-iso-countries@7.14.0
cat > look.cjs <<'JS'
const countries = require("i18n-iso-countries");
countries.registerLocale(require("i18n-iso-countries/langs/ru.json"));
const seen = {
  names: ["KG", "MD", "BY"].map((code) => countries.getName(code, "ru")),
  found: ["Кыргызстан", "Молдова", "Белоруссия", "Киргизия"].map((name) => countries.getAlpha2Code(name, "ru") ?? null),
  kosovo: [countries.alpha2ToAlpha3("XK"), countries.alpha2ToNumeric("XK")],
};
console.log(JSON.stringify(seen));
const wanted = { names: ["Киргизия", "Молдавия", "Беларусь"], found: [null, null, null, "KG"], kosovo: ["XKK", "983"] };
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
node look.cjs
