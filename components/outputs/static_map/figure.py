"""A picture as a matplotlib figure: its page, its map, and what is said of it."""

from __future__ import annotations

import threading
from typing import Any

from matplotlib.figure import Figure

from components.core.palette import read_swatches
from components.outputs.static_map.basemap import draw_ground
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import load_faces
from components.outputs.static_map.inset_placement import PlacedInset, place_insets
from components.outputs.static_map.insets import cut_countries, draw_insets
from components.outputs.static_map.label_candidates import Box
from components.outputs.static_map.labels import Label, place_labels
from components.outputs.static_map.map_furniture import draw_events, draw_neat_line, draw_scale
from components.outputs.static_map.own_layers import draw_own_layers
from components.outputs.static_map.region_labels import find_regions
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.text_layout import clean
from components.outputs.static_map.viewport import Viewport, build_frame, is_on_map
from data.languages import DEFAULT
from data.membership import alliance_states
from data.record import Record

DOTS_PER_INCH = 100
USUAL = (1600.0, 900.0)
AUTHOR = "CSTO Stance Atlas"
SMALLEST, LARGEST = (320, 240), (4000, 4000)
LOCK = threading.RLock()
"""Fonts and settings of matplotlib are shared: pictures are made one at a time."""


class Picture(Figure):
    """A figure of a size in pixels, with its title and what its colours say as plain text.

    `maps` are the maps in it, each with its scene and the labels that found room, `insets` the
    insets of them with theirs. `author` is whose the words are.
    """

    def __init__(self, size: tuple[int, int], paper: str) -> None:
        """An empty page. ValueError for a size that is no picture's."""
        if not all(low <= s <= high for low, s, high in zip(SMALLEST, size, LARGEST, strict=True)):
            raise ValueError(f"a picture of {size[0]} x {size[1]} pixels is not drawn")
        load_faces()
        inches = (size[0] / DOTS_PER_INCH, size[1] / DOTS_PER_INCH)
        super().__init__(figsize=inches, dpi=DOTS_PER_INCH, facecolor=paper)
        self.size = size
        self.title = ""
        self.author = AUTHOR
        self.description = ""
        self.language = DEFAULT
        self.maps: list[tuple[MapStyles, Viewport, list[Label]]] = []
        self.insets: list[tuple[PlacedInset, list[Label]]] = []
        self.canvas_axes: Any = self.add_sheet()

    def add_sheet(self) -> Any:
        """Axes over the whole page, in pixels from below left, above those before."""
        label = f"sheet {len(self.axes)}"
        sheet: Any = self.add_axes((0.0, 0.0, 1.0, 1.0), label=label, zorder=len(self.axes))
        sheet.set_axis_off()
        sheet.set_autoscale_on(False)
        sheet.set_xlim(0, self.size[0])
        sheet.set_ylim(0, self.size[1])
        return sheet

    def say(self, title: str, description: str) -> None:
        """Set what is said of the picture: text that every format can hold."""
        self.title, self.description = clean(title), clean(description)

    @property
    def unit(self) -> float:
        """The size of furniture and type: 1 at 1600 x 900, never too small to be read."""
        long, short = max(self.size), min(self.size)
        return float(max(0.84, min(long / USUAL[0], short / USUAL[1] * 1.12)) ** 0.9)

    @property
    def page(self) -> Canvas:
        """The whole page to draw on."""
        width, height = self.size
        whole = Viewport(0, 0, width, height, 0.0, (0.0, 0.0), 1.0, self.unit, 0.0)
        return Canvas(self.canvas_axes, whole)


def start_picture(size: tuple[int, int], theme: str, language: str) -> Picture:
    """An empty page in the colours of a theme."""
    picture = Picture(size, read_swatches(theme, "base")["paper"].fill)
    picture.language = language
    return picture


def draw_map(
    picture: Picture,
    box: tuple[float, float, float, float],
    record: Record,
    scene: MapStyles,
    *,
    framed: bool = True,
    scaled: bool = True,
) -> None:
    """A map in a box (left, bottom, width, height) of a picture.

    `scaled` with scale bar and insets: neither can be read where the picture is made much smaller.
    """
    event = scene.event
    point = None
    if event is not None and is_on_map(event["lat"], event["lon"]):
        point = (event["lon"], event["lat"])
    sheet = Canvas(picture.canvas_axes, build_frame(box, picture.unit, scene.view.at, point))
    countries = draw_ground(sheet, scene)
    draw_own_layers(sheet, scene)
    taken = draw_events(sheet, scene, record)
    if scaled:
        taken.append(draw_scale(sheet, scene))
    parties = {
        row["actor"] for row in record.rows("parties") if row["event_id"] == scene.view.event
    }
    concerned = alliance_states(record) | parties
    insets = place_insets(sheet.frame, scene, concerned, countries, taken) if scaled else []
    taken.extend(inset.box for inset in insets)
    elsewhere = {region for inset in insets for region in find_regions(inset.area)}
    labels = place_labels(sheet, scene, record, countries, taken, elsewhere)
    found: list[list[Label]] = []

    def draw_inset(canvas: Canvas, inset: PlacedInset, free: list[Box]) -> None:
        inside = cut_countries(inset, draw_ground(canvas, scene))
        draw_own_layers(canvas, scene)
        free.extend(draw_events(canvas, scene, record))
        only = scene.members - parties if inset.overview else None
        found.append(place_labels(canvas, scene, record, inside, free, only=only))

    draw_insets(sheet, scene, insets, picture.add_sheet, draw_inset)
    picture.insets.extend(zip(insets, found, strict=True))
    if framed:
        draw_neat_line(sheet, scene)
    picture.maps.append((scene, sheet.frame, labels))
