"""What the panel says of a view, as plain data; the browser lays it out as text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from components.core.alt_text.dated_shapes import caption_shape
from components.core.i18n import current_locale
from components.core.view_state import PANEL_CLOSED, View
from components.features.map_panel.year_events import describe_events, describe_overview
from data.cite import name_actor, name_event, plain_date
from data.load import read_record
from data.localize import pick, pick_all
from data.membership import changes_in, members_on
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
    return _describe(
        view.year,
        view.event,
        view.toward,
        view.mode,
        None if view.panel == PANEL_CLOSED else view.panel,
        today,
        current_locale(),
    )


@lru_cache(maxsize=CACHE_SIZE)
def _describe(
    year: int,
    event: str | None,
    toward: str | None,
    mode: str | None,
    subject: str | None,
    today: date,
    language: str,
) -> dict[str, Any]:
    record = read_record()
    if subject is not None:
        shown = View(year, event, toward, mode=mode)
        return describe_subject(record, subject, shown, today, language)
    if event is not None and toward is not None:
        return {
            "panel": "event",
            "mode": mode,
            **describe_event(record, event, toward, language, mode),
        }
    return describe_year(record, year, today, language)


def describe_year(record: Record, year: int, today: date, language: str) -> dict[str, Any]:
    """The members on the year's day, what changed in it, and its events.

    The present year opens the atlas: ``overview`` has all requests, None in other years.
    """
    day = day_of(year, today)
    return {
        "panel": "year",
        "year": year,
        "day": day.isoformat(),
        "members": [
            name_actor(record, country, language) for country in sorted(members_on(record, day))
        ],
        "changes": [
            {
                "day": plain_date(change.day),
                "country": name_actor(record, change.country, language),
                "bloc": change.bloc,
                "before": change.before,
                "after": change.after,
                "basis": pick(vars(change), "basis", language),
            }
            for change in changes_in(record, year)
        ],
        **describe_events(record, year, language),
        "overview": describe_overview(record, language) if year == today.year else None,
    }


def describe_subject(
    record: Record, subject: str, view: View, today: date, language: str
) -> dict[str, Any]:
    """A country, with its stance at the event shown, or a zone with how exact its line is."""
    event, toward = view.event, view.toward
    shown = name_event(record, event, language) if event else None
    if any(row["id"] == subject for row in record.rows("countries")):
        country = describe_country(select_reading(record, view.mode), subject, language)
        content = {"panel": "country", "mode": view.mode, "shown": shown, **country}
        content["view"] = {"event": event, "toward": toward} if event else {"year": str(view.year)}
        content["ordinals"] = read_ordinals(record)
        if event and toward:
            stances = describe_event(record, event, toward, language, view.mode)["stances"]
            content["here"] = next((s for s in stances if s["actor"]["id"] == subject), None)
            content["here_toward"] = name_actor(record, toward, language)
        return content
    day = record.row("events", event)["date_start"] if event else day_of(view.year, today)
    drawn = name_shape(zone_status_on(record, day)[subject])
    shape = next(row for row in read_zone_shapes() if row["zone_id"] == drawn)
    return {
        "panel": "zone",
        "shown": shown,
        **describe_zone(record, subject, language),
        "line": {
            "precision": shape["precision"],
            "licence": shape["licence"],
            "caption": caption_shape(shape),
            **pick_all(shape, ("drawn_from", "note"), language),
        },
    }
