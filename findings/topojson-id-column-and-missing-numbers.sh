#!/usr/bin/env bash
# topojson 2.2 with geopandas 1.2.0 (PyPI).
# Seen: a column named id of a GeoDataFrame becomes a property of that name, while the id that TopoJSON
# clients look at is the number of the row. A missing number is written as the bare word NaN, which JSON
# does not have: Python reads the file back, a browser's JSON.parse refuses the whole of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet topojson==2.2 geopandas==1.2.0 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import json
import sys

import geopandas
from shapely.geometry import box
from topojson import Topology

frame = geopandas.GeoDataFrame(
    {"id": ["ARM", "AZE"], "deaths": [1, None]},
    geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)],
    crs=4326,
)
text = Topology(frame, prequantize=False).to_json()


def refuse(word: str) -> None:
    """Read as a browser does."""
    raise ValueError(f"{word} is no JSON")


try:
    json.loads(text, parse_constant=refuse)
    strict = "read"
except ValueError as error:
    strict = str(error)
ids = [
    (row["id"], row["properties"]["id"]) for row in json.loads(text)["objects"]["data"]["geometries"]
]
print(ids, strict)
sys.exit(0 if ids == [(0, "ARM"), (1, "AZE")] and strict == "NaN is no JSON" else 1)
PY
