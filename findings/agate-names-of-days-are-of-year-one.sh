#!/usr/bin/env bash
# agate 1.14.2 (PyPI), which csvkit reads tables with.
# Seen: a column of months ("May", "March"), of days of the week or of "today" and "tomorrow" is taken for dates, and
# each is a day of the year 1: May becomes 0001-05-01, Sun 0001-01-07. So is a day without its year, "27 September".
# One cell that is no date makes the whole column text again, so that the type of a column, and what a chart of it
# shows, depends on one row. Whoever tabulates events by month and leaves the types to be guessed gets dates twenty
# centuries before the events, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet agate==1.14.2 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import io
import sys

import agate


def read(*cells):
    table = agate.Table.from_csv(io.StringIO("\n".join(["event,when", *(f"war,{cell}" for cell in cells)])))
    column = table.columns["when"]
    return type(column.data_type).__name__, [str(value) for value in column.values()]


seen = [
    read("May", "March"),
    read("Sun", "Mon"),
    read("today", "tomorrow"),
    read("27 September", "10 November"),
    read("May", "March", "spring of 2021"),
]
for row in seen:
    print(*row)
wanted = [
    ("Date", ["0001-05-01", "0001-03-01"]),
    ("Date", ["0001-01-07", "0001-01-08"]),
    ("Date", ["0001-01-01", "0001-01-02"]),
    ("Date", ["0001-09-27", "0001-11-10"]),
    ("Text", ["May", "March", "spring of 2021"]),
]
sys.exit(0 if seen == wanted else 1)
PY
