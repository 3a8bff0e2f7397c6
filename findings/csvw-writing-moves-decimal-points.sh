#!/usr/bin/env bash
# csvw 4.1.1 (PyPI), reader and writer of tables described in the W3C's metadata for CSV on the Web.
# Seen: a decimal column whose format names a group separator and nothing else is read rightly ("1,234.5" is 1234.5),
# but written without its decimal point: 1234.5 becomes "1,2345" and 0.25 becomes "025". The file stays valid, so
# that the next reader takes ten or a hundred times the number, and nothing warns. The W3C's default for the decimal
# separator is the point; only when the description repeats that default does the number survive.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet csvw==4.1.1 2>/dev/null
"$folder/venv/bin/python" -W ignore - "$folder" <<'PY'
import json
import pathlib
import sys

from csvw import Table

folder = pathlib.Path(sys.argv[1])


def write_and_read_again(separators):
    column = {"name": "refugees_thousand", "datatype": {"base": "decimal", "format": separators}}
    described = {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"columns": [{"name": "war"}, column]}}
    (folder / "t.csv").write_text('war,refugees_thousand\nA,"1,234.5"\nB,0.25\n')
    (folder / "t.csv-metadata.json").write_text(json.dumps(described))
    numbers = []
    for _ in range(2):
        table = Table.from_file(folder / "t.csv-metadata.json")
        rows = list(table.iterdicts())
        numbers.append([str(row["refugees_thousand"]) for row in rows])
        table.write(rows)
    return numbers


seen = [write_and_read_again({"groupChar": ","}), write_and_read_again({"groupChar": ",", "decimalChar": "."})]
for first, second in seen:
    print(first, "->", second)
wanted = [[["1234.5", "0.25"], ["12345", "25"]], [["1234.5", "0.25"], ["1234.5", "0.25"]]]
sys.exit(0 if seen == wanted else 1)
PY
