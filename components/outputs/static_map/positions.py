"""Positions of troops on a picture: a hollow triangle, and a ring as wide as is not known."""

from __future__ import annotations

import math

import shapely

from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.styles import Fill, MapStyles, paint_position

ORDER = 9
DEGREE_KM = 111.2
"""A degree of latitude in kilometres."""
CLOSE_ZOOM, LARGE, SMALL = 6.5, 6.0, 2.8


def draw_positions(sheet: Canvas, scene: MapStyles) -> None:
    """Draw the positions of the day, small where the map is."""
    paint, frame = paint_position(scene.theme), sheet.frame
    size = (LARGE if frame.zoom >= CLOSE_ZOOM else SMALL) * frame.unit
    for row in scene.positions:
        x, y = frame.place(row["lon"], row["lat"])
        if not frame.holds(x, y):
            continue
        edge = frame.place(row["lon"], row["lat"] + row["uncertainty_km"] / DEGREE_KM)
        reach = math.dist((x, y), edge)
        if reach > size:
            sheet.line(shapely.Point(x, y).buffer(reach), paint.line, 1.0, ORDER, "2 3")
        draw_mark(sheet, (x, y), size, paint, ORDER + 0.1)


def draw_mark(
    sheet: Canvas, at: tuple[float, float], size: float, paint: Fill, order: float
) -> None:
    """A triangle around a point; `size` in pixels is from its middle to a corner."""
    corners = [
        (at[0] + size * math.sin(turn), at[1] + size * math.cos(turn))
        for turn in (0, 2 * math.pi / 3, 4 * math.pi / 3)
    ]
    shape = shapely.Polygon(corners)
    sheet.fill(shape, paint.fill, order)
    sheet.line(shape, paint.line, paint.width, order + 0.01)
