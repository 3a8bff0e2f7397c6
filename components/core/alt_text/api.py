"""The texts that other components ask for, each in the language they name."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.comparison import format_differences
from components.core.alt_text.control import format_control
from components.core.alt_text.date_state import format_date
from components.core.alt_text.event import format_dossier, format_event, format_event_zones
from components.core.alt_text.year import format_year, format_zones
from components.core.clock import read_today
from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.view_day import find_moment, find_view_day
from components.core.view_state import View
from data.load import read_record
from data.record import Record


def describe_view_in_words(
    view: View, language: str, *, record: Record | None = None, today: date | None = None
) -> str:
    """What the colours of a view say. KeyError for an unknown event, ValueError for a language."""
    with locale_context(language):
        return " ".join(_format_view(view, record or read_record(), today or read_today()))


def describe_dossier_in_words(
    event_id: str,
    toward: str,
    language: str,
    *,
    record: Record | None = None,
    mode: str | None = None,
) -> str:
    """An event with its summary, what was asked, who stood where, and on what this rests."""
    record = record or read_record()
    with locale_context(language):
        said = format_event(record, event_id, toward, mode)
        said += format_event_zones(record, event_id)
        return " ".join([*said, *format_dossier(record, event_id)])


def describe_comparison_in_words(
    first: View,
    second: View,
    language: str,
    *,
    record: Record | None = None,
    today: date | None = None,
) -> str:
    """Two views one after the other, and what differs between them."""
    record, today = record or read_record(), today or read_today()
    with locale_context(language):
        one, two = (" ".join(_format_view(view, record, today)) for view in (first, second))
        moments = [find_moment(record, view, today) for view in (first, second)]
        said = [
            _("First map: {description}", description=one),
            _("Second map: {description}", description=two),
            *format_differences(record, *moments),
        ]
        return " ".join(said)


def _format_view(view: View, record: Record, today: date) -> list[str]:
    zones = "zones" in view.layers or "control" in view.layers
    day = find_view_day(record, view, today)
    if view.event is None and view.date is not None:
        return format_date(record, view.date, zones=zones)
    if view.event is not None and view.toward is not None:
        said = format_event(record, view.event, view.toward, view.mode, view.date)
        zoned = format_event_zones(record, view.event) if zones else []
    else:
        said = format_year(record, view.year, today)
        zoned = format_zones(record, day) if zones else []
    return said + (zoned + format_control(record, day) if zones else [])
