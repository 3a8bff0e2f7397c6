"""The events of a year for the panel: requests for help first, then violence, then the rest."""

from __future__ import annotations

from typing import Any

from components.core.alt_text.requests import format_requests
from data.cite import name_event
from data.record import Record
from data.request_list import describe_line, find_day, list_requests, order_requests
from data.resolve import Lang
from data.timeline import events_in

VIOLENT = frozenset({"conflict", "crisis"})


def describe_overview(record: Record, language: Lang) -> dict[str, Any]:
    """What the record found over all requests, and a line for each, the newest first."""
    return {"finding": format_requests(record), "requests": list_requests(record, language)}


def describe_events(record: Record, year: int, language: Lang) -> dict[str, Any]:
    """The events that went on in a year, in three lists; each event is in one of them.

    Where nobody asked for help in the year, ``near`` has the requests before and after it.
    """
    ids = events_in(record, year)
    ordered = order_requests(record)
    asked = [row for row in ordered if row["event_id"] in ids]
    called = {row["event_id"] for row in asked}
    rows = [record.row("events", event) for event in ids if event not in called]
    described = [{**name_event(record, row["id"], language), "kind": row["kind"]} for row in rows]
    before = [row for row in ordered if find_day(record, row).year < year]
    after = [row for row in ordered if find_day(record, row).year > year]
    near = [] if asked else [*before[-1:], *after[:1]]
    return {
        "requests": [describe_line(record, row, language) for row in asked],
        "near": [describe_line(record, row, language) for row in near],
        "conflicts": [event for event in described if event["kind"] in VIOLENT],
        "events": [event for event in described if event["kind"] not in VIOLENT],
    }
