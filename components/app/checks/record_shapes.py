"""Every zone and country of the record has a shape, and every deed lies in or beside its zone.

``python -m components.app.checks.record_shapes`` runs the checks: they need both tables and shapes,
and so stand above both.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import shapely
from geopandas import GeoSeries
from shapely.geometry import Point

from data.errors import Problem
from data.load import read_tables
from data.schema import Row, Tables
from geodata.read import load_frame

ZONE_FILES = ("zones.topo.json", "zones-osm.topo.json")
# Deeds happen in the zone they concern; words about a zone are often spoken far from it.
DEEDS = {"conflict", "crisis", "deployment", "drill", "arms"}

Shapes = Mapping[str, shapely.Geometry]


def read_shapes() -> dict[str, Shapes]:
    """Outlines in WGS84 by id, of the ``zones`` and of the ``countries``."""
    zones: dict[str, shapely.Geometry] = {}
    for file in ZONE_FILES:
        zones |= dict(load_frame(file, "zones").set_index("id").geometry.items())
    countries = load_frame("countries.topo.json", "countries").set_index("id").geometry
    return {"zones": zones, "countries": dict(countries.items())}


def check_shapes(tables: Tables, shapes: Mapping[str, Shapes]) -> Iterator[Problem]:
    """Rows without a shape, and shapes without a row."""
    dated = [row for row in tables["zone_status"] if row["shape_id"]]
    divided = {row["zone_id"] for row in dated}
    for name, drawn in shapes.items():
        rows = {row["id"]: row for row in tables[name] if row["id"] not in divided}
        for key, row in rows.items():
            if key not in drawn or drawn[key].is_empty:
                yield _problem(name, row, "id", "has no shape")
        others = {row["shape_id"]: row for row in dated} if name == "zones" else {}
        for key, row in others.items():
            if key not in drawn or drawn[key].is_empty:
                yield _problem("zone_status", row, "shape_id", "has no shape")
        for key in sorted(set(drawn) - set(rows) - set(others)):
            yield Problem(f"{name}.csv", 0, "id", key, "has a shape and no row")


def check_deeds(tables: Tables, zones: Shapes) -> Iterator[Problem]:
    """Deeds further from their zone than ``precision_km`` allows."""
    for row in tables["events"]:
        zone = zones.get(row["zone_id"])
        if zone is None or row["kind"] not in DEEDS:
            continue
        away = measure_km(zone, row["lat"], row["lon"])
        if away > row["precision_km"]:
            yield _problem("events", row, "zone_id", f"{away:.0f} km away, not beside the event")


def measure_km(shape: shapely.Geometry, lat: float, lon: float) -> float:
    """Distance of a point from a shape, both in WGS84, on a plane about the point."""
    plane = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +units=m"
    outline, point = GeoSeries([shape, Point(lon, lat)], crs=4326).to_crs(plane)
    return float(outline.distance(point)) / 1000


def main() -> int:
    """Print every problem. 1 when there is one, else 0."""
    tables, shapes = read_tables()[0], read_shapes()
    problems = [*check_shapes(tables, shapes), *check_deeds(tables, shapes["zones"])]
    for problem in problems:
        print(problem)
    if not problems:
        counts = ", ".join(f"{len(drawn)} {name}" for name, drawn in shapes.items())
        print(f"shapes for {counts}; every deed in or beside its zone")
    return 1 if problems else 0


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)


if __name__ == "__main__":
    sys.exit(main())
