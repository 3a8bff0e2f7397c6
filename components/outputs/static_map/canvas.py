"""Putting shapes, lines and patterns on a picture, cut at the edge of its map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import AffineDeltaTransform

from components.core.palette.drawing import LINE_WIDTHS
from components.outputs.static_map.patterns import (
    draw_tile,
    find_lines,
    read_pattern,
    rule_shape,
    stamp_shape,
)
from components.outputs.static_map.styles import NO_PATTERN, Fill
from components.outputs.static_map.text_layout import POINTS_PER_PIXEL
from components.outputs.static_map.viewport import Viewport

ABOVE = 0.01
LINES, POLYGON = (1, 2), 3
"""What shapely calls lines and rings, and polygons."""


class Canvas:
    """The axes of a picture, in pixels from below left, and the map's rectangle in it."""

    def __init__(self, axes: Any, frame: Viewport) -> None:
        """Take the axes; what is drawn through this is cut at the edges of the frame."""
        self.axes = axes
        self.frame = frame
        self.window = Rectangle(
            (frame.left, frame.bottom), frame.width, frame.height, transform=axes.transData
        )

    def fill(self, shape: Any, colour: str, order: float, **style: Any) -> None:
        """Fill a shape given in pixels; `edge` and `width` (pixels) draw its contour too."""
        path = trace(shape)
        if path is None:
            return
        edge, width = style.get("edge", "none"), style.get("width", 0.0)
        patch = PathPatch(
            path,
            facecolor=colour,
            edgecolor=edge,
            linewidth=width * POINTS_PER_PIXEL,
            joinstyle="round",
            alpha=style.get("opacity"),
            zorder=order,
        )
        self.add(patch)

    def cover(self, shape: Any, paint: Fill, order: float) -> None:
        """Lay the pattern of a paint over a shape, then the gaps of weak evidence."""
        frame = self.frame
        shape = shapely.clip_by_rect(shape, frame.left, frame.bottom, frame.right, frame.top)
        if shape.is_empty:
            return
        self._lay(shape, paint, order)
        if paint.gaps != NO_PATTERN:
            bands = replace(paint, pattern=paint.gaps, pattern_colour=paint.gap_colour)
            self._lay(shape, bands, order)
            line = replace(paint, pattern=paint.gaps, pattern_colour=paint.gap_line)
            self._rule(shape, line, order + ABOVE, LINE_WIDTHS["gap"])

    def _lay(self, shape: Any, paint: Fill, order: float) -> None:
        tile = read_pattern(paint.pattern)
        if not tile.size:
            return
        if find_lines(paint.pattern) is not None:
            self._rule(shape, paint, order, tile.stroke_width)
            return
        unit = self.frame.unit
        width = tile.stroke_width * unit * POINTS_PER_PIXEL
        filled = tile.paint == "fill"
        collection = PathCollection(
            [draw_tile(paint.pattern, unit)],
            offsets=stamp_shape(shape, paint.pattern, unit),
            offset_transform=self.axes.transData,
            facecolors=paint.pattern_colour if filled else "none",
            edgecolors="none" if filled else paint.pattern_colour,
            linewidths=0 if filled else width,
            alpha=paint.opacity,
            zorder=order,
        )
        # The size of a pixel without its place: the stamp is set by the offsets.
        collection.set_transform(AffineDeltaTransform(self.axes.transData))
        self.add(collection, trace(shape))

    def _rule(self, shape: Any, paint: Fill, order: float, width: float) -> None:
        """Lines of a pattern that run on from tile to tile, `width` in pixels of the web map."""
        ruled = follow_lines(rule_shape(shape, paint.pattern, self.frame.unit))
        if ruled is None:
            return
        self.add(
            PathPatch(
                ruled,
                facecolor="none",
                edgecolor=paint.pattern_colour,
                linewidth=width * self.frame.unit * POINTS_PER_PIXEL,
                capstyle="butt",
                alpha=paint.opacity,
                zorder=order,
            )
        )

    def line(self, shape: Any, colour: str, width: float, order: float, dash: str = "") -> None:
        """Draw lines or the contour of a shape; width and dash in pixels."""
        path = follow_lines(shape)
        if path is None or width <= 0:
            return
        style: Any = "solid"
        if dash:
            # matplotlib counts dashes in widths of the line.
            style = (0, tuple(float(each) / width for each in dash.split()))
        # One patch and not a collection: a line of a collection is a drawing of its own in a file.
        self.add(
            PathPatch(
                path,
                facecolor="none",
                edgecolor=colour,
                linewidth=width * self.frame.unit * POINTS_PER_PIXEL,
                linestyle=style,
                capstyle="butt" if dash else "round",
                joinstyle="round",
                zorder=order,
            )
        )

    def add(self, artist: Any, clip: Path | None = None) -> None:
        """Put an artist on the axes, cut at the edges of the map or of another path."""
        if isinstance(artist, PathPatch):
            # Not add_patch: that would measure every curve, and nothing here is scaled to fit.
            self.axes.add_artist(artist)
        else:
            self.axes.add_collection(artist, autolim=False)
        if clip is None:
            artist.set_clip_path(self.window)
        else:
            artist.set_clip_path(clip, self.axes.transData)


def trace(shape: Any) -> Path | None:
    """The path of a polygon or many, holes included; None when there is nothing to draw."""
    vertices: list[Any] = []
    codes: list[Any] = []
    for polygon in pick_polygons(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.array(ring.coords)
            vertices.append(points)
            codes.append([Path.MOVETO, *[Path.LINETO] * (len(points) - 2), Path.CLOSEPOLY])
    return Path(np.concatenate(vertices), np.concatenate(codes)) if vertices else None


def pick_polygons(shape: Any) -> list[Any]:
    """The polygons in a shape of any kind."""
    parts = shapely.get_parts(shapely.get_parts(shape)) if shape is not None else []
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def follow_lines(shape: Any) -> Path | None:
    """The path of the lines in shapes of any kind, of polygons their rings; None when empty."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    rings = shapely.get_rings(parts[shapely.get_type_id(parts) == POLYGON])
    lines = parts[np.isin(shapely.get_type_id(parts), LINES)]
    every = np.concatenate([rings, lines])
    points, owner = shapely.get_coordinates(every, return_index=True)
    if not len(points):
        return None
    codes = np.full(len(points), Path.LINETO, dtype=Path.code_type)
    codes[np.flatnonzero(np.diff(owner, prepend=-1))] = Path.MOVETO
    return Path(points, codes)
