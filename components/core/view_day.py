"""The day whose state a view shows, and the moment it stands for in a comparison."""

from __future__ import annotations

from datetime import date

from components.core.view_state import View
from data.differences import Moment
from data.record import Record
from data.timeline import day_of


def find_view_day(record: Record, view: View, today: date) -> date:
    """The date chosen, the first day of the event, or the day that the year is drawn as.

    KeyError for an unknown event. `dayOf` of `core/snapshot.ts` says the same.
    """
    if view.date is not None:
        return view.date
    if view.event is not None:
        first: date = record.row("events", view.event)["date_start"]
        return first
    return day_of(view.year, today)


def find_moment(record: Record, view: View, today: date) -> Moment:
    """The day a view stands for, with its event if it has one. KeyError for an unknown event."""
    day = find_view_day(record, view, today)
    return Moment(
        day,
        view.event,
        view.toward,
        view.mode if view.event else None,
        view.date if view.event else None,
    )
