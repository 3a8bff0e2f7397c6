#!/usr/bin/env bash
# pyogrio 0.13.0 with geopandas 1.1.4 and the GDAL inside it (PyPI).
# Seen: a table of events written as FlatGeobuf comes back in another order, by place along a curve and not as
# given, since the format's index is on by default; a GeoPackage of the same rows keeps theirs. Rows in order
# of time are so no longer in it, and a second table put beside the first by position is paired wrongly.
# With SPATIAL_INDEX="NO" the order stays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyogrio==0.13.0 geopandas==1.1.4 2>/dev/null
"$folder/venv/bin/python" -W ignore - "$folder" <<'PY'
import sys

import geopandas
from shapely.geometry import Point

places = [Point(44.5, 40.2), Point(71.4, 51.2), Point(27.6, 53.9), Point(74.6, 42.9), Point(68.8, 38.6)]
events = geopandas.GeoDataFrame({"year": [1992, 1999, 2010, 2020, 2022]}, geometry=places, crs=4326)
seen = {}
for name, options in (("a.gpkg", {}), ("b.fgb", {}), ("c.fgb", {"SPATIAL_INDEX": "NO"})):
    path = f"{sys.argv[1]}/{name}"
    events.to_file(path, engine="pyogrio", **options)
    seen[name] = geopandas.read_file(path)["year"].tolist()
print(seen)
years = events["year"].tolist()
moved = seen["b.fgb"] != years and sorted(seen["b.fgb"]) == years
sys.exit(0 if seen["a.gpkg"] == seen["c.fgb"] == years and moved else 1)
PY
