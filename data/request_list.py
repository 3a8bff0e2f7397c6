"""All requests for help at a glance: how many, who came at most, and a line for each.

Derived from requests, request_answers and memberships. All functions are pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.cite import Plain, name_event, plain_date
from data.localize import pick
from data.record import Record
from data.resolve import Lang
from data.schema import Row
from data.stances import list_references
from data.who_came import GOODS, TROOPS, build_who_came


@dataclass(frozen=True)
class RequestCounts:
    """Requests by the strongest answer of any ally.

    ``troops`` has the asker and the year of each request that troops answered, in time;
    ``goods`` counts those that arms, money or goods answered at most, ``less`` the others.
    """

    first: int
    last: int
    total: int
    troops: tuple[tuple[str, int], ...]
    goods: int
    less: int


def count_answered(record: Record) -> RequestCounts | None:
    """The counts over all requests, None for a record without one."""
    requests = order_requests(record)
    if not requests:
        return None
    came = build_who_came(record)
    kinds = {
        row["event_id"]: {each.kind for each in came[row["event_id"]] if each.member}
        for row in requests
    }
    troops = [row for row in requests if TROOPS in kinds[row["event_id"]]]
    goods = [row for row in requests if GOODS in kinds[row["event_id"]] and row not in troops]
    years = [find_day(record, row).year for row in requests]
    return RequestCounts(
        first=years[0],
        last=years[-1],
        total=len(requests),
        troops=tuple((row["by"], find_day(record, row).year) for row in troops),
        goods=len(goods),
        less=len(requests) - len(troops) - len(goods),
    )


def list_requests(record: Record, lang: Lang) -> list[Plain]:
    """A line for each request, the newest first.

    ``asked`` is the first clause of the finding, who asked whom for what, and ``came`` the rest;
    ``toward`` is the asker, the reference party of the map that shows who came.
    """
    return [describe_line(record, row, lang) for row in reversed(order_requests(record))]


def describe_line(record: Record, request: Row, lang: Lang) -> Plain:
    """One request as a line of a list."""
    asked, _, came = pick(request, "finding", lang).partition("; ")
    references = list_references(record, request["event_id"])
    return {
        "event": name_event(record, request["event_id"], lang),
        "toward": request["by"] if request["by"] in references else references[0],
        "date": plain_date(request["date"]),
        "asked": asked,
        "came": came[:1].upper() + came[1:],
    }


def order_requests(record: Record) -> list[Row]:
    """The requests from the earliest; by event among those of one day."""
    rows = record.rows("requests")
    return sorted(rows, key=lambda row: (find_day(record, row), row["event_id"]))


def find_day(record: Record, request: Row) -> date:
    """The day of a request; the first day of its event where the sources give none."""
    day: date = request["date"] or record.row("events", request["event_id"])["date_start"]
    return day
