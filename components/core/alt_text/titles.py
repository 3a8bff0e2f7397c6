"""What a view is called."""

from __future__ import annotations

from components.core.alt_text.date_format import format_day
from components.core.i18n import current_locale
from components.core.view_state import View
from data.localize import pick
from data.record import Record


def title_view(record: Record, view: View) -> str:
    """The event's title, the date, or the year."""
    if view.event is None:
        return format_day(view.date) if view.date else str(view.year)
    return pick(record.row("events", view.event), "title", current_locale())
