"""Patterns as vectors, made from the very tiles of the web map (patterns.csv).

A tile whose lines run on from tile to tile becomes long lines, cut to the shape; the others are
stamped over it. Both stay small in a file and look the same in every program.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path

from components.core.palette import Pattern, read_patterns

NUMBER = re.compile(r"[MLHVAZmlhvaz]|-?\d*\.?\d+")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}
MOST_STAMPS = 60_000


@cache
def read_tile(name: str) -> Path:
    """The path of a tile in its square, y downward as in SVG. ValueError for what is not read."""
    vertices: list[tuple[float, float]] = []
    codes: list[Any] = []
    here = start = (0.0, 0.0)
    tokens = NUMBER.findall(read_patterns()[name].path)
    at, letter = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        count = ARGUMENTS[letter.upper()]
        values = [float(each) for each in tokens[at : at + count]]
        at += count
        origin = here if letter.islower() else (0.0, 0.0)
        if letter.upper() == "Z":
            vertices.append(start)
            codes.append(Path.CLOSEPOLY)
            here = start
        elif letter.upper() == "A":
            end = (origin[0] + values[5], origin[1] + values[6])
            arc = _draw_half_circle(here, end, values[0], bool(values[4]))
            vertices.extend(arc)
            codes.extend([Path.CURVE4] * len(arc))
            here = end
        else:
            if letter.upper() == "H":
                here = (origin[0] + values[0], here[1])
            elif letter.upper() == "V":
                here = (here[0], origin[1] + values[0])
            else:
                here = (origin[0] + values[0], origin[1] + values[1])
            vertices.append(here)
            codes.append(Path.MOVETO if letter.upper() == "M" else Path.LINETO)
            if letter.upper() == "M":
                start = here
                letter = "l" if letter == "m" else "L"
    return Path(np.array(vertices), codes)


def _draw_half_circle(
    start: tuple[float, float], end: tuple[float, float], radius: float, sweep: bool
) -> list[tuple[float, float]]:
    """A half circle as two curves; tiles have no other arcs."""
    if not math.isclose(math.dist(start, end), 2 * radius, rel_tol=1e-6):
        raise ValueError("a tile holds an arc that is no half circle")
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    first = math.atan2(start[1] - middle[1], start[0] - middle[0])
    points = np.asarray(Path.arc(0, 180).vertices)[1:]
    if not sweep:
        points = points * (1, -1)
    turn = np.array([[math.cos(first), math.sin(first)], [-math.sin(first), math.cos(first)]])
    return [(x, y) for x, y in points @ turn * radius + np.array(middle)]


@cache
def find_lines(name: str) -> tuple[tuple[float, float, float], ...] | None:
    """The endless lines of a tile as (direction x, y, distance apart); None if it has others.

    Directions are of length 1, y upward. The first line of each direction passes through a corner
    of the tile, but for upright lines, which stand in its middle.
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
    upright = dx == 0 and math.isclose(dy, size)
    return upright or (dx > 0 and math.isclose(dx, dy))


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
