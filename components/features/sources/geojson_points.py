"""Points as GeoJSON features: places, where countries are named, and positions of troops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from data.downloads import list_tables, read_descriptor
from data.record import Record
from data.review import REVIEWED
from geodata.read import read_labels, read_places

POSITIONS = "positions.csv"


def list_place_points(_record: Record) -> list[dict[str, Any]]:
    """Features of the places."""
    return [
        make_point(place["lon"], place["lat"], place, ("lon", "lat")) for place in read_places()
    ]


def list_label_points(_record: Record) -> list[dict[str, Any]]:
    """Features of the points at which countries are named."""
    return [
        make_point(lon, lat, {"id": country, "rank": rank})
        for country, (lon, lat, rank) in read_labels().items()
    ]


def list_position_points(record: Record) -> list[dict[str, Any]]:
    """Features of the positions of troops: days as ISO text, what is empty left out."""
    return [
        make_point(
            row["lon"],
            row["lat"],
            {
                key: value.isoformat() if isinstance(value, date) else value
                for key, value in row.items()
                if value not in (None, "") and key != "line"
            },
            ("lon", "lat"),
        )
        for row in record.rows("positions")
    ]


def describe_positions() -> dict[str, str]:
    """What a row of shapes.csv says of a file, for the table of positions."""
    descriptor = read_descriptor()
    table = next(table for table in list_tables(descriptor) if table.file == POSITIONS)
    resource = next(each for each in descriptor["resources"] if each["path"] == POSITIONS)
    return {
        "file": POSITIONS,
        "title": table.title,
        "source": resource["sources"][0]["title"],
        "licence": table.licence,
        "attribution": descriptor["title"],
        "vintage": str(REVIEWED.year),
        "note": table.description,
    }


def make_point(
    lon: float, lat: float, properties: Mapping[str, Any], without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A feature at one point (degrees)."""
    kept = {key: value for key, value in properties.items() if key not in without}
    geometry = {"type": "Point", "coordinates": [lon - 360 if lon > 180 else lon, lat]}
    return {"type": "Feature", "properties": kept, "geometry": geometry}


POINTS: Mapping[str, Callable[[Record], list[dict[str, Any]]]] = {
    "places.json": list_place_points,
    "labels.json": list_label_points,
    POSITIONS: list_position_points,
}
