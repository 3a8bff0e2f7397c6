"""Two views side by side, over one legend that counts both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from components.core.alt_text import describe_comparison_in_words
from components.core.cited_version import add_version
from components.core.clock import read_today
from components.core.i18n import current_locale, locale_context
from components.core.i18n import gettext as _
from components.core.link_rules import build_link_rules
from components.core.palette import read_swatches
from components.core.view_state import View, write_pair
from components.outputs.static_map.attribution import format_licences, format_sources
from components.outputs.static_map.figure import LOCK, Picture, draw_map, start_picture
from components.outputs.static_map.fonts import BOLD, SANS, SERIF
from components.outputs.static_map.legend import LegendBlock, list_blocks, measure_block
from components.outputs.static_map.map_page import MARGIN, SIZE
from components.outputs.static_map.side_caption import build_heading
from components.outputs.static_map.styles import MapStyles, build_scene
from components.outputs.static_map.text_column import Column
from data.languages import DEFAULT
from data.load import read_record
from data.record import Record

HEAD, COLUMNS, SMALL_PRINT = 84.0, 4, 88.0


def draw_comparison(
    first: View,
    second: View,
    *,
    size: tuple[int, int] = SIZE,
    theme: str = "light",
    language: str = DEFAULT,
    base_url: str = "",
    record: Record | None = None,
    today: date | None = None,
) -> Picture:
    """Two maps side by side. Errors as `draw_view`."""
    record, today = record or read_record(), today or read_today()
    with LOCK, locale_context(language):
        scenes = [build_scene(record, view, theme, today) for view in (first, second)]
        picture = start_picture(size, theme, language)
        unit, (width, height), margin = picture.unit, size, MARGIN * picture.unit
        half = (width - 3 * margin) / 2
        shared = _share_blocks(record, scenes)
        wide = (width - (COLUMNS + 1) * margin) / COLUMNS
        tall = sum(max(measure_block(part, wide, unit) for part in row) for row in shared)
        foot = margin + SMALL_PRINT * unit + tall
        for place, scene in enumerate(scenes):
            left = margin + place * (half + margin)
            _write_head(picture, record, scene, left, half)
            box = (left, foot, half, height - foot - HEAD * unit - margin)
            draw_map(picture, box, record, scene)
        _write_legend(picture, shared, foot - 0.5 * margin, theme)
        _write_small_print(picture, record, scenes, base_url, today)
        names = [build_heading(record, scene) for scene in scenes]
        one, two = (f"{name.title}, {name.detail} {name.toward}".strip() for name in names)
        words = describe_comparison_in_words(first, second, language, record=record, today=today)
        picture.say(_("{first} and {second} compared", first=one, second=two), words)
        return picture


def _write_head(
    picture: Picture, record: Record, scene: MapStyles, left: float, width: float
) -> None:
    base = read_swatches(scene.theme, "base")
    heading = build_heading(record, scene)
    top = picture.size[1] - 0.6 * MARGIN * picture.unit
    column = Column(picture.page, left, top, width, top - HEAD * 1.2 * picture.unit)
    title = heading.title if scene.event is not None else f"{heading.year} · {heading.title}"
    column.write(title, SERIF, 27, base["ink"].fill, most=1)
    column.write(heading.detail, SANS, 15, base["ink"].fill, most=1)
    column.write(heading.toward, BOLD, 15.5, base["accent"].fill, most=1)


def _share_blocks(record: Record, scenes: list[MapStyles]) -> list[list[LegendBlock]]:
    """The legend in rows of columns, its counts those of both maps: "4 · 1"."""
    one, two = (list_blocks(record, scene) for scene in scenes)
    alike = (scenes[0].event is None) == (scenes[1].event is None)
    lists = [one] if alike else [one, two]
    rows = []
    for blocks in lists:
        if len(blocks) == 1:
            block = blocks[0]
            title = _("Stance and number of countries: left · right") if alike else block.title
            step = -(-len(block.rows) // COLUMNS)
            parts = [block.rows[at : at + step] for at in range(0, len(block.rows), step)]
            titles = [title, *[""] * (len(parts) - 1)]
            blocks = [LegendBlock(t, rows) for t, rows in zip(titles, parts, strict=True)]
        rows.append(blocks)
    if alike:
        counts = {row.text: row.count for block in two for row in block.rows}
        rows = [[_add_counts(block, counts) for block in rows[0]]]
    return rows


def _add_counts(block: LegendBlock, counts: dict[str, int]) -> LegendBlock:
    return replace(
        block, rows=tuple(replace(row, second=counts.get(row.text, 0)) for row in block.rows)
    )


def _write_legend(
    picture: Picture, shared: list[list[LegendBlock]], top: float, theme: str
) -> None:
    base, margin = read_swatches(theme, "base"), MARGIN * picture.unit
    width = (picture.size[0] - (COLUMNS + 1) * margin) / COLUMNS
    for blocks in shared:
        depth = top
        for place, block in enumerate(blocks):
            left = margin + place * (width + margin)
            column = Column(picture.page, left, top, width, 0)
            column.write(block.title or " ", BOLD, 13.5, base["muted"].fill, most=1)
            column.skip(1)
            for row in block.rows:
                used = row.count or row.second
                colour = base["ink" if used else "muted"].fill
                column.row(row.paint, row.text, row.said, colour)
            depth = min(depth, column.y)
        top = depth - 4 * picture.unit


def _write_small_print(
    picture: Picture, record: Record, scenes: list[MapStyles], base_url: str, today: date
) -> None:
    base, margin = read_swatches(scenes[0].theme, "base"), MARGIN * picture.unit
    half = (picture.size[0] - 3 * margin) / 2
    query = write_pair(
        scenes[0].view, scenes[1].view, build_link_rules(record, today), current_locale()
    )
    top = margin * 0.5 + SMALL_PRINT * picture.unit
    for place, scene in enumerate(scenes):
        left = margin + place * (half + margin)
        column = Column(picture.page, left, top, half, margin * 0.4)
        column.write(format_sources(record, scene), SANS, 11.5, base["ink"].fill, most=2)
        if place:
            column.write(format_licences(), SANS, 11.5, base["muted"].fill, most=3)
        else:
            link = f"{base_url}?{add_version(query)}"
            column.write(link, BOLD, 11.5, base["muted"].fill, most=3, link=link)
