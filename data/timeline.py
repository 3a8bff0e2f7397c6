"""The years of the record: which day a year is drawn as, and the events in their order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from data.record import Record
from data.schema import Row


def day_of(year: int, today: date) -> date:
    """Day whose state a year is drawn as: 31 December, or today in the year that still runs."""
    return today if year == today.year else date(year, 12, 31)


def order_events(record: Record) -> list[Row]:
    """All events from the earliest; by id among those that start the same day."""
    return sorted(record.rows("events"), key=lambda row: (row["date_start"], row["id"]))


def list_turning_days(record: Record, tables: Iterable[str]) -> set[date]:
    """The days on which rows of some tables begin to hold, or no longer do."""
    rows = [row for table in tables for row in record.rows(table)]
    ended = (row["date_end"] + timedelta(days=1) for row in rows if row["date_end"])
    return {*ended, *(row["date_start"] for row in rows)}


def events_in(record: Record, year: int) -> list[str]:
    """Ids of the events that went on in a year, those begun earlier included, in order."""
    return [
        row["id"]
        for row in order_events(record)
        if row["date_start"].year <= year <= (row["date_end"] or date.max).year
    ]


def events_on(record: Record, day: date) -> list[str]:
    """Ids of the events that go on on a day, their first and last included, in order."""
    return [
        row["id"]
        for row in order_events(record)
        if row["date_start"] <= day <= (row["date_end"] or date.max)
    ]


def find_neighbours(record: Record, event_id: str) -> tuple[str | None, str | None]:
    """Ids of the event before and the event after, None at the ends. KeyError if unknown."""
    ids = [row["id"] for row in order_events(record)]
    if event_id not in ids:
        raise KeyError(f"events has no id {event_id!r}")
    at = ids.index(event_id)
    return ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
