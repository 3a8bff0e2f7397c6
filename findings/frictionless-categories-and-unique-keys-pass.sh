#!/usr/bin/env bash
# frictionless 5.21.0 (PyPI), on a package that declares the profile of Data Package 2.0.
# Seen: of what version 2 adds to a table's schema some is checked and some only read. A value at its exclusiveMaximum
# is an error, but a value outside the field's categories is valid, with plain categories and with labelled ones, and so
# are two rows of one unique key (uniqueKeys), where the same column as primaryKey is an error. A code that is on no
# scale and a stance that is recorded twice so pass as valid, though the schema rules them out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0 2>/dev/null
cat > look.py <<'PY'
from frictionless import validate


def errors(schema: dict, rows: list[list[str]]) -> list[str]:
    fields = [{"name": "state", "type": "string"}, {"name": "stance", "type": "integer"}]
    for field in fields:
        field.update(schema.pop(field["name"], {}))
    data = [["state", "stance"], *rows]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": [{"name": "stances", "data": data, "schema": {"fields": fields, **schema}}],
    }
    return [row[0] for row in validate(package).flatten(["type"])]


labelled = [{"value": -1, "label": "opposes"}, {"value": 1, "label": "supports"}]
twice = [["ARM", "1"], ["ARM", "-1"]]
seen = {
    "exclusiveMaximum": errors({"stance": {"constraints": {"exclusiveMaximum": 3}}}, [["ARM", "3"]]),
    "categories": errors({"state": {"categories": ["KAZ"]}}, [["ARM", "1"]]),
    "labelled categories": errors({"stance": {"categories": labelled}}, [["ARM", "9"]]),
    "uniqueKeys": errors({"uniqueKeys": [["state"]]}, twice),
    "primaryKey": errors({"primaryKey": ["state"]}, twice),
}
print(*seen.items(), sep="\n")
assert seen == {
    "exclusiveMaximum": ["constraint-error"],
    "categories": [],
    "labelled categories": [],
    "uniqueKeys": [],
    "primaryKey": ["primary-key"],
}
PY
env/bin/python look.py
