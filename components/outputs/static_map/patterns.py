"""Patterns as vectors, made from the very tiles of the web map (patterns.csv).

A tile whose lines run on from tile to tile becomes long lines, cut to the shape; the others are
stamped over it. Both stay small in a file and look the same in every program.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
import shapely
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from matplotlib.path import Path

from components.core.palette import Pattern, read_patterns

# What fontTools calls the parts of a path, and matplotlib; it draws arcs as cubic curves.
CODES = {
    "moveTo": Path.MOVETO,
    "lineTo": Path.LINETO,
    "curveTo": Path.CURVE4,
    "qCurveTo": Path.CURVE3,
    "closePath": Path.CLOSEPOLY,
    "endPath": Path.STOP,
}
MOST_STAMPS = 60_000


@cache
def read_tile(name: str) -> Path:
    """The path of a tile in its square, y downward as in SVG. ValueError for what is not read."""
    pen = RecordingPen()
    parse_path(read_patterns()[name].path, pen)
    vertices: list[tuple[float, float]] = []
    codes: list[Any] = []
    start = (0.0, 0.0)
    for command, points in pen.value:
        if command == "moveTo":
            start = points[0]
        # An open path ends with a command of its own, which has no point and draws nothing.
        drawn = (start,) if command == "closePath" else points
        vertices.extend(drawn)
        codes.extend([CODES[command]] * len(drawn))
    return Path(np.array(vertices), codes)


@cache
def find_lines(name: str) -> tuple[tuple[float, float, float], ...] | None:
    """The endless lines of a tile as (direction x, y, distance apart); None if it has others.

    Directions are of length 1, y upward. The first line of each direction passes through a corner
    of the tile, but for upright and level lines, which stand in its middle.
    """
    tile = read_tile(name)
    size = read_patterns()[name].size
    points, codes = np.asarray(tile.vertices), np.asarray(tile.codes).tolist()
    if codes != [Path.MOVETO, Path.LINETO] * (len(codes) // 2):
        return None
    segments = points.reshape(-1, 2, 2)
    found = set()
    for (x0, y0), (x1, y1) in segments:
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy)
        if not _runs_on(abs(dx), abs(dy), size):
            return None
        apart = size / math.sqrt(2) if dx and dy else size
        sign = -1.0 if dx < 0 else 1.0
        found.add((round(sign * dx / length, 9), round(-sign * dy / length, 9), apart))
    return tuple(sorted(found))


def _runs_on(dx: float, dy: float, size: float) -> bool:
    """Whether a segment meets its copies in other tiles: the diagonals of every tile here do."""
    straight = min(dx, dy) == 0 and math.isclose(dx + dy, size)
    return straight or (dx > 0 and math.isclose(dx, dy))


def rule_shape(shape: Any, name: str, unit: float) -> Any:
    """The lines of a pattern inside a shape, in pixels; `unit` scales the tile."""
    lines = find_lines(name)
    if lines is None or shape.is_empty:
        return shapely.MultiLineString()
    west, south, east, north = shape.bounds
    reach = math.hypot(east - west, north - south)
    drawn = []
    for dx, dy, apart in lines:
        normal = np.array([-dy, dx])
        corners = np.array([[west, south], [west, north], [east, south], [east, north]]) @ normal
        step = apart * unit
        phase = step / 2 if dx == 0 or dy == 0 else 0.0
        offsets = (
            np.arange(math.floor(corners.min() / step), math.ceil(corners.max() / step) + 1) * step
            + phase
        )
        along = np.array([(west + east) / 2, (south + north) / 2]) @ np.array([dx, dy])
        for offset in offsets:
            middle = normal * offset + np.array([dx, dy]) * along
            drawn.append([middle - np.array([dx, dy]) * reach, middle + np.array([dx, dy]) * reach])
    return shapely.intersection(shapely.multilinestrings(shapely.linestrings(drawn)), shape)


def stamp_shape(shape: Any, name: str, unit: float) -> Any:
    """Where the tiles of a pattern stand over a shape: lower left corners in pixels, (n, 2)."""
    if shape.is_empty:
        return np.empty((0, 2))
    size = read_patterns()[name].size * unit
    west, south, east, north = shape.bounds
    across = np.arange(math.floor(west / size), math.ceil(east / size)) * size
    up = np.arange(math.floor(south / size), math.ceil(north / size)) * size
    x, y = (grid.ravel() for grid in np.meshgrid(across, up))
    near = shape.buffer(size * 0.75)
    shapely.prepare(near)
    inside = shapely.intersects_xy(near, x + size / 2, y + size / 2)
    return np.column_stack([x, y])[inside][:MOST_STAMPS]


def draw_tile(name: str, unit: float) -> Path:
    """The path of one stamp, in pixels from its lower left corner."""
    tile, pattern = read_tile(name), read_pattern(name)
    flipped = np.array(tile.vertices) * (1, -1) + (0, pattern.size)
    return Path(flipped * unit, tile.codes)


def read_pattern(name: str) -> Pattern:
    """The tile of a pattern."""
    return read_patterns()[name]
