#!/usr/bin/env bash
# babel-edtf 1.2.2 with edtf 5.0.2 and Babel 2.19.0 (PyPI), which words intervals of EDTF's level 0 in many languages.
# Seen: when the two ends are not known equally well, the coarser one is worded as finely as the other: from 15 May
# 1994 to the year 1999 becomes "31 December 1999", and May 1992 to 1994 ends in "December 1994"; a start in 1992 and
# an end on 15 May 1994 begin on "1 January 1992". The format exists so as not to claim such a day, and a reader
# cannot tell it from a known one. Ends of the same precision are left as they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel-edtf==1.2.2 edtf==5.0.2 babel==2.19.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

from babel_edtf import format_edtf

WANTED = {
    "1994-05-15/1999": "May 15, 1994 - Dec 31, 1999",
    "1992-05/1994": "May 1992 - Dec 1994",
    "1992/1994-05-15": "Jan 1, 1992 - May 15, 1994",
    "1992/1994": "1992 - 1994",
}
dashes = str.maketrans({"\N{EN DASH}": "-"})
seen = {text: " ".join(format_edtf(text, locale="en").translate(dashes).split()) for text in WANTED}
for text, words in seen.items():
    print(text, "->", words)
sys.exit(0 if seen == WANTED else 1)
PY
