"""Where the name of a country could stand: within it, or beside one too small for its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from components.outputs.static_map.fonts import Face

GRID = 12
# Of a letter above and below the line it stands on, as shares of the type size.
ASCENT, DESCENT = 0.74, 0.22

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pixels."""


@dataclass(frozen=True)
class LabelCandidate:
    """A name that asks for a place: where it could stand (left, baseline), best first."""

    kind: str
    id: str
    text: str
    face: Face
    size: float
    spots: tuple[tuple[float, float], ...]
    dot: tuple[float, float] | None = None


def candidates_inside(shape: Any, width: float, size: float) -> list[tuple[float, float]]:
    """Places on a grid where a whole name lies within a country, those nearest its middle first."""
    west, south, east, north = shape.bounds
    if east - west < width or north - south < size:
        return []
    across = np.linspace(west, east - width, GRID)
    up = np.linspace(south + DESCENT * size, north - ASCENT * size, GRID)
    x, y = (grid.ravel() for grid in np.meshgrid(across, up))
    boxes = shapely.box(x, y - DESCENT * size, x + width, y + ASCENT * size)
    shapely.prepare(shape)
    fits = shapely.contains(shape, boxes)
    middle = shape.centroid
    away = np.hypot(x[fits] + width / 2 - middle.x, y[fits] - middle.y)
    order = np.argsort(away, kind="stable")[:GRID]
    return [(float(x[fits][at]), float(y[fits][at])) for at in order]


def candidates_around(bounds: Box, width: float, size: float) -> list[tuple[float, float]]:
    """Places beside a small country: above, below, left and right of it, and its corners."""
    west, south, east, north = bounds
    across, up = (west + east) / 2, (south + north) / 2
    step = size * 0.4
    return [
        (across - width / 2, up + size * 0.7),
        (across - width / 2, up - size * 1.2),
        (west - width - step, up - size * 0.3),
        (across - width / 2, south - size - step),
        (across - width / 2, north + step),
        (east + step, up - size * 0.3),
        (west - width, south - size),
        (east, south - size),
    ]


def find_mainland(shape: Any) -> Any:
    """The largest part of a country."""
    return max(shapely.get_parts(shape), key=shapely.area)
