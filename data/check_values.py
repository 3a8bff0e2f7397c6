"""Rules on values and dates that a column alone cannot tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from data.problem import Problem
from data.schema import Row, Tables

# Allies warn before an event and answer after it: at the next session, in parliament, in the
# weeks of visits that follow. A claim further away than this belongs to another event.
CLAIM_TOLERANCE = timedelta(days=30)

INTERVALS = {"memberships": ("country", "bloc"), "zone_status": ("zone_id",)}
PERIODS = ("events", *INTERVALS)


def check_order(tables: Tables) -> Iterator[Problem]:
    """No period ends before it starts."""
    for name in PERIODS:
        for row in tables[name]:
            start, end = row["date_start"], row["date_end"]
            if start and end and end < start:
                yield _problem(name, row, "date_end", f"before date_start {start}")


def check_overlaps(tables: Tables) -> Iterator[Problem]:
    """Intervals of one country and bloc, or of one zone, follow each other."""
    for name, key in INTERVALS.items():
        groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for row in tables[name]:
            if row["date_start"]:
                groups[tuple(row[column] for column in key)].append(row)
        for rows in groups.values():
            yield from _find_overlaps(name, rows)


def check_claim_dates(tables: Tables) -> Iterator[Problem]:
    """A claim is dated within its event, give or take CLAIM_TOLERANCE."""
    windows = {row["id"]: (row["date_start"], row["date_end"]) for row in tables["events"]}
    for row in tables["claims"]:
        start, end = windows.get(row["event_id"], (None, None))
        if not (start and end and row["date"]):
            continue
        if not start - CLAIM_TOLERANCE <= row["date"] <= end + CLAIM_TOLERANCE:
            rule = f"more than {CLAIM_TOLERANCE.days} days from the event, {start} to {end}"
            yield _problem("claims", row, "date", rule)


def check_events(tables: Tables) -> Iterator[Problem]:
    """Deaths are in order; there is a response exactly when something was asked."""
    for row in tables["events"]:
        low, high = row["deaths_low"], row["deaths_high"]
        if low is not None and high is not None and high < low:
            yield _problem("events", row, "deaths_high", f"below deaths_low {low}")
        asked, answered = row["invocation"], row["response"]
        if asked and answered and (asked == "none") != (answered == "none"):
            yield _problem("events", row, "response", f"does not go with invocation {asked}")


def check_zones(tables: Tables) -> Iterator[Problem]:
    """Every zone has a history."""
    told = {row["zone_id"] for row in tables["zone_status"]}
    for row in tables["zones"]:
        if row["id"] and row["id"] not in told:
            yield _problem("zones", row, "id", "no row in zone_status")


def _find_overlaps(name: str, rows: list[Row]) -> Iterator[Problem]:
    ordered = sorted(rows, key=lambda row: (row["date_start"], row["line"]))
    last = ordered[0]
    for row in ordered[1:]:
        if _end(last) >= row["date_start"]:
            yield _problem(name, row, "date_start", f"overlaps line {last['line']}")
        last = max(last, row, key=_end)


def _end(row: Row) -> date:
    end: date | None = row["date_end"]
    return end or date.max


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)
