"""A reader's own layers on a picture, with the sizes and colours of the web map."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import AffineDeltaTransform

from components.core.i18n import gettext as _
from components.core.palette import read_swatches
from components.core.palette.categories import read_category_colors
from components.core.user_layers.layer import (
    HALF_PIXEL,
    OwnLayer,
    OwnShape,
    credit_layer,
    credit_layers,
)
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import BOLD, SANS
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.text_column import ORDER as TEXT_ORDER
from components.outputs.static_map.text_column import Column
from components.outputs.static_map.text_layout import POINTS_PER_PIXEL, put, wrap

# Above outlines, under events.
ORDER, STEP = 9.0, 0.01
AREA_OPACITY, LINE_WIDTH, RING = 0.22, 2.5, 1.0
# Beyond so many discs they are drawn as an image, so fine: a file of as many signs opens nowhere.
MOST_SIGNS, FINENESS = 2000, 2
LARGEST = 20.0  # pixels beyond the frame from which a disc cannot be seen
TEXT, DOT, LINE, INDENT = 12.5, 4.5, 17.0, 16.0


def draw_own_layers(sheet: Canvas, scene: MapStyles) -> None:
    """The layers of a scene, from back to front."""
    colours, paper = read_category_colors(scene.theme)
    for place, layer in enumerate(scene.own_layers):
        order = ORDER + place * STEP
        for at in np.flatnonzero(layer.shape >= 0):
            colour = colours[layer.category[at] % len(colours)]
            _draw_shape(sheet, layer.shapes[layer.shape[at]], colour, layer.opacity, order)
        _draw_points(sheet, layer, colours, paper, order)


def _draw_shape(sheet: Canvas, shape: OwnShape, colour: str, opacity: float, order: float) -> None:
    """A line, or an area with its contour."""
    parts = [sheet.frame.place_all(ring[:, 0], ring[:, 1]) for ring in shape.rings]
    parts = [part[np.isfinite(part).all(axis=1)] for part in parts]
    parts = [part for part in parts if len(part) > 1]
    if not parts:
        return
    path = Path.make_compound_path(*(Path(part, closed=False) for part in parts))
    width = LINE_WIDTH * sheet.frame.unit * POINTS_PER_PIXEL
    style: dict[str, Any] = {"joinstyle": "round", "zorder": order}
    if shape.is_area:
        # Even and odd as in the browser: a hole is a hole however its points turn.
        area = shapely.Polygon()
        for part in parts:
            if len(part) > 3:
                area = area.symmetric_difference(shapely.make_valid(shapely.Polygon(part)))
        sheet.fill(area, colour, order, opacity=AREA_OPACITY * opacity)
    line = PathPatch(
        path, facecolor="none", edgecolor=colour, linewidth=width, alpha=opacity, **style
    )
    sheet.add(line)


def _draw_points(
    sheet: Canvas, layer: OwnLayer, colours: list[str], paper: str, order: float
) -> None:
    """Discs in a ring of paper, in the order of their days; of equal ones the last."""
    frame = sheet.frame
    chosen = np.flatnonzero(layer.shape < 0)
    spots = frame.place_all(layer.lon[chosen], layer.lat[chosen])
    reach = LARGEST * frame.unit
    inside = np.isfinite(spots).all(axis=1)
    inside &= (spots[:, 0] > frame.left - reach) & (spots[:, 0] < frame.right + reach)
    inside &= (spots[:, 1] > frame.bottom - reach) & (spots[:, 1] < frame.top + reach)
    chosen, spots = chosen[inside], spots[inside]
    looks = np.column_stack([np.round(spots), layer.category[chosen], layer.radius[chosen]])
    _unique, last = np.unique(looks[::-1], axis=0, return_index=True)
    kept = np.sort(len(looks) - 1 - last)
    chosen, spots = chosen[kept], spots[kept]
    if not len(chosen):
        return
    faces = [colours[each % len(colours)] for each in layer.category[chosen]]
    radii = np.maximum(1.0, layer.radius[chosen] * HALF_PIXEL) * frame.unit
    if len(chosen) > MOST_SIGNS:
        _add_image(sheet, spots, radii, (faces, paper), (layer.opacity, order))
        return
    discs = _build_discs(radii, faces, paper, frame.unit)
    discs.set_offsets(spots)
    discs.set(offset_transform=sheet.axes.transData, alpha=layer.opacity, zorder=order)
    discs.set_transform(AffineDeltaTransform(sheet.axes.transData))
    sheet.add(discs)


def _build_discs(radii: Any, faces: list[str], paper: str, unit: float) -> PathCollection:
    """A collection of discs whose rings lie within their radii, in pixels."""
    shapes: dict[float, Path] = {}
    ring = RING * unit
    paths = [shapes.setdefault(r, Path.circle((0, 0), max(r - ring / 2, 0.5))) for r in radii]
    width = ring * POINTS_PER_PIXEL
    return PathCollection(paths, facecolors=faces, edgecolors=paper, linewidths=width)


def _add_image(
    sheet: Canvas, spots: Any, radii: Any, paint: tuple[list[str], str], look: tuple[float, float]
) -> None:
    """Discs as one image over the map."""
    frame = sheet.frame
    size = (round(frame.width), round(frame.height))
    figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100 * FINENESS)
    canvas: Any = FigureCanvasAgg(figure)
    figure.patch.set_alpha(0.0)
    axes: Any = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(frame.left, frame.right)
    axes.set_ylim(frame.bottom, frame.top)
    discs = _build_discs(radii, *paint, frame.unit)
    discs.set_offsets(spots)
    discs.set(offset_transform=axes.transData)
    discs.set_transform(AffineDeltaTransform(axes.transData))
    axes.add_collection(discs, autolim=False)
    canvas.draw()
    image = np.asarray(canvas.buffer_rgba())
    extent = (frame.left, frame.right, frame.bottom, frame.top)
    shown = sheet.axes.imshow(
        image, extent=extent, aspect="auto", interpolation="antialiased", zorder=look[1]
    )
    shown.set_alpha(look[0])
    shown.set_clip_path(sheet.window)


def describe_own(words: str, scene: MapStyles) -> str:
    """What a picture says in words, and whose the layers on it are."""
    return " ".join(filter(None, (words, credit_layers([each.name for each in scene.own_layers]))))


def measure_own_legend(scene: MapStyles) -> float:
    """Height of the legend of the layers, in units."""
    lines = sum(1.5 + sum(bool(each) for each in layer.categories) for layer in scene.own_layers)
    return lines * LINE + 6.0 * bool(lines)


def write_own_legend(column: Column, scene: MapStyles, *, reserve: float) -> None:
    """Whose the layers are and what their colours say; `reserve` units stay free below."""
    base = read_swatches(scene.theme, "base")
    colours, _paper = read_category_colors(scene.theme)
    column.bottom += reserve * column.unit
    if scene.own_layers:
        column.skip(6)
    for layer in reversed(scene.own_layers):
        column.write(credit_layer(layer.name), BOLD, TEXT, base["ink"].fill, most=2)
        for place, name in enumerate(layer.categories):
            if not name and len(layer.categories) == 1:
                continue
            if column.room < LINE * column.unit:
                break
            _write_category(
                column, colours[place % len(colours)], name or _("Others or none"), base["ink"].fill
            )
    column.bottom -= reserve * column.unit


def _write_category(column: Column, colour: str, name: str, ink: str) -> None:
    """A dot and the value that it stands for."""
    unit = column.unit
    middle = column.y - LINE * unit / 2
    dot = shapely.Point(column.x + DOT * unit, middle).buffer(DOT * unit, quad_segs=8)
    column.page.fill(dot, colour, TEXT_ORDER)
    size = TEXT * unit
    room = column.width - INDENT * unit
    line = wrap(name, SANS, size, room, 1)[0]
    left, base = column.x + INDENT * unit, middle - 0.33 * size
    put(column.page.axes, left, base, line, SANS, size, color=ink, zorder=TEXT_ORDER)
    column.skip(LINE)
