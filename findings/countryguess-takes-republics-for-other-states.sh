#!/usr/bin/env bash
# countryguess 0.4.9 (PyPI), which finds a country's codes by its name and answers None for what it does not know.
# Seen: a state that it does not know becomes another one as soon as its full name is given, since most letters of
# "Republic of ..." agree with some official name. Artsakh, Abkhazia and South Ossetia find nothing; the Republic of
# each is Iraq, Albania and South Africa. The Republic of Vietnam, as the Correlates of War call the South, is Kenya,
# and the North's official name the DR Congo. Siberia is Liberia. Nothing in the answer says that it was a guess.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet countryguess==0.4.9 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys

from countryguess import guess_country

WANTED = {
    "Artsakh": None,
    "Republic of Artsakh": "IRQ",
    "Abkhazia": None,
    "Republic of Abkhazia": "ALB",
    "South Ossetia": None,
    "Republic of South Ossetia": "ZAF",
    "Republic of Crimea": "ARM",
    "Republic of Vietnam": "KEN",
    "Democratic Republic of Vietnam": "COD",
    "Siberia": "LBR",
}
seen = {name: guess_country(name, attribute="iso3") for name in WANTED}
for name, code in seen.items():
    print(name, "->", code)
sys.exit(0 if seen == WANTED else 1)
PY
