"""Rules on values and dates that a column alone cannot tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from data.errors import Problem
from data.schema import Row, Tables

# Allies warn before an event and answer after it: at the next session, in parliament, in the
# weeks of visits that follow. A claim further away than this belongs to another event.
CLAIM_TOLERANCE = timedelta(days=30)

DAY = timedelta(days=1)

INTERVALS = {"memberships": ("country", "bloc"), "zone_status": ("zone_id",)}
PERIODS = ("events", "membership_notes", "positions", *INTERVALS)

# The atlas begins here, and so does the history of every zone.
FIRST_DAY = date(1991, 1, 1)


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
        if not (start and row["date"]):
            continue
        before = row["date"] < start - CLAIM_TOLERANCE
        # An event without an end still goes on: no claim can be too late for it.
        if before or (end and row["date"] > end + CLAIM_TOLERANCE):
            rule = (
                f"more than {CLAIM_TOLERANCE.days} days from the event, {start} to {end or 'now'}"
            )
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
    """Every zone has a history without gaps, from FIRST_DAY to today."""
    histories: dict[str, list[Row]] = defaultdict(list)
    for row in tables["zone_status"]:
        if row["date_start"]:
            histories[row["zone_id"]].append(row)
    for zone in tables["zones"]:
        if zone["id"] and not histories[zone["id"]]:
            yield _problem("zones", zone, "id", "no row in zone_status")
    for rows in filter(None, histories.values()):
        rows.sort(key=lambda row: (row["date_start"], row["line"]))
        expected = FIRST_DAY
        for row in rows:
            if row["date_start"] > expected:
                yield _problem("zone_status", row, "date_start", f"nothing from {expected}")
            expected = max(expected, _end(row) + DAY) if row["date_end"] else date.max
        if rows[-1]["date_end"]:
            yield _problem("zone_status", rows[-1], "date_end", "nothing after it")


def check_existence(tables: Tables) -> Iterator[Problem]:
    """No state takes a stance, votes or belongs to a bloc before it existed."""
    first = {row["country"]: row["existing_from"] for row in tables["states"]}
    dated = {
        "claims": (("actor", "toward"), "date"),
        "votes": (("country",), "date"),
        "memberships": (("country",), "date_start"),
    }
    for name, (columns, day) in dated.items():
        for row in tables[name]:
            for column in columns:
                start = first.get(row[column])
                if start and row[day] and row[day] < start:
                    yield _problem(name, row, day, f"{row[column]} did not exist before {start}")


def check_notes(tables: Tables) -> Iterator[Problem]:
    """A note on a membership is dated within a membership of that country in that bloc."""
    spans: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["memberships"]:
        if row["date_start"] and row["status"] != "withdrawn":
            spans[row["country"], row["bloc"]].append(row)
    for note in tables["membership_notes"]:
        start, rows = note["date_start"], spans[note["country"], note["bloc"]]
        if start and not any(row["date_start"] <= start <= _end(row) for row in rows):
            rule = f"{note['country']} had no part in the {note['bloc']} then"
            yield _problem("membership_notes", note, "date_start", rule)


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
