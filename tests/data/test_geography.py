"""Where the record meets the shapes: every zone and country drawn, every deed in its zone."""

from __future__ import annotations

import pytest
import shapely
from geopandas import GeoSeries
from shapely.geometry import Point

from data.read import read_record
from geodata.read import load_frame
from tests.data.real import list_ids, read_unchecked

ZONE_FILES = ("zones.topo.json", "zones-osm.topo.json")
# Deeds happen in the zone they concern; words about a zone are often spoken far from it.
DEEDS = {"conflict", "crisis", "deployment", "drill", "arms"}
IN_ZONES = [
    row["id"] for row in read_unchecked()["events"] if row["zone_id"] and row["kind"] in DEEDS
]


@pytest.fixture(scope="module")
def zones() -> dict[str, shapely.Geometry]:
    return {
        zone: shape
        for file in ZONE_FILES
        for zone, shape in load_frame(file, "zones").set_index("id").geometry.items()
    }


def measure_km(shape: shapely.Geometry, lat: float, lon: float) -> float:
    """Distance of a point from a shape, both in WGS84, on a plane about the point."""
    plane = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +units=m"
    outline, point = GeoSeries([shape, Point(lon, lat)], crs=4326).to_crs(plane)
    return float(outline.distance(point)) / 1000


def test_distance_is_in_kilometres() -> None:
    square = shapely.box(40, 40, 41, 41)
    assert measure_km(square, 40.5, 40.5) == 0
    assert 110 < measure_km(square, 42, 40.5) < 112


def test_every_zone_is_drawn(zones: dict[str, shapely.Geometry]) -> None:
    assert sorted(zones) == sorted(list_ids("zones"))
    assert not [zone for zone, shape in zones.items() if shape.is_empty]


def test_every_country_is_drawn() -> None:
    drawn = load_frame("countries.topo.json", "countries")
    assert sorted(drawn["id"]) == sorted(list_ids("countries"))
    assert not drawn.geometry.is_empty.any()


@pytest.mark.parametrize("event_id", IN_ZONES)
def test_deeds_lie_inside_or_beside_their_zone(
    event_id: str, zones: dict[str, shapely.Geometry]
) -> None:
    event = read_record().row("events", event_id)
    away = measure_km(zones[event["zone_id"]], event["lat"], event["lon"])
    assert away <= event["precision_km"], f"{away:.0f} km from {event['zone_id']}"
