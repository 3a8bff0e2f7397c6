"""Days and lists of names as the language spoken now writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from components.core.i18n import babel_locale
from components.core.i18n import gettext as _

DAY = "d MMMM y"
DAY_OF_YEAR = "d MMMM"


def format_day(day: date) -> str:
    """A day as "6 April 2016"."""
    return format_date(day, DAY, locale=babel_locale())


def format_days(first: date, last: date | None) -> str:
    """Two days as "2–5 April 2016"; years and months are not repeated. None: no end yet."""
    if last is None:
        return _("{day} – today", day=format_day(first))
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
