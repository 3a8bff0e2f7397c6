"""A day in sentences: what held, what changed, and which events went on.

Between two changes only the name of the day differs: `describe_stretches` gives the browser the
sentences of each such stretch of days once, with `{day}` for the name, and it adds what is of the
day alone.
"""

from __future__ import annotations

from datetime import date

from components.core.alt_text.control import format_control
from components.core.alt_text.date_format import format_day
from components.core.alt_text.year import format_changes, format_statuses, format_zones
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from data.localize import pick
from data.record import Record
from data.review import REVIEWED
from data.timeline import events_on, list_turning_days

DAY = "{day}"
DATED = ("memberships", "zone_status", "positions")


def format_date(record: Record, day: date, *, zones: bool) -> list[str]:
    """What held on a day, then what changed on it and which events went on."""
    named = format_day(min(day, REVIEWED))
    held = format_state(record, day, zones=zones).replace(DAY, named)
    return [held, *format_changes(record, day.year, day), *format_events_on(record, day)]


def format_state(record: Record, day: date, *, zones: bool) -> str:
    """What held on a day, called `{day}`: members by status, and zones with their control."""
    said = format_statuses(record, day, DAY)
    if zones:
        said += [*format_zones(record, day), *format_control(record, day, DAY)]
    return " ".join(said)


def format_events_on(record: Record, day: date) -> list[str]:
    """The events that go on on a day, in a sentence; none without one."""
    titles = [
        pick(record.row("events", event), "title", record_locale())
        for event in events_on(record, day)
    ]
    return [_("Events on this day: {events}.", events="; ".join(titles))] if titles else []


def describe_stretches(record: Record, first: date) -> dict[str, dict[str, str]]:
    """By the first day of each stretch of days from `first` on, ISO.

    `held` is `format_state`, `changed` what changed on that day in membership.
    """
    starts = list_turning_days(record, DATED) | {first}
    return {
        day.isoformat(): {
            "held": format_state(record, day, zones=True),
            "changed": " ".join(format_changes(record, day.year, day)),
        }
        for day in sorted(starts)
        if day >= first
    }
