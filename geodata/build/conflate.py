"""Fits the zones around Karabakh, drawn on a coarser border, to the exact frontier."""

import json

import numpy as np
import shapely
from shapely.geometry import MultiPoint, shape
from shapely.geometry.base import BaseGeometry

from geodata.build.buffers import widen
from geodata.build.countries import polygons_of
from geodata.build.coverage import Face, dissolve, merge_crumbs
from geodata.build.frontier import WINDOWS
from geodata.read import GEODATA

STEP = 0.01  # degrees between the points that claim the strip along the border
TOLERANCE = 0.003  # degrees, about 300 m


def fit_karabakh(faces: list[Face], frontier: BaseGeometry, grid: float) -> dict[str, BaseGeometry]:
    """Zone id -> shape that ends exactly at Azerbaijan's frontier, edges between zones shared."""
    window = WINDOWS["caucasus"]
    local = [f for f in faces if f.country == "AZE" and f.shape.intersects(window)]
    local = [Face(f.country, f.zones, shapely.intersection(f.shape, window)) for f in local]
    shares = share_strip(local, frontier)
    merged = [
        Face(f.country, f.zones, shapely.union(shapely.intersection(f.shape, frontier), share))
        for f, share in zip(local, shares, strict=True)
    ]
    pieces = [Face(f.country, f.zones, part) for f in merged for part in polygons_of(f.shape)]
    whole = merge_crumbs(pieces)
    clean = shapely.coverage_clean([f.shape for f in whole], gap_width=0.0005)
    simple = shapely.coverage_simplify(clean, TOLERANCE, simplify_boundary=False)
    rounded = shapely.transform(simple, lambda points: np.round(points / grid) * grid)
    settled = shapely.coverage_clean(rounded)
    done = [Face(f.country, f.zones, s) for f, s in zip(whole, settled, strict=True)]
    zones = dissolve(done)[1]
    zones["karabakh-control-2020"] = draw_control_2020(zones["karabakh-nkao"], frontier)
    return zones


def share_strip(faces: list[Face], frontier: BaseGeometry) -> list[BaseGeometry]:
    """What the exact frontier has beyond the coarse one: to each face the part nearest to it."""
    covered = shapely.union_all([f.shape for f in faces])
    strip = shapely.difference(frontier, covered)
    points, owners = [], []
    for index, face in enumerate(faces):
        outer = shapely.intersection(face.shape.boundary, covered.boundary)
        for line in [part for part in shapely.get_parts(outer) if part.length > 0]:
            for along in np.arange(STEP / 2, max(line.length, STEP), STEP):
                points.append(line.interpolate(along))
                owners.append(index)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(MultiPoint(points), extend_to=frontier, ordered=True)
    )
    return [
        shapely.intersection(strip, shapely.union_all(cells[np.array(owners) == index]))
        for index in range(len(faces))
    ]


def draw_control_2020(nkao: BaseGeometry, frontier: BaseGeometry) -> BaseGeometry:
    """What stayed in Armenian hands after November 2020, from the hand-drawn parts."""
    text = (GEODATA / "digitized" / "karabakh-control-2020.geojson").read_text(encoding="utf-8")
    parts = {f["properties"]["part"]: f for f in json.loads(text)["features"]}
    outline = {name: shape(part["geometry"]) for name, part in parts.items()}
    corridor = widen(outline["corridor"], parts["corridor"]["properties"]["half_width_km"])
    lost = widen(outline["lost"], parts["lost"]["properties"]["radius_km"])
    kept = shapely.union(shapely.intersection(nkao, outline["kept"]), corridor)
    area = shapely.difference(shapely.intersection(kept, frontier), lost)
    return max(polygons_of(area), key=lambda part: part.area)
