"""What a view is called."""

from __future__ import annotations

from components.core.i18n import current_locale
from components.core.view_state import View
from data.localize import pick
from data.record import Record


def title_view(record: Record, view: View) -> str:
    """The event's title, or the year."""
    if view.event is None:
        return str(view.year)
    return pick(record.row("events", view.event), "title", current_locale())
