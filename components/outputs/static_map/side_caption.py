"""The caption of a picture: what is seen, its legend, and the small print."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.alt_text.date_format import (
    format_day,
    format_days,
    format_known,
    format_state_day,
)
from components.core.alt_text.date_state import format_events_on
from components.core.alt_text.dated_shapes import list_captions
from components.core.alt_text.event import name_of
from components.core.alt_text.reading_labels import add_mode
from components.core.alt_text.year import format_changes
from components.core.i18n import gettext as _
from components.core.i18n import ngettext, record_locale
from components.core.palette import read_swatches
from components.core.user_layers.layer import say_not_of_record
from components.core.view_state import LinkRules
from components.outputs.static_map.attribution import (
    format_licences,
    format_sources,
    own_words_notice,
    write_permalink,
)
from components.outputs.static_map.fonts import BOLD, SANS, SERIF
from components.outputs.static_map.legend import list_blocks, measure_blocks, write_block
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.text_column import Column
from components.outputs.static_map.text_layout import wrap
from data.localize import pick
from data.membership import BELONGS, ORGANIZATION, status_on
from data.record import Record
from data.request_description import find_finding
from data.review import REVIEWED

SMALL, SMALL_LEAD = 11.5, 1.28
MOST_STORY_LINES = 7


@dataclass(frozen=True)
class Heading:
    """The words over a picture, each a line or a few."""

    year: str
    title: str
    detail: str
    toward: str


def build_heading(record: Record, scene: MapStyles) -> Heading:
    """What is seen: the year, the event or the alliance, its days and place, toward whom."""
    language = record_locale()
    if scene.event is not None:
        row = scene.event
        days = format_days(row["date_start"], row["date_end"])
        place = pick(row, "place", language)
        if scene.view.date is not None:
            days = format_known(scene.view.date)
        return Heading(
            str(row["date_start"].year),
            pick(row, "title", language),
            f"{days} · {place}" if place else days,
            add_mode(
                _("Stances toward {party}", party=name_of(record, scene.view.toward or "")),
                scene.view.mode,
            ),
        )
    members, day = _format_members(record, scene), format_state_day(scene.day)
    if scene.view.date is not None:
        # A day that the record does not reach is named with the one that it does.
        named = format_day(scene.view.date)
        return Heading(named, members, "" if day == named else day, "")
    return Heading(str(scene.view.year), members, day, "")


def _format_members(record: Record, scene: MapStyles) -> str:
    count = len(scene.members)
    if not count:
        return _("No treaty yet")
    statuses = [status_on(record, each, scene.day).get(ORGANIZATION) for each in scene.members]
    if any(status in BELONGS[ORGANIZATION] for status in statuses):
        return ngettext(
            "{count} member of the Organization", "{count} members of the Organization", count
        )
    return ngettext("{count} member of the Treaty", "{count} members of the Treaty", count)


def write_heading(column: Column, record: Record, scene: MapStyles) -> None:
    """The heading at the top of a column."""
    heading = build_heading(record, scene)
    base = read_swatches(scene.theme, "base")
    column.write(_("CSTO Stance Atlas"), BOLD, 13, base["muted"].fill, most=1)
    column.skip(3)
    size = 60 if scene.view.date is None or scene.event is not None else 38
    column.write(heading.year, SERIF, size, base["ink"].fill, most=1, lead=1.05)
    column.skip(3)
    column.write(heading.title, SERIF, 25, base["ink"].fill, most=3, lead=1.2)
    column.skip(3)
    if heading.detail:
        column.write(heading.detail, SANS, 15, base["ink"].fill, most=2)
    if heading.toward:
        column.skip(4)
        column.write(heading.toward, BOLD, 17, base["accent"].fill, most=2)


def write_legend(column: Column, record: Record, scene: MapStyles, *, reserve: float) -> None:
    """The legend; where it would not fit above `reserve` units, only the rows in use."""
    base = read_swatches(scene.theme, "base")
    blocks = list_blocks(record, scene)
    whole = measure_blocks(blocks, whole=True) <= column.room / column.unit - reserve
    for block in blocks:
        write_block(column, block, base["ink"].fill, base["muted"].fill, whole=whole)
    if scene.zone_keys:
        # An event is drawn as of its first day, a year as of its last.
        day = format_day(min(scene.day, REVIEWED))
        column.write(_("Control as of {day}", day=day), SANS, 12.5, base["muted"].fill, most=1)
        for shape, caption in list_captions(record, scene.day).items():
            if shape in scene.zones:
                column.write(caption, SANS, 12.5, base["muted"].fill, most=3)


def write_story(column: Column, record: Record, scene: MapStyles) -> None:
    """What happened, in the words of the record: for a year or a date, what changed and went on."""
    base, language = read_swatches(scene.theme, "base"), record_locale()
    if scene.event is not None:
        # The finding says what came of a request; there is no room for the summary beside it.
        finding = find_finding(record, scene.event["id"], language)
        text = finding or pick(scene.event, "summary", language)
    else:
        day = scene.view.date
        said = format_changes(record, scene.view.year, day)
        text = " ".join(said if day is None else [*said, *format_events_on(record, day)])
    if text:
        column.skip(7)
        column.write(text, SANS, 15, base["ink"].fill, most=MOST_STORY_LINES)


def say_own(scene: MapStyles) -> str:
    """That a reader's own layers are no part of the record, where there are any."""
    return say_not_of_record() if scene.own_layers else ""


def write_foot(
    column: Column,
    record: Record,
    scene: MapStyles,
    rules: LinkRules,
    base_url: str,
    *,
    own: bool = False,
) -> None:
    """Sources, licences and address at the foot of a column, as much as there is room for.

    Beside the words of a reader (`own`) they are said to be those of the map and the record.
    """
    base = read_swatches(scene.theme, "base")
    muted, ink = base["muted"].fill, base["ink"].fill
    sources, licences = format_sources(record, scene), format_licences()
    link = address = write_permalink(scene.view, rules, base_url)
    if own:
        sources = _("Map data: {sources}", sources=sources)
        licences = f"{own_words_notice()} {licences}"
        address = _("This map: {link}", link=address)
    licences = " ".join(filter(None, (say_own(scene), licences)))
    texts = ((sources, SANS, ink), (licences, SANS, muted), (address, BOLD, muted))
    links = ("", "", link)
    line = SMALL * SMALL_LEAD * column.unit
    room = int(column.room // line)
    size = SMALL * column.unit
    wanted = [len(wrap(text, face, size, column.width)) for text, face, _ink in texts]
    # The address and the licences come first; sources are many and are shortened.
    address_lines = min(wanted[2], max(1, room - 2))
    licence_lines = min(wanted[1], max(0, room - address_lines - 1))
    source_lines = min(wanted[0], max(0, room - address_lines - licence_lines))
    lines = (source_lines, licence_lines, address_lines)
    column.y = min(column.y, column.bottom + line * sum(lines) + 1)
    for (text, face, colour), most, leads in zip(texts, lines, links, strict=True):
        if most:
            column.write(text, face, SMALL, colour, most=most, lead=SMALL_LEAD, link=leads)
