"""Exact frontiers in the Caucasus and the Ferghana valley, from OpenStreetMap (ODbL)."""

import json

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import multipolygon, polygons_of
from geodata.build.fetch import fetch_input
from geodata.read import read_windows

WINDOWS = {name: box(*edges) for name, edges in read_windows().items()}
TOLERANCE = 0.0008  # degrees, about 80 m
GRID = 0.0002  # degrees
CRUMB = 0.00002  # square degrees, about 0.2 km2


def read_frontier() -> dict[str, BaseGeometry]:
    """Country id -> its land inside the two windows, edges shared, simplified together."""
    features = json.loads(fetch_input("frontier").read_text(encoding="utf-8"))["features"]
    land = gpd.read_file(fetch_input("land")).geometry
    pieces: dict[str, list[BaseGeometry]] = {}
    for window in WINDOWS.values():
        near = [part.intersection(window) for part in land if part.intersects(window)]
        inside = {}
        for feature in features:
            outline = multipolygon(polygons_of(shape(feature["geometry"])))
            if outline.intersects(window):
                inside[feature["properties"]["isoA3"]] = outline.intersection(window)
        ids = sorted(inside)
        simple = simplify_window([inside[i] for i in ids], shapely.union_all(near), window)
        for country, outline in zip(ids, simple, strict=True):
            if not outline.is_empty:
                pieces.setdefault(country, []).append(outline)
    return {country: shapely.union_all(parts) for country, parts in sorted(pieces.items())}


def simplify_window(
    shapes: list[BaseGeometry], dry: BaseGeometry, window: BaseGeometry
) -> list[BaseGeometry]:
    """Simplify a window's coverage, take the sea out of it, put it on the grid."""
    simple = shapely.coverage_simplify(shapely.coverage_clean(shapes), TOLERANCE)
    coast = shapely.simplify(dry, TOLERANCE)
    wet = shapely.difference(window, coast)
    dried = [shapely.difference(s, wet) if s.intersects(wet) else s for s in simple]
    dried = [drop_crumbs(outline) for outline in dried]
    for _ in range(6):
        rounded = shapely.transform(np.asarray(dried), lambda p: np.round(p / GRID) * GRID)
        if shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded):
            return list(rounded)
        dried = list(shapely.coverage_clean(rounded, gap_width=GRID))
    raise ValueError("the frontier does not settle on the grid")


def drop_crumbs(outline: BaseGeometry) -> BaseGeometry:
    """An outline without parts below CRUMB, unless it has no other."""
    parts = polygons_of(outline)
    return multipolygon([part for part in parts if part.area > CRUMB] or parts)
