"""Zones that are parts of countries, by zone_recipes.csv: faces between lines, or whole units."""

import json

import geopandas as gpd
import shapely
from shapely.geometry import Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import multipolygon, polygons_of
from geodata.build.fetch import fetch_input
from geodata.read import GEODATA, read_table

SNAP_ENDS = 0.004  # degrees between the ends of two lines that mean the same point
SNAP_BORDER = 0.02  # degrees from a line's end to the border it should reach
NOTCH = 0.04  # degrees, half the widest gap between a district and the oblast
SLIVER = 0.0004  # square degrees


def read_units(codes: set[str]) -> dict[str, BaseGeometry]:
    """First-level unit code -> outline."""
    features = json.loads(fetch_input("units").read_text(encoding="utf-8"))["features"]
    found = {
        feature["properties"]["adm1_code"]: shapely.make_valid(shape(feature["geometry"]))
        for feature in features
        if feature["properties"]["adm1_code"] in codes
    }
    if codes - set(found):
        raise KeyError(f"zone_recipes.csv: no such unit {sorted(codes - set(found))}")
    return found


def read_recipe_zones(countries: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Zone id -> full-resolution polygon, clipped to its country de jure."""
    rows = read_table(GEODATA / "zone_recipes.csv")
    units = read_units({code for row in rows for code in row["units"].split()})
    frame = gpd.read_file(fetch_input("disputed-lines"), layer="disputed_borders")
    zones: dict[str, BaseGeometry] = {}
    for row in rows:
        country = countries[row["country"]]
        if row["method"] == "lines":
            chosen = (frame.adm0_a3_l == row["country"]) & (frame.name == row["lines"])
            point = Point(float(row["lon"]), float(row["lat"]))
            face = pick_face(list(frame[chosen].geometry), country, point)
        else:
            face = shapely.union_all([units[code] for code in row["units"].split()])
        for other in row["minus"].split():
            face = shapely.difference(face, zones[other])
        zones[row["zone_id"]] = drop_slivers(shapely.intersection(face, country))
    close_gaps(zones, [row["zone_id"] for row in rows if row["minus"]], countries["AZE"])
    return zones


def close_gaps(zones: dict[str, BaseGeometry], districts: list[str], country: BaseGeometry) -> None:
    """Give what the source leaves between the districts and the oblast to a district."""
    for district in districts:
        zones[district] = max(polygons_of(zones[district]), key=lambda part: part.area)
    whole = shapely.union_all([*(zones[d] for d in districts), zones["karabakh-nkao"]])
    grown = shapely.buffer(whole, NOTCH, join_style="mitre")
    closed = shapely.buffer(grown, -NOTCH, join_style="mitre")
    gaps = shapely.difference(shapely.intersection(closed, country), whole)
    for gap in sorted(polygons_of(gaps), key=lambda part: -part.area):
        shared = {
            d: shapely.intersection(zones[d].boundary, gap.boundary).length for d in districts
        }
        best = max(shared, key=lambda d: (shared[d], d))
        if shared[best] > 0 and gap.area > 1e-7:
            zones[best] = shapely.union(zones[best], gap)


def pick_face(lines: list[BaseGeometry], country: BaseGeometry, point: Point) -> Polygon:
    """The face around a point between some lines and a country's border, ends snapped shut."""
    edge = country.boundary
    merged = shapely.union_all(lines)
    snapped = shapely.snap(shapely.snap(merged, merged, SNAP_ENDS), edge, SNAP_BORDER)
    faces = shapely.polygonize([shapely.union_all([snapped, edge])])
    found = [face for face in faces.geoms if face.contains(point)]
    if not found:
        raise ValueError(f"no face of the lines holds {point.wkt}: an end does not reach")
    return min(found, key=lambda face: face.area)


def drop_slivers(area: BaseGeometry) -> BaseGeometry:
    """An area without its crumbs, at least its biggest part."""
    parts = sorted(polygons_of(area), key=lambda part: -part.area)
    return multipolygon([parts[0], *[part for part in parts[1:] if part.area > SLIVER]])


def settle_zones(shapes: dict[str, BaseGeometry], grid: float) -> dict[str, BaseGeometry]:
    """Zones that share no edge with others, rounded to the grid and still valid."""
    return {zone: shapely.set_precision(outline, grid) for zone, outline in shapes.items()}
