"""Days and lists of names as the language spoken now writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from components.core.i18n import babel_locale
from components.core.i18n import gettext as _
from data.review import REVIEWED

DAY = "d MMMM y"
DAY_OF_YEAR = "d MMMM"


def format_day(day: date) -> str:
    """A day as "6 April 2016"."""
    return format_date(day, DAY, locale=babel_locale())


def format_state_day(day: date) -> str:
    """The day of what is shown; of one that the record does not reach, the day it does reach."""
    return format_day(day) if day <= REVIEWED else _("record to {day}", day=format_day(REVIEWED))


def format_days(first: date, last: date | None) -> str:
    """Two days as "2–5 April 2016"; years and months are not repeated. None: no end yet."""
    if last is None:
        return _("{start} – record to {day}", start=format_day(first), day=format_day(REVIEWED))
    if first == last:
        return format_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_day(last)}"
    if first.year == last.year:
        return f"{format_date(first, DAY_OF_YEAR, locale=babel_locale())} – {format_day(last)}"
    return f"{format_day(first)} – {format_day(last)}"


def join_names(names: Sequence[str]) -> str:
    """Names as a phrase: "Armenia, Belarus and Russia"."""
    return format_list(list(names), locale=babel_locale())


def format_known(day: date) -> str:
    """That an event is told as it was known on one of its days."""
    return _("as known by the end of {day}", day=format_day(day))
