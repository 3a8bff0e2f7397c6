"""Marks on a picture: the events, the scale bar and the neat line about the map."""

from __future__ import annotations

import math
from typing import Any

import shapely
from shapely import affinity

from components.core.i18n import gettext as _
from components.core.palette import read_swatches
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import SANS, measure
from components.outputs.static_map.marker_layout import Spot, lay_out_marks
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.text_layout import put_haloed
from components.outputs.static_map.viewport import is_on_map
from data.record import Record
from data.schema import Row
from data.timeline import events_on, order_events

ORDER = 12
LARGE = {"conflict", "crisis"}
SQUARE = {"summit", "declaration", "treaty", "membership", "un_vote"}
DIAMOND = {"deployment", "drill", "arms"}
KILOMETRES = (5, 10, 20, 50, 100, 200, 500, 1000)

Box = tuple[float, float, float, float]


def draw_events(sheet: Canvas, scene: MapStyles, record: Record) -> list[Box]:
    """The event of the view, or those of its date or year; gives the boxes they cover."""
    if scene.event is not None:
        return _draw_chosen(sheet, scene, scene.event)
    if "events" not in scene.view.layers:
        return []
    boxes: list[Box] = []
    unit = sheet.frame.unit
    rows = [row for row in _list_events(record, scene) if is_on_map(row["lat"], row["lon"])]
    points = [sheet.frame.place(row["lon"], row["lat"]) for row in rows]
    shown = [place for place, point in enumerate(points) if sheet.frame.holds(*point)]
    spots = lay_out_marks([points[place] for place in shown], unit)
    for place, (x, y) in zip(shown, spots, strict=True):
        if sheet.frame.holds(x, y, 8 * unit):
            _draw_leader(sheet, scene, rows[place]["kind"], points[place], (x, y))
            boxes.append(_draw_mark(sheet, scene, rows[place], x, y, 1.0))
    return boxes


def _draw_leader(sheet: Canvas, scene: MapStyles, kind: str, start: Spot, end: Spot) -> None:
    """A line from the place of an event to its mark."""
    unit = sheet.frame.unit
    if math.dist(start, end) < unit:
        return
    colour = read_swatches(scene.theme, "event")[kind].fill
    halo = read_swatches(scene.theme, "base")["halo"].fill
    line = shapely.LineString([start, end])
    sheet.fill(line.buffer(1.5 * unit), halo, ORDER)
    sheet.fill(line.buffer(0.75 * unit), colour, ORDER + 0.5)
    sheet.fill(shapely.Point(start).buffer(2.5 * unit, quad_segs=8), colour, ORDER + 0.5)


def _list_events(record: Record, scene: MapStyles) -> list[Row]:
    """Those that go on on the date of the view, or begin in its year, in order."""
    if scene.view.date is not None:
        return [record.row("events", event) for event in events_on(record, scene.view.date)]
    return [row for row in order_events(record) if row["date_start"].year == scene.view.year]


def _draw_chosen(sheet: Canvas, scene: MapStyles, row: Row) -> list[Box]:
    if not is_on_map(row["lat"], row["lon"]):
        return []
    x, y = sheet.frame.place(row["lon"], row["lat"])
    if not sheet.frame.holds(x, y):
        return []
    colour = read_swatches(scene.theme, "event")[row["kind"]].fill
    glow = shapely.Point(x, y).buffer(15 * sheet.frame.unit, quad_segs=16)
    sheet.fill(glow, colour, ORDER, opacity=0.35)
    return [_draw_mark(sheet, scene, row, x, y, 1.25)]


def _draw_mark(sheet: Canvas, scene: MapStyles, row: Row, x: float, y: float, scale: float) -> Box:
    kind = row["kind"]
    colour = read_swatches(scene.theme, "event")[kind].fill
    paper = read_swatches(scene.theme, "base")["paper"].fill
    radius = (8.0 if kind in LARGE else 6.0) * scale * sheet.frame.unit
    for grow, fill in ((1.2, colour), (0.0, paper), (-2.0, colour)):
        shape = _draw_shape(kind, x, y, radius + grow * scale * sheet.frame.unit)
        sheet.fill(shape, fill, ORDER + 1)
    return x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2


def _draw_shape(kind: str, x: float, y: float, radius: float) -> Any:
    square = shapely.box(x - radius, y - radius, x + radius, y + radius)
    if kind in SQUARE:
        return affinity.scale(square, 0.9, 0.9)
    if kind in DIAMOND:
        return affinity.rotate(affinity.scale(square, 0.85, 0.85), 45)
    return shapely.Point(x, y).buffer(radius, quad_segs=16)


def draw_scale(sheet: Canvas, scene: MapStyles) -> Box:
    """A bar of a round length at the foot of the map; gives the box it covers."""
    frame, base = sheet.frame, read_swatches(scene.theme, "base")
    unit = frame.unit
    length = max(
        (km for km in KILOMETRES if km * 1000 / frame.metres <= min(180 * unit, frame.width / 4)),
        default=KILOMETRES[0],
    )
    pixels = length * 1000 / frame.metres
    left, bottom = frame.left + 18 * unit, frame.bottom + 18 * unit
    size = 12.5 * unit
    ink, halo = base["ink"].fill, base["halo"].fill
    text = _("{count} km", count=length)
    bar = shapely.box(left, bottom, left + pixels, bottom + 4 * unit)
    sheet.fill(bar.buffer(1.6 * unit, join_style="mitre"), halo, ORDER + 3)
    sheet.fill(bar, ink, ORDER + 4)
    half = shapely.box(left + pixels / 2, bottom + unit, left + pixels - unit, bottom + 3 * unit)
    sheet.fill(half, halo, ORDER + 5)
    put_haloed(
        sheet.axes,
        left,
        bottom + 9 * unit,
        text,
        SANS,
        size,
        halo=halo,
        width=3 * unit,
        color=ink,
        zorder=ORDER + 6,
    )
    right = left + max(pixels, measure(text, SANS, size))
    return left - 4, bottom - 4, right + 4, bottom + 9 * unit + size


def draw_neat_line(sheet: Canvas, scene: MapStyles) -> None:
    """The thin frame of a printed map."""
    frame = sheet.frame
    box = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    colour = read_swatches(scene.theme, "base")["border"].fill
    sheet.line(box, colour, 1.6, ORDER + 8)
