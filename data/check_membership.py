"""The roster of every day is that of the table of memberships, read a second way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from data.errors import Problem
from data.membership import ORGANIZATION, TREATY, members_on
from data.record import build_record
from data.schema import Row, Tables, TableSchema

# From this day on the Organization is the bloc, and a signature alone makes no member of it.
CHARTER_IN_FORCE = date(2003, 9, 18)
OUTSIDE = {TREATY: {"withdrawn"}, ORGANIZATION: {"signatory", "withdrawn"}}


def check_roster(schemas: Mapping[str, TableSchema], tables: Tables) -> Iterator[Problem]:
    """Members on each day are the countries whose row of that day is not one of outsiders.

    The roster changes only where a row starts or ends, so these days and the days beside them
    stand for all.
    """
    rows = [row for row in tables["memberships"] if row["date_start"]]
    record = build_record(schemas, {**tables, "memberships": rows})
    for day in _list_days(rows):
        members = members_on(record, day)
        for country, row in sorted(_find_insiders(rows, day).items()):
            if country not in members:
                yield _problem(row, f"not in the roster of {day}")
        for country in sorted(members - set(_find_insiders(rows, day))):
            yield Problem("memberships.csv", 0, "country", country, f"no row for {day}")


def _list_days(rows: list[Row]) -> list[date]:
    days = {day for row in rows for day in (row["date_start"], row["date_end"]) if day}
    return sorted({day + timedelta(days=step) for day in days for step in (-1, 0, 1)})


def _find_insiders(rows: list[Row], day: date) -> dict[str, Row]:
    bloc = ORGANIZATION if day >= CHARTER_IN_FORCE else TREATY
    return {
        row["country"]: row
        for row in rows
        if row["bloc"] == bloc
        and row["date_start"] <= day <= (row["date_end"] or date.max)
        and row["status"] not in OUTSIDE[bloc]
    }


def _problem(row: Row, rule: str) -> Problem:
    return Problem("memberships.csv", row["line"], "status", row["status"], rule)
