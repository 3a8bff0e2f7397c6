"""The years of the record: which day a year is drawn as, and the events in their order."""

from __future__ import annotations

from datetime import date

from data.record import Record
from data.schema import Row


def day_of(year: int, today: date) -> date:
    """Day whose state a year is drawn as: 31 December, or today in the year that still runs."""
    return today if year == today.year else date(year, 12, 31)


def order_events(record: Record) -> list[Row]:
    """All events from the earliest; by id among those that start the same day."""
    return sorted(record.rows("events"), key=lambda row: (row["date_start"], row["id"]))


def group_events(record: Record) -> dict[int, list[str]]:
    """Ids of the events that start in each year, in order; years without one are absent."""
    years: dict[int, list[str]] = {}
    for row in order_events(record):
        years.setdefault(row["date_start"].year, []).append(row["id"])
    return years


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
