#!/usr/bin/env bash
# mapbox-vector-tile 2.2.0 (PyPI), which writes and reads the vector tiles of PMTiles and MapLibre.
# Seen: what the format has no room for is left out in silence. A feature with the id "ARM" is read back with the id 0,
# as is every other one with letters, so a map that marks a state by its id marks them all. A date, a list and a missing
# value are gone from the properties, key and all; the same day as text stays. No error and no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check mapbox-vector-tile==2.2.0 2>/dev/null
cat > look.py <<'PY'
import datetime
import warnings

import mapbox_vector_tile

warnings.simplefilter("error")
properties = {
    "stance": -3,
    "day": datetime.date(1992, 5, 15),
    "text": "1992-05-15",
    "sources": ["a", "b"],
    "note": None,
}
features = [{"geometry": "POINT(1 1)", "properties": properties, "id": key} for key in ("ARM", "KAZ", 51)]
tile = mapbox_vector_tile.encode([{"name": "states", "features": features}])
read = mapbox_vector_tile.decode(tile)["states"]["features"]
print(*((feature.get("id"), feature["properties"]) for feature in read), sep="\n")
assert [feature.get("id") for feature in read] == [0, 0, 51]
assert all(feature["properties"] == {"stance": -3, "text": "1992-05-15"} for feature in read)
PY
env/bin/python look.py
