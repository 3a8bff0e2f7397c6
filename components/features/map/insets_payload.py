"""Insets and names of regions as the map gets them, in the language spoken now."""

from __future__ import annotations

from typing import Any

from components.core.i18n import current_locale
from data.localize import pick
from data.record import Record
from geodata.read import read_insets, read_regions


def build_insets() -> list[dict[str, Any]]:
    """Insets: id, kind, name and box (west, south, east, north in degrees)."""
    return [
        {
            "id": row["id"],
            "kind": row["kind"],
            "name": pick(row, "name", current_locale()),
            "box": row["box"],
        }
        for row in read_insets()
    ]


def build_regions(record: Record) -> list[dict[str, Any]]:
    """Regions: id, name, lon, lat (degrees), rank (a zoom), ids of zones and events there."""
    return [
        {
            "id": row["id"],
            "name": pick(row, "name", current_locale()),
            **{key: row[key] for key in ("lon", "lat", "rank", "zones")},
            "events": [
                event["id"] for event in record.rows("events") if event["zone_id"] in row["zones"]
            ],
        }
        for row in read_regions()
    ]
