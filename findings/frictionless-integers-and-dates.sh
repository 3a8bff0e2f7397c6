#!/usr/bin/env bash
# frictionless 5.21.0 (PyPI).
# Seen: fields of Table Schema take more than the schema's text lets one expect. An integer column accepts
# 1_000 (Python's notation) as 1000 and full-width digits; a date column of the default format, which is
# ISO 8601, accepts 2020-9-7. Two programs that share a data package can so disagree on whether a row is
# valid, and a clean report is no proof that another reader will take the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet frictionless==5.21.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

from frictionless import Field

seen = {}
for kind, cell in (("integer", "1_000"), ("integer", "１２"), ("date", "2020-9-7"), ("date", "2020-09-07")):
    value, notes = Field.from_descriptor({"name": "x", "type": kind}).read_cell(cell)
    seen[f"{kind} {cell}"] = f"refused ({notes})" if notes else str(value)
print(seen)
wanted = {
    "integer 1_000": "1000",
    "integer １２": "12",
    "date 2020-9-7": "2020-09-07",
    "date 2020-09-07": "2020-09-07",
}
sys.exit(0 if seen == wanted else 1)
PY
