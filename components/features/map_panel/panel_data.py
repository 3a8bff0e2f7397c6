"""What the panel says of a view, as plain data; the browser lays it out as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from components.core.alt_text.dated_shapes import caption_status
from components.core.i18n import current_locale
from components.core.view_day import find_view_day
from components.core.view_state import DEFAULT_LAYERS, PANEL_CLOSED, View
from components.features.map_panel.day_panel import describe_day, name_change, name_members
from components.features.map_panel.year_events import describe_events, describe_overview
from data.cite import name_actor, name_event, plain_date
from data.load import read_record
from data.localize import pick_all
from data.membership import changes_in
from data.modes import select_reading
from data.query import describe_country, describe_event, describe_zone
from data.record import Record
from data.stances import read_ordinals
from data.timeline import day_of
from data.zones import name_shape, zone_status_on
from geodata.read import read_zone_shapes

CACHE_SIZE = 1024


def describe_view(view: View, today: date) -> dict[str, Any]:
    """The content of the panel for a view: its `panel` says which of the four it is."""
    # Neither layers nor camera matter, nor whether the panel is closed.
    panel = None if view.panel == PANEL_CLOSED else view.panel
    return _describe(
        replace(view, layers=DEFAULT_LAYERS, at=None, panel=panel), today, current_locale()
    )


@lru_cache(maxsize=CACHE_SIZE)
def _describe(view: View, today: date, language: str) -> dict[str, Any]:
    record = read_record()
    if view.panel is not None:
        return describe_subject(record, view.panel, view, today, language)
    if view.event is not None and view.toward is not None:
        return {
            "panel": "event",
            "mode": view.mode,
            "date": plain_date(view.date) if view.date else None,
            **describe_event(record, view.event, view.toward, language, view.mode, view.date),
        }
    if view.date is not None:
        return describe_day(record, view.date, language)
    return describe_year(record, view.year, today, language)


def describe_year(record: Record, year: int, today: date, language: str) -> dict[str, Any]:
    """The members on the year's day, what changed in it, and its events.

    The present year opens the atlas: ``overview`` has all requests, None in other years.
    """
    day = day_of(year, today)
    return {
        "panel": "year",
        "year": year,
        "day": day.isoformat(),
        "members": name_members(record, day, language),
        "changes": [name_change(record, each, language) for each in changes_in(record, year)],
        **describe_events(record, year, language),
        "overview": describe_overview(record, language) if year == today.year else None,
    }


def describe_subject(
    record: Record, subject: str, view: View, today: date, language: str
) -> dict[str, Any]:
    """A country, with its stance at the event shown, or a zone with how exact its line is."""
    event, toward = view.event, view.toward
    shown = name_event(record, event, language) if event else None
    chosen = plain_date(view.date) if view.date else None
    if any(row["id"] == subject for row in record.rows("countries")):
        country = describe_country(select_reading(record, view.mode), subject, language)
        content = {"panel": "country", "mode": view.mode, "shown": shown, "date": chosen, **country}
        content["view"] = _name_view(view)
        content["ordinals"] = read_ordinals(record)
        if event and toward:
            stances = describe_event(record, event, toward, language, view.mode, view.date)[
                "stances"
            ]
            content["here"] = next((s for s in stances if s["actor"]["id"] == subject), None)
            content["here_toward"] = name_actor(record, toward, language)
        return content
    day = find_view_day(record, view, today)
    # Before its first status a zone has the shape of its last.
    rows = [row for row in record.rows("zone_status") if row["zone_id"] == subject]
    status = zone_status_on(record, day).get(subject, rows[-1])
    shape = next(row for row in read_zone_shapes() if row["zone_id"] == name_shape(status))
    return {
        "panel": "zone",
        "shown": shown,
        "date": chosen,
        **describe_zone(record, subject, language),
        "line": {
            "precision": shape["precision"],
            "licence": shape["licence"],
            "caption": caption_status(status, shape),
            **pick_all(shape, ("drawn_from", "note"), language),
        },
    }


def _name_view(view: View) -> dict[str, str | None]:
    """The view as parameters of a link to another page."""
    if view.event:
        return {"event": view.event, "toward": view.toward}
    return {"date": view.date.isoformat()} if view.date else {"year": str(view.year)}
