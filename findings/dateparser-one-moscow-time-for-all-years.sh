#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI).
# Seen: an abbreviation of a time zone has one offset for all years. Moscow kept +04:00 from March 2011 to October
# 2014, and news agencies wrote MSK beside it; dateparser reads the minutes around midnight of that time one hour
# off, so that a statement of 00:30 MSK falls on another day in UTC (20:30 of the day before; read as 21:30). ALMT
# is +06:00 in a text of 2025 too, a year after Almaty changed to +05:00. The same texts with the name of a zone
# (`settings={"TIMEZONE": "Europe/Moscow"}`) are read by the rules of their year. Nothing tells the two apart in
# the result, which carries an offset that looks exact.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dateparser==1.5.0 tzdata==2025.2 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import timedelta

import dateparser


def offset(text, **settings):
    found = dateparser.parse(text, settings={"RETURN_AS_TIMEZONE_AWARE": True, **settings})
    return found.utcoffset() // timedelta(hours=1)


written = {
    year: offset(f"15 May {year} 00:30 MSK") for year in (2010, 2012, 2016)
}
by_name = {
    year: offset(f"15 January {year} 00:30", TIMEZONE="Europe/Moscow") for year in (2010, 2012, 2016)
}
almaty = (
    offset("15 May 2025 00:30 ALMT"),
    offset("15 May 2025 00:30", TIMEZONE="Asia/Almaty"),
)
print(written, by_name, almaty)
wanted = ({2010: 3, 2012: 3, 2016: 3}, {2010: 3, 2012: 4, 2016: 3}, (6, 5))
sys.exit(0 if (written, by_name, almaty) == wanted else 1)
PY
