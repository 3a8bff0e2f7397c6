"""A state and requests for help: what it asked for, and what it did when another asked."""

from __future__ import annotations

from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from data.cite import name_event
from data.record import Record
from data.request_description import describe_request
from data.stances import list_references


def describe_requests(record: Record, country: str, name: str) -> dict[str, Any]:
    """Requests of the state with their findings, and its answers to those of others, in time."""
    own, answered = [], []
    for row in sorted(record.rows("events"), key=lambda each: each["date_start"]):
        request = describe_request(record, row["id"], record_locale())
        if request is None:
            continue
        references = list_references(record, row["id"])
        by = request["by"]["id"]
        shown = {
            "event": name_event(record, row["id"], record_locale()),
            "toward": by if by in references else references[0],
            "by": request["by"],
            "finding": request["finding"],
        }
        if by == country:
            own.append(shown)
        found = [came for came in request["came"] if came["actor"]["id"] == country]
        answered += [{**shown, **came} for came in found]
    return {"title": _format_title(name, len(own), len(answered)), "own": own, "answered": answered}


def _format_title(name: str, own: int, answered: int) -> str:
    if not own and not answered:
        return _("{country} made no request and was a member at none", country=name)
    return _(
        "{country}: requests of its own: {own}; requests of others while it was a member: {others}",
        country=name,
        own=own,
        others=answered,
    )
