"""Places from geodata/places.csv, with coordinates from GeoNames where it has them."""

import json

from geodata.build.fetch import fetch_input
from geodata.read import GEODATA, read_table


def build_places() -> list[dict[str, object]]:
    """Places sorted by rank and id, coordinates in degrees to four decimals (about ten metres)."""
    towns = json.loads(fetch_input("towns").read_text(encoding="utf-8"))
    places: list[dict[str, object]] = []
    for row in read_table(GEODATA / "places.csv"):
        if row["geonameid"]:
            town = towns[row["geonameid"]]
            lon, lat = town["longitude"], town["latitude"]
        else:
            lon, lat = float(row["lon"]), float(row["lat"])
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
