"""One coverage of countries cut by zones, simplified once, so that shared edges stay shared."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import multipolygon, polygons_of
from geodata.build.zones import SLIVER

# Detail by place: (degrees or Mercator degrees, relative scale). The Caucasus and Central Asia keep
# the finest outlines; the scale falls off away from them.
DETAIL_X = [
    *[(-30, 0.02), (12, 0.06), (22, 0.3), (34, 0.8), (40, 1)],
    *[(76, 1), (84, 0.35), (98, 0.05), (190, 0.012)],
]
DETAIL_Y = [
    *[(-13, 0.04), (20, 0.1), (33, 0.4), (41, 1), (50, 1)],
    *[(66, 0.5), (80, 0.26), (95, 0.08), (170, 0.03)],
]
TOLERANCE = 0.018  # in stretched degrees: about 1.7 km where the scale is 1
SMALLEST = 0.005  # in stretched square degrees: islands below it are dropped
GRID = 0.002  # degrees, the grid of countries and zones alike


@dataclass(frozen=True)
class Face:
    """A part of one country that lies in the same zones everywhere."""

    country: str
    zones: frozenset[str]
    shape: BaseGeometry


def cut_faces(
    countries: dict[str, BaseGeometry], zones: dict[str, BaseGeometry], owner: dict[str, str]
) -> list[Face]:
    """Cut each country along the zones it owns; crumbs join the neighbour of the longest edge."""
    faces: list[Face] = []
    for country, outline in countries.items():
        pieces = [Face(country, frozenset(), outline)]
        for zone in sorted(zone for zone in zones if owner[zone] == country):
            split = []
            for piece in pieces:
                inside = shapely.intersection(piece.shape, zones[zone])
                outside = shapely.difference(piece.shape, zones[zone])
                split += [Face(country, piece.zones | {zone}, p) for p in polygons_of(inside)]
                split += [Face(country, piece.zones, p) for p in polygons_of(outside)]
            pieces = split
        faces += merge_crumbs(pieces) if len(pieces) > 1 else pieces
    clean = shapely.coverage_clean([face.shape for face in faces], gap_width=0.0005)
    return [Face(f.country, f.zones, s) for f, s in zip(faces, clean, strict=True)]


def merge_crumbs(pieces: list[Face]) -> list[Face]:
    """Merge pieces that touch another zone face and are slivers; islands stay as they are."""
    kept = [p for p in pieces if p.shape.area > SLIVER and not is_thin(p.shape)]
    crumbs = [p for p in pieces if p not in kept]
    for crumb in sorted(crumbs, key=lambda face: -face.shape.area):
        shared = [shapely.intersection(k.shape.boundary, crumb.shape.boundary).length for k in kept]
        best = int(np.argmax(shared))
        if shared[best] > 0:
            host = kept[best]
            kept[best] = Face(host.country, host.zones, shapely.union(host.shape, crumb.shape))
        else:
            kept.append(crumb)
    groups: dict[frozenset[str], list[BaseGeometry]] = {}
    for piece in kept:
        groups.setdefault(piece.zones, []).append(piece.shape)
    return [Face(pieces[0].country, z, shapely.union_all(g)) for z, g in groups.items()]


def is_thin(shape: BaseGeometry) -> bool:
    """Whether an area is a sliver between two almost equal lines."""
    return bool(shape.area / shape.length < 0.004)


def simplify_faces(faces: list[Face]) -> list[Face]:
    """Simplify all faces together in a stretched plane and drop small islands."""
    flat = stretch([face.shape for face in faces])
    simple = unstretch(shapely.coverage_simplify(flat, TOLERANCE))
    kept = []
    tree = shapely.STRtree(simple)
    for shape in simple:
        parts = sorted(polygons_of(shape), key=lambda part: -stretch([part])[0].area)
        kept.append(multipolygon([parts[0], *[p for p in parts[1:] if is_worth_drawing(p, tree)]]))
    settled = settle_on_grid(kept)
    return [Face(f.country, f.zones, s) for f, s in zip(faces, settled, strict=True)]


def is_worth_drawing(part: BaseGeometry, tree: shapely.STRtree) -> bool:
    """Whether a part is big enough, or no island: dropping an exclave would leave a hole."""
    return bool(stretch([part])[0].area > SMALLEST or len(tree.query(part, "intersects")) > 1)


def settle_on_grid(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Round a coverage to the grid and mend what rounding breaks, until nothing is broken."""
    for _ in range(6):
        rounded = shapely.transform(
            np.asarray(shapes), lambda points: np.round(points / GRID) * GRID
        )
        if shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded):
            return list(rounded)
        shapes = list(shapely.coverage_clean(rounded, gap_width=GRID / 2))
    raise ValueError("the coverage does not settle on the grid")


def dissolve(faces: list[Face]) -> tuple[dict[str, BaseGeometry], dict[str, BaseGeometry]]:
    """Countries and zones put together again from the simplified faces."""
    by_country: dict[str, list[BaseGeometry]] = {}
    by_zone: dict[str, list[BaseGeometry]] = {}
    for face in faces:
        by_country.setdefault(face.country, []).append(face.shape)
        for zone in face.zones:
            by_zone.setdefault(zone, []).append(face.shape)
    return (
        {key: shapely.coverage_union_all(shapes) for key, shapes in sorted(by_country.items())},
        {key: shapely.coverage_union_all(shapes) for key, shapes in sorted(by_zone.items())},
    )


def axis_tables() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Tables (lon, stretched x, Mercator y, stretched y) that integrate the detail scales."""
    lon, y = np.linspace(-31, 191, 22201), np.linspace(-13, 170, 18301)
    scale_x = np.interp(lon, *np.transpose(DETAIL_X))
    scale_y = np.interp(y, *np.transpose(DETAIL_Y))
    return lon, np.cumsum(scale_x) * 0.01, y, np.cumsum(scale_y) * 0.01


def stretch(shapes: list[BaseGeometry]) -> np.ndarray:
    """Degrees -> Mercator degrees stretched by the detail scales (monotone on each axis)."""
    lon, x, y, v = axis_tables()

    def forward(points: np.ndarray) -> np.ndarray:
        mercator = np.degrees(np.arctanh(np.sin(np.radians(points[:, 1]))))
        return np.column_stack([np.interp(points[:, 0], lon, x), np.interp(mercator, y, v)])

    return np.asarray(shapely.transform(np.asarray(shapes), forward))


def unstretch(shapes: np.ndarray) -> list[BaseGeometry]:
    """The inverse of stretch, to a billionth of a degree."""
    lon, x, y, v = axis_tables()

    def backward(points: np.ndarray) -> np.ndarray:
        mercator = np.interp(points[:, 1], v, y)
        latitude = np.degrees(np.arcsin(np.tanh(np.radians(mercator))))
        return np.round(np.column_stack([np.interp(points[:, 0], x, lon), latitude]), 7)

    return list(shapely.transform(shapes, backward))
