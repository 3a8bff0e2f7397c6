"""Insets in the corners of a map: areas too small for it, each framed on it and named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import shapely

from components.core.palette import read_swatches
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import SERIF, measure
from components.outputs.static_map.inset_placement import PlacedInset, outline_area
from components.outputs.static_map.label_candidates import Box
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.text_layout import put
from components.outputs.static_map.viewport import Viewport

ORDER = 40
# A country of which less than this share of an inset is seen is not named in it.
NAMED = 0.015
TITLE = 13.5


def outline_seen(frame: Viewport, inset: Viewport) -> Any:
    """The edges of what a map shows, in the pixels of an inset."""
    across, rise = (
        np.linspace(frame.left, frame.right, 13),
        np.linspace(frame.bottom, frame.top, 13),
    )
    ends = [np.full(13, end) for end in (frame.right, frame.left, frame.bottom, frame.top)]
    x = np.concatenate([across, ends[0], across[::-1], ends[1]])
    y = np.concatenate([ends[2], rise, ends[3], rise[::-1]])
    lon, lat = frame.find_degrees(x, y)
    window = shapely.box(inset.left, inset.bottom, inset.right, inset.top)
    return shapely.intersection(shapely.Polygon(inset.place_all(lon, lat)), window)


def cut_countries(inset: PlacedInset, countries: dict[str, Any]) -> dict[str, Any]:
    """What of countries, in pixels by id, is seen in an inset.

    Without those hardly in it, unless it is an overview, where the small are small as a whole.
    """
    frame = inset.frame
    edges = (frame.left, frame.bottom, frame.right, frame.top)
    seen = {country: shapely.clip_by_rect(shape, *edges) for country, shape in countries.items()}
    least = 0.0 if inset.overview else NAMED * frame.width * frame.height
    return {country: shape for country, shape in seen.items() if shape.area > least}


def draw_insets(
    sheet: Canvas,
    scene: MapStyles,
    insets: Sequence[PlacedInset],
    add_axes: Callable[[], Any],
    draw_map: Callable[[Canvas, PlacedInset, list[Box]], Any],
) -> None:
    """Draw insets over a map by what draws any map, and their frames on it.

    `draw_map` gets the canvas of an inset, the inset, and the boxes in it that stay free.
    """
    base = read_swatches(scene.theme, "base")
    unit = sheet.frame.unit
    for inset in insets:
        if not inset.overview:
            sheet.line(outline_area(sheet.frame, inset.area), base["ink"].fill, 1.2, ORDER)
        canvas = Canvas(add_axes(), inset.frame)
        left, bottom, right, top = inset.box
        size = TITLE * unit
        # The west of an overview has an ally in its upper corner, and none in the lower.
        head = bottom + 1.7 * size if inset.overview else top
        title = (
            left,
            head - 1.7 * size,
            left + measure(inset.name, SERIF, size) + 1.4 * size,
            head,
        )
        draw_map(canvas, inset, [title])
        if inset.overview:
            seen = outline_seen(sheet.frame, inset.frame)
            canvas.line(seen, base["paper"].fill, 3.4, ORDER - 1)
            canvas.line(seen, base["ink"].fill, 1.4, ORDER)
        edge = shapely.box(left, bottom, right, top)
        whole = replace(inset.frame, left=0, bottom=0, width=right + 20, height=top + 20)
        about = Canvas(canvas.axes, whole)
        about.line(edge, base["paper"].fill, 5.0, ORDER)
        about.line(edge, base["ink"].fill, 1.4, ORDER + 1)
        about.fill(shapely.box(*title), base["paper"].fill, ORDER + 2)
        about.line(shapely.box(*title), base["ink"].fill, 0.8, ORDER + 3)
        x, y = left + 0.7 * size, head - 1.2 * size
        style = {"color": base["ink"].fill, "zorder": ORDER + 4}
        put(canvas.axes, x, y, inset.name, SERIF, size, **style)
