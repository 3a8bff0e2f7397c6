"""Dated schematic fronts: what lies nearer to a place held than to any place not held.

No line is copied from a map. front_places.csv names places with the days between which they were
held, each from a source, and the front to which each belongs; front_states.csv names days, units
that were held whole, and the shape of another front that is joined to this one. The line so found
runs midway between places, and is as coarse as they are sparse; where nobody is named on the other
side, `reach_km` ends it so far from the land between the places held.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

import geopandas as gpd
import shapely
from shapely.geometry import MultiPoint, Point
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import multipolygon, polygons_of
from geodata.build.places import locate
from geodata.build.zones import read_units
from geodata.read import GEODATA, read_table

PLANE = "+proj=laea +lat_0=48 +lon_0=36"
SMALLEST = 60e6  # square metres: smaller pieces are left out
NARROW = 1500  # metres: half the width of strips that are left out
CORNERS = 4  # to a quarter of a circle
COARSE = 0.01  # degrees by which outlines of units are simplified

Shapes = Mapping[str, BaseGeometry]


def draw_fronts(countries: Shapes, zones: Shapes) -> dict[str, BaseGeometry]:
    """Shape id -> area held on the day of a state, in degrees.

    Without the zones that a state names in ``minus``: these are drawn for themselves.
    """
    places = read_table(GEODATA / "front_places.csv")
    states = {row["shape_id"]: row for row in read_table(GEODATA / "front_states.csv")}
    drawn = {
        key: draw_state(
            state,
            [row for row in places if row["front"] == state["front"]],
            countries[state["country"]],
            [zones[zone] for zone in state["minus"].split()],
        )
        for key, state in states.items()
    }
    return {
        key: unproject(shapely.union_all([drawn[part] for part in (key, *joined(states[key]))]))
        for key in states
    }


def joined(state: Mapping[str, str]) -> list[str]:
    """The shapes that a state takes in beside its own."""
    return state["joined"].split()


def draw_state(
    state: Mapping[str, str],
    places: list[dict[str, str]],
    country: BaseGeometry,
    minus: list[BaseGeometry],
) -> BaseGeometry:
    """What was held of a country, by the places of one front, in metres."""
    points = project([Point(*locate(row)) for row in places])
    outline = project([country])[0]
    cells = shapely.voronoi_polygons(MultiPoint(points), extend_to=outline, ordered=True).geoms
    day = date.fromisoformat(state["day"])
    held = [cell for cell, row in zip(cells, places, strict=True) if is_held(row, day)]
    area = shapely.intersection(shapely.union_all(held), join_units(state["within"]))
    if state["whole"]:
        area = shapely.union(area, join_units(state["whole"]))
    if state["reach_km"]:
        near = [point for point, row in zip(points, places, strict=True) if is_held(row, day)]
        area = shapely.intersection(area, reach(near, float(state["reach_km"])))
    area = shapely.intersection(area, outline)
    for zone in project(minus) if minus else []:
        area = shapely.difference(area, zone)
    return drop_strips(area)


def reach(points: list[BaseGeometry], km: float) -> BaseGeometry:
    """What lies between points in metres or within some kilometres of that."""
    between = shapely.convex_hull(MultiPoint(points))
    return shapely.buffer(between, km * 1000, quad_segs=CORNERS)


def is_held(row: Mapping[str, str], day: date) -> bool:
    """Whether a place was held on a day: from its first day on, and not on its last."""
    start, end = row["held_from"], row["held_until"]
    after = bool(start) and date.fromisoformat(start) <= day
    return after and (not end or day < date.fromisoformat(end))


@cache
def join_units(codes: str) -> BaseGeometry:
    """First-level units in one, in metres, without detail that a schematic line has no use for."""
    units = list(read_units(set(codes.split())).values())
    return project([shapely.simplify(shapely.union_all(units), COARSE)])[0]


def drop_strips(area: BaseGeometry) -> BaseGeometry:
    """An area in metres without small pieces and the strips that two coarse lines leave."""
    wide = shapely.buffer(shapely.buffer(area, -NARROW), NARROW * 1.2)
    kept = shapely.intersection(area, wide)
    return multipolygon([part for part in polygons_of(kept) if part.area > SMALLEST])


def project(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Degrees -> metres on an equal-area plane."""
    return list(gpd.GeoSeries(shapes, crs=4326).to_crs(PLANE))


def unproject(shape: BaseGeometry) -> BaseGeometry:
    """Metres on that plane -> degrees."""
    return gpd.GeoSeries([shape], crs=PLANE).to_crs(4326).iloc[0]
