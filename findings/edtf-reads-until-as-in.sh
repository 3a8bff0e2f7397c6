#!/usr/bin/env bash
# edtf 5.0.2 (PyPI), its reader of English phrases (text_to_edtf), which makes dates of the Extended Date/Time Format.
# Seen: how long something lasted is lost without a sign. "since 1994" becomes an open interval, but "until 1999" the
# year 1999 alone, and "1992-1994" with a dash of print the year 1994. "1994 to 1999" and "between 1988 and 1994"
# are not read at all. The memberships and wars of a chronicle so shrink to one end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet edtf==5.0.2 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

from edtf import text_to_edtf

WANTED = {
    "since 1994": "1994/",
    "until 1999": "1999",
    "1992\N{EN DASH}1994": "1994",
    "1994 to 1999": None,
    "between 1988 and 1994": None,
}
seen = {text: text_to_edtf(text) for text in WANTED}
for text, date in seen.items():
    print(text, "->", date)
sys.exit(0 if seen == WANTED else 1)
PY
