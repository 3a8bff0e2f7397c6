"""The picture of one step of a story: the map, and beside it what the story says."""

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
from components.outputs.static_map.attribution import own_story_notice
from components.outputs.static_map.figure import LOCK, Picture, draw_map, start_picture
from components.outputs.static_map.fonts import BOLD, SANS, SERIF
from components.outputs.static_map.map_page import COLUMN, FOOT, MARGIN, SIZE, name_scene
from components.outputs.static_map.own_layers import (
    describe_own,
    measure_own_legend,
    write_own_legend,
)
from components.outputs.static_map.side_caption import build_heading, write_foot, write_legend
from components.outputs.static_map.styles import build_scene
from components.outputs.static_map.text_column import Column
from data.languages import DEFAULT
from data.load import read_record
from data.record import Record

# In units of the column: what the words may take above the legend.
LEGEND, HEADLINE_LINES = 250.0, 4


def draw_step(
    view: View,
    words: tuple[str, str],
    *,
    size: tuple[int, int] = SIZE,
    theme: str = "light",
    language: str = DEFAULT,
    base_url: str = "",
    record: Record | None = None,
    today: date | None = None,
    own: bool = False,
    layers: Sequence[OwnLayer] = (),
) -> Picture:
    """A view with a headline and a text in place of its title. Errors as `draw_view`.

    `layers` are a reader's. `own` says that the words are too: the picture says so over and
    under them.
    """
    record, today = record or read_record(), today or read_today()
    with LOCK, locale_context(language):
        scene = build_scene(record, view, theme, today, layers)
        picture = start_picture(size, theme, language)
        unit, (width, height) = picture.unit, size
        margin, column = MARGIN * unit, COLUMN * unit
        base = read_swatches(theme, "base")
        ink, muted = base["ink"].fill, base["muted"].fill
        heading = build_heading(record, scene)
        box = (margin, margin, width - column - 3 * margin, height - 2 * margin)
        side = Column(picture.page, width - column - margin, height - margin, column, margin)
        if own:
            side.write(own_story_notice(), BOLD, 13, base["accent"].fill, most=1)
            side.skip(3)
        side.write(words[0], SERIF, 30, ink, most=HEADLINE_LINES, lead=1.15)
        side.skip(8)
        room = (side.room / unit - LEGEND - FOOT) / (17 * 1.32)
        side.write(words[1], SANS, 17, ink, most=max(2, int(room)))
        side.skip(10)
        side.rule(base["rule"].fill)
        side.skip(8)
        side.write(
            " · ".join(filter(None, (heading.title, heading.detail))), BOLD, 13, muted, most=2
        )
        side.write(heading.toward, BOLD, 13, muted, most=1)
        side.skip(6)
        write_legend(side, record, scene, reserve=FOOT + measure_own_legend(scene))
        write_own_legend(side, scene, reserve=FOOT)
        write_foot(side, record, scene, build_link_rules(record, today), base_url, own=own)
        draw_map(picture, box, record, scene)
        said = describe_view_in_words(view, language, record=record, today=today)
        title = words[0] or name_scene(record, scene)
        if own:
            picture.author = own_story_notice()
            title = f"{title} ({picture.author})"
        picture.say(title, describe_own(said, scene))
        return picture
