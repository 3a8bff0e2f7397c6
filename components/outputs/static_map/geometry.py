"""The shapes in metres of the projection, read once and kept for the meridians in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import shapely

from components.outputs.static_map.viewport import find_transformer
from geodata.read import load_frame, read_windows

# Longest piece of an edge, in degrees: a conic map bends what is straight in degrees.
LONGEST = 1.0
CACHED_MERIDIANS = 4
EDGE_DEGREES = 0.002


@dataclass(frozen=True, eq=False)
class Layer:
    """Geometries with an id each (or a rank, where they have no id)."""

    ids: Sequence[str]
    ranks: Sequence[float]
    shapes: Any


@cache
def _read_degrees(file: str, name: str) -> Layer:
    frame = load_frame(file, name)
    shapes = shapely.make_valid(frame.geometry.to_numpy())
    ids = [str(each) for each in frame["id"]] if "id" in frame else [""] * len(frame)
    ranks = [float(each) for each in frame["rank"]] if "rank" in frame else [0.0] * len(frame)
    return Layer(ids, ranks, shapely.segmentize(shapes, LONGEST))


@lru_cache(maxsize=CACHED_MERIDIANS * 12)
def read_layer(file: str, name: str, meridian: float) -> Layer:
    """One object of a file of shapes, projected about a meridian."""
    layer = _read_degrees(file, name)
    return Layer(layer.ids, layer.ranks, project(layer.shapes, meridian))


def project(shapes: Any, meridian: float) -> Any:
    """Geometry in degrees to metres about a meridian."""
    transformer = find_transformer(meridian)

    def to_metres(points: Any) -> Any:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shapes, to_metres)


@lru_cache(maxsize=CACHED_MERIDIANS)
def read_detail(meridian: float) -> Layer:
    """Countries whose borders are the exact ones inside the windows of the frontier."""
    general = _read_degrees("countries.topo.json", "countries")
    frontier = _read_degrees("frontier.topo.json", "frontier")
    windows = shapely.union_all([shapely.box(*window) for window in read_windows().values()])
    fine = dict(zip(frontier.ids, frontier.shapes, strict=True))
    shapes = []
    for country, shape in zip(general.ids, general.shapes, strict=True):
        inside = fine.get(country)
        rest = shape if not shapely.intersects(shape, windows) else shape - windows
        # The two halves meet on the edge of a window; a hair of overlap leaves no seam.
        parts = [rest, inside.buffer(EDGE_DEGREES / 4)] if inside is not None else [rest]
        shapes.append(shapely.union_all(parts))
    return Layer(general.ids, general.ranks, project(np.array(shapes), meridian))
