"""What a page's colours say as rows: who, what, how sure, by which sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.core.alt_text.date_format import format_day
from components.core.alt_text.event import label_of, name_of
from components.core.alt_text.reading_labels import add_mode
from components.core.clock import read_today
from components.core.i18n import gettext as _
from components.core.palette import read_membership_styles
from components.core.view_day import find_view_day
from components.core.view_state import View
from data.cite import cite
from data.membership import map_status_on
from data.modes import select_reading
from data.record import Record
from data.resolve import NOT_MEMBER, Stance
from data.stances import read_ordinals, resolve_event
from data.zones import positions_on, zone_status_on


@dataclass(frozen=True)
class TableRow:
    """One actor of a page; `code` is of the stance scale or a membership status."""

    actor: str
    name: str
    code: str
    label: str
    contested: bool = False
    weakness: str = ""
    sources: tuple[str, ...] = ()


def list_lines(record: Record, view: View) -> list[TableRow]:
    """Actors in the order of the scale (of a year: of the legend), then of names."""
    if view.event is None or view.toward is None:
        return _list_statuses(record, view)
    order = list(read_ordinals(record))
    stances = resolve_event(select_reading(record, view.mode), view.event, view.toward, view.date)
    lines = [
        TableRow(
            actor,
            name_of(record, actor),
            stance.code,
            label_of(record, stance.code, view.event),
            stance.contested,
            stance.weakness,
            list_sources(stance),
        )
        for actor, stance in stances.items()
        if stance.code != NOT_MEMBER or stance.claims
    ]
    return sorted(lines, key=lambda line: (order.index(line.code), line.name))


def _list_statuses(record: Record, view: View) -> list[TableRow]:
    day = find_view_day(record, view, read_today())
    statuses = map_status_on(record, day)
    styles = read_membership_styles("light")
    lines = [
        TableRow(
            country,
            name_of(record, country),
            status,
            styles[status].label,
            sources=list_status_sources(record, country, day),
        )
        for country, status in statuses.items()
        if status in styles
    ]
    return sorted(lines, key=lambda line: (list(styles).index(line.code), line.name))


def list_status_sources(record: Record, country: str, day: date) -> tuple[str, ...]:
    """Ids of the sources for what a country was on a day."""
    rows = (row for row in record.rows("memberships") if row["country"] == country)
    return tuple(
        dict.fromkeys(
            row["source_id"]
            for row in rows
            if row["date_start"] <= day and (row["date_end"] is None or day <= row["date_end"])
        )
    )


def format_header(record: Record, view: View) -> str:
    """The head of the lines: whose stances they are read toward, the date, or the year."""
    if view.event is None and view.date is not None:
        return _("Status on {day}", day=format_day(view.date))
    if view.event is None:
        return _("Status in {year}", year=view.year)
    return add_mode(_("Stance toward {party}", party=name_of(record, view.toward or "")), view.mode)


def list_sources(stance: Stance) -> tuple[str, ...]:
    """Ids of the sources behind a stance, those that count for most first, each once."""
    return tuple(dict.fromkeys(claim.source_id for claim in stance.claims))


def list_citations(record: Record, views: Sequence[View]) -> list[str]:
    """A short citation of each source of what the views colour, in the order first needed."""
    return [cite_source(record, source) for source in _list_source_ids(record, views)]


def list_full_citations(record: Record, views: Sequence[View]) -> list[str]:
    """The same citations, each with the address of the source where it has one."""
    return [
        ", ".join(filter(None, (cite_source(record, source), find_url(record, source))))
        for source in _list_source_ids(record, views)
    ]


def _list_source_ids(record: Record, views: Sequence[View]) -> list[str]:
    ids: dict[str, None] = {}
    for view in views:
        for line in list_lines(record, view):
            ids.update(dict.fromkeys(line.sources))
        if view.event is None:
            day = find_view_day(record, view, read_today())
            rows = [*zone_status_on(record, day).values(), *positions_on(record, day)]
            ids.update(dict.fromkeys(row["source_id"] for row in rows))
    return list(ids)


def cite_source(record: Record, source_id: str) -> str:
    """Who published what and when, as one line."""
    found = cite(record, source_id) or {}
    parts = (found.get("author"), found.get("title"), found.get("publisher"), found.get("date"))
    return ", ".join(str(part) for part in parts if part)


def find_url(record: Record, source_id: str) -> str:
    """The address of a source, empty where it has none."""
    return str(record.row("sources", source_id)["url"])
