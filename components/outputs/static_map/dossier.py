"""A page of an event: its map, what happened, who stood where, and the sources."""

from __future__ import annotations

from datetime import date

from components.core.alt_text import describe_dossier_in_words
from components.core.alt_text.date_format import join_names
from components.core.alt_text.event import label_of, name_of
from components.core.alt_text.headline import format_headline
from components.core.clock import read_today
from components.core.i18n import gettext as _
from components.core.i18n import locale_context, record_locale
from components.core.link_rules import build_link_rules
from components.core.palette import read_swatches
from components.core.view_state import View
from components.outputs.static_map.attribution import cite_short
from components.outputs.static_map.figure import LOCK, Picture, draw_map, start_picture
from components.outputs.static_map.fonts import BOLD, SANS
from components.outputs.static_map.map_page import MARGIN, name_scene
from components.outputs.static_map.side_caption import write_foot, write_heading
from components.outputs.static_map.styles import MapStyles, build_scene, paint_sample
from components.outputs.static_map.text_column import Column
from data.languages import DEFAULT
from data.load import read_record
from data.localize import pick
from data.record import Record
from data.resolve import Stance
from data.stances import read_ordinals

PAGE = (1600, 1131)
"""A sheet of A4 on its side."""
SIDE = 430.0
MAP_SHARES = (0.48, 0.74)
COLUMNS = 3
ACTOR_ROOM = 52  # A name and two lines of sources.
SILENT = ("PTY", "NOM", "ND")
"""Codes under which no actor has a source of its own to name."""


def draw_dossier(
    event: str,
    toward: str,
    *,
    size: tuple[int, int] = PAGE,
    theme: str = "light",
    language: str = DEFAULT,
    base_url: str = "",
    record: Record | None = None,
    today: date | None = None,
    mode: str | None = None,
) -> Picture:
    """An event toward one of its reference parties, on one page. Errors as `draw_view`."""
    record, today = record or read_record(), today or read_today()
    with LOCK, locale_context(language):
        view = View(record.row("events", event)["date_start"].year, event, toward, mode=mode)
        scene = build_scene(record, view, theme, today)
        picture = start_picture(size, theme, language)
        unit, (width, height), margin = picture.unit, size, MARGIN * picture.unit
        tall = _leave_room(picture, record, scene)
        wide = width - SIDE * unit - 3 * margin
        side = Column(picture.page, wide + 2 * margin, height - margin, SIDE * unit, margin)
        write_heading(side, record, scene)
        _write_story(side, record, scene, reserve=170 * unit)
        side.skip(10)
        write_foot(side, record, scene, build_link_rules(record, today), base_url)
        box = (margin, height - margin - tall, wide, tall)
        draw_map(picture, box, record, scene)
        _write_actors(picture, record, scene, height - 2 * margin - tall, wide)
        words = describe_dossier_in_words(event, toward, language, record=record, mode=mode)
        picture.say(name_scene(record, scene), words)
        return picture


def _write_story(column: Column, record: Record, scene: MapStyles, reserve: float) -> None:
    """Finding, summary, what was asked and what came of it, leaving `reserve` pixels below."""
    base, row = read_swatches(scene.theme, "base"), scene.event
    if row is None:
        return
    column.bottom += reserve
    language = record_locale()
    column.skip(10)
    view = scene.view
    finding = format_headline(record, row["id"], view.toward or "", view.mode, view.date)
    if finding:
        column.write(finding, BOLD, 15, base["ink"].fill)
        column.skip(7)
    column.write(pick(row, "summary", language), SANS, 15, base["ink"].fill)
    for title, name in ((_("Request"), "asked"), (_("Outcome"), "answer")):
        if pick(row, name, language):
            column.skip(7)
            column.write(title, BOLD, 13.5, base["muted"].fill, most=1)
            column.write(pick(row, name, language), SANS, 15, base["ink"].fill)
    column.bottom -= reserve


def _write_actors(
    picture: Picture, record: Record, scene: MapStyles, top: float, width: float
) -> None:
    """Who took which stance, and the sources each rests on, in columns of like length."""
    margin = MARGIN * picture.unit
    wide = (width - (COLUMNS - 1) * margin) / COLUMNS
    groups = list_groups(record, scene)
    share = sum(map(_count_lines, groups)) / COLUMNS
    filled = 0.0
    columns = [
        Column(picture.page, margin + at * (wide + margin), top, wide, margin)
        for at in range(COLUMNS)
    ]
    for group in groups:
        if filled >= share * (COLUMNS - len(columns) + 1) - 1 and len(columns) > 1:
            del columns[0]
        _write_group(columns, record, scene, group)
        filled += _count_lines(group)


def list_groups(record: Record, scene: MapStyles) -> list[tuple[str, list[str]]]:
    """Codes in the order of the scale, each with its actors in the order of their names."""
    groups = []
    for code in read_ordinals(record):
        actors = [actor for actor, stance in scene.stances.items() if stance.code == code]
        if actors:
            groups.append((code, sorted(actors, key=lambda actor: name_of(record, actor))))
    return groups


def _leave_room(picture: Picture, record: Record, scene: MapStyles) -> float:
    """Height of the map: what the list of actors leaves, within limits."""
    groups = list_groups(record, scene)
    lines = max(sum(map(_count_lines, groups)) / COLUMNS, *map(_count_lines, groups))
    free = picture.size[1] - 3 * MARGIN * picture.unit - (lines + 1) * 19.5 * picture.unit
    low, high = (share * picture.size[1] for share in MAP_SHARES)
    return min(high, max(low, free))


def _count_lines(group: tuple[str, list[str]]) -> float:
    code, actors = group
    return 2.0 + (1.0 if code in SILENT else 2.4 * len(actors))


def _write_group(
    columns: list[Column], record: Record, scene: MapStyles, group: tuple[str, list[str]]
) -> None:
    """A group in the first column; where that is full, on in the next, so that nobody is lost."""
    column = columns[0]
    base, (code, actors) = read_swatches(scene.theme, "base"), group
    paint = paint_sample(scene.theme, Stance(code))
    column.row(paint, label_of(record, code, scene.view.event), str(len(actors)), base["ink"].fill)
    if code in SILENT:
        names = join_names([name_of(record, actor) for actor in actors])
        column.write(names, BOLD, 14, base["ink"].fill, most=3)
    else:
        for actor in actors:
            if column.room < ACTOR_ROOM * column.unit and len(columns) > 1:
                del columns[0]
                column = columns[0]
            name = name_of(record, actor)
            stance = scene.stances[actor]
            if stance.contested:
                readings = "; ".join(
                    label_of(record, each, scene.view.event) for each in stance.readings
                )
                name = _("{actor} (sources disagree: {readings})", actor=name, readings=readings)
            if stance.weakness:
                name = f"{name} {_('(weak evidence)')}"
            column.write(name, BOLD, 14, base["ink"].fill, most=2)
            column.write(cite_stance(record, stance), SANS, 12, base["muted"].fill, most=2)
    column.skip(8)


def cite_stance(record: Record, stance: Stance) -> str:
    """Short citations of the claims of a stance, with their locators."""
    cited = [
        f"{cite_short(record, claim.source_id)}, {claim.locator}".rstrip(", ")
        for claim in stance.claims
    ]
    return "; ".join(dict.fromkeys(cited))
