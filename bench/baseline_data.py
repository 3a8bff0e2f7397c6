"""The shapes, years and events of the atlas as the baselines take them: GeoJSON and plain dicts."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import shapely

from components.core.clock import read_today
from components.core.palette import read_membership_styles, read_zone_styles
from data.load import read_record
from data.membership import map_status_on
from data.timeline import day_of
from data.zones import zone_status_on
from geodata.read import SHAPES, load_frame

FIRST_YEAR = 1991
OUTSIDE = "none"


def list_years() -> list[int]:
    """The years of the slider."""
    return list(range(FIRST_YEAR, read_today().year + 1))


@cache
def read_features(layer: str) -> tuple[dict[str, Any], ...]:
    """GeoJSON features with an id, of `countries` or `zones`, decoded once a process.

    Rings run clockwise, as Plotly wants them; Leaflet takes either way.
    """
    found: list[dict[str, Any]] = []
    for path in sorted(SHAPES.glob(f"{layer}*.topo.json")):
        frame = load_frame(path.name, layer)
        frame.geometry = shapely.orient_polygons(frame.geometry.values, exterior_cw=True)
        found += json.loads(frame.to_json(drop_id=True))["features"]
    return tuple(feature for feature in found if feature["properties"]["id"])


@cache
def read_statuses(year: int) -> dict[str, str]:
    """Membership key by country and status by zone on the day the year is drawn as."""
    record, day = read_record(), day_of(year, read_today())
    zones = {zone: str(row["status"]) for zone, row in zone_status_on(record, day).items()}
    return {**map_status_on(record, day), **zones}


@cache
def read_events(year: int) -> tuple[dict[str, Any], ...]:
    """The events that start in a year and have a place: id, title, lat and lon in degrees."""
    return tuple(
        {"id": row["id"], "title": row["title_en"], "lat": row["lat"], "lon": row["lon"]}
        for row in read_record().rows("events")
        if row["date_start"].year == year and row["lat"] is not None
    )


@cache
def read_fills() -> dict[str, str]:
    """Fill colour by membership key and zone status, of the light theme."""
    memberships, zones = read_membership_styles("light"), read_zone_styles("light")
    return {
        **{key: style.fill for key, style in memberships.items()},
        **{key: style.fill for key, style in zones.items()},
    }
