"""Places from geodata/places.csv, with coordinates from GeoNames where it has them."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from geodata.build.fetch import fetch_input
from geodata.read import GEODATA, read_table


def build_places() -> list[dict[str, object]]:
    """Places sorted by rank and id, coordinates in degrees to four decimals (about ten metres)."""
    places: list[dict[str, object]] = []
    for row in read_table(GEODATA / "places.csv"):
        lon, lat = locate(row)
        places.append(
            {
                "id": row["id"],
                "name_en": row["name_en"],
                "name_ru": row["name_ru"],
                "lon": round(lon, 4),
                "lat": round(lat, 4),
                "kind": row["kind"],
                "rank": int(row["rank"]),
                "country": row["country"],
            }
        )
    return sorted(places, key=lambda place: (place["rank"], place["id"]))


def locate(row: Mapping[str, str]) -> tuple[float, float]:
    """Longitude and latitude, degrees, of a row with ``geonameid`` or with ``lon``, ``lat``."""
    if row["geonameid"]:
        town = read_towns()[row["geonameid"]]
        return town["longitude"], town["latitude"]
    return float(row["lon"]), float(row["lat"])


@cache
def read_towns() -> dict[str, dict[str, Any]]:
    """The towns of GeoNames by id."""
    return dict(json.loads(fetch_input("towns").read_text(encoding="utf-8")))
