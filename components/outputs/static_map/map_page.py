"""The pictures of one view: with its caption, or the map alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.core.alt_text import describe_view_in_words
from components.core.clock import read_today
from components.core.i18n import locale_context
from components.core.link_rules import build_link_rules
from components.core.palette import read_swatches
from components.core.user_layers.layer import OwnLayer
from components.core.view_state import View
from components.outputs.static_map.figure import LOCK, USUAL, Picture, draw_map, start_picture
from components.outputs.static_map.own_layers import (
    describe_own,
    measure_own_legend,
    write_own_legend,
)
from components.outputs.static_map.side_caption import (
    build_heading,
    write_foot,
    write_heading,
    write_legend,
    write_story,
)
from components.outputs.static_map.styles import MapStyles, build_scene
from components.outputs.static_map.text_column import Column
from data.languages import DEFAULT
from data.load import read_record
from data.record import Record

SIZE = (1600, 900)
MAP_SIZE = (1200, 900)
COLUMN = 385.0
MARGIN = 26.0
PORTRAIT = 1.2
ROOMY = 0.9
"""From this share of the usual area on, a picture tells what happened too."""
FOOT = 150.0


def draw_view(
    view: View,
    *,
    size: tuple[int, int] = SIZE,
    theme: str = "light",
    language: str = DEFAULT,
    base_url: str = "",
    record: Record | None = None,
    today: date | None = None,
    layers: Sequence[OwnLayer] = (),
) -> Picture:
    """A view with its title, legend, sources, licences and address.

    `layers` are a reader's own. `size` is in pixels; `base_url` is the address of the atlas, empty
    for a relative link.
    KeyError for an unknown event, ValueError for a wrong party, theme, language or size.
    """
    record, today = record or read_record(), today or read_today()
    with LOCK, locale_context(language):
        scene = build_scene(record, view, theme, today, layers)
        picture = start_picture(size, theme, language)
        unit, (width, height) = picture.unit, size
        margin, rules = MARGIN * unit, build_link_rules(record, today)
        if width / height >= PORTRAIT:
            column = COLUMN * unit
            box = (margin, margin, width - column - 3 * margin, height - 2 * margin)
            side = Column(picture.page, width - column - margin, height - margin, column, margin)
            write_heading(side, record, scene)
            if width * height >= ROOMY * USUAL[0] * USUAL[1]:
                write_story(side, record, scene)
            side.skip(12)
            side.rule(read_swatches(theme, "base")["rule"].fill)
            side.skip(12)
            write_legend(side, record, scene, reserve=FOOT + measure_own_legend(scene))
            write_own_legend(side, scene, reserve=FOOT)
            write_foot(side, record, scene, rules, base_url)
        else:
            foot = min(0.42 * height, 400 * unit)
            box = (margin, foot, width - 2 * margin, height - foot - margin)
            half = (width - 3 * margin) / 2
            top = foot - margin * 0.6
            left = Column(picture.page, margin, top, half, margin)
            write_heading(left, record, scene)
            left.skip(10)
            write_foot(left, record, scene, rules, base_url)
            right = Column(picture.page, 2 * margin + half, top, half, margin)
            write_legend(right, record, scene, reserve=measure_own_legend(scene))
            write_own_legend(right, scene, reserve=0)
        draw_map(picture, box, record, scene)
        words = describe_view_in_words(view, language, record=record, today=today)
        picture.say(name_scene(record, scene), describe_own(words, scene))
        return picture


def draw_map_only(
    view: View,
    *,
    size: tuple[int, int] = MAP_SIZE,
    theme: str = "light",
    language: str = DEFAULT,
    record: Record | None = None,
    today: date | None = None,
    scaled: bool = True,
    layers: Sequence[OwnLayer] = (),
) -> Picture:
    """The map of a view from edge to edge, with labels and scale. Errors as `draw_view`."""
    record, today = record or read_record(), today or read_today()
    with LOCK, locale_context(language):
        scene = build_scene(record, view, theme, today, layers)
        picture = start_picture(size, theme, language)
        draw_map(picture, (0, 0, *size), record, scene, framed=False, scaled=scaled)
        words = describe_view_in_words(view, language, record=record, today=today)
        picture.say(name_scene(record, scene), describe_own(words, scene))
        return picture


def name_scene(record: Record, scene: MapStyles) -> str:
    """The title of a picture of one view."""
    heading = build_heading(record, scene)
    parts = (heading.title, heading.detail, heading.toward)
    return " · ".join(part for part in parts if part)
