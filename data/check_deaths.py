"""Rules on counts of deaths: every conflict and crisis has one, or says that none was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.errors import Problem
from data.schema import Row, Tables

KINDS = ("conflict", "crisis")
FULL, PARTIAL, NONE = ("final", "latest"), "partial", "none"


def check_counts(tables: Tables) -> Iterator[Problem]:
    """A count has both numbers and somebody who counted; a row of none has neither and is alone."""
    rows_of = _group(tables)
    for row in tables["death_counts"]:
        low, high = row["low"], row["high"]
        if row["standing"] == NONE:
            if low is not None or high is not None:
                yield _problem("death_counts", row, "standing", "none, and yet a number")
            if len(rows_of[row["event_id"]]) > 1:
                yield _problem("death_counts", row, "event_id", "none beside another count")
            continue
        if low is None or high is None:
            yield _problem("death_counts", row, "low", "a count without low and high")
        elif high < low:
            yield _problem("death_counts", row, "high", f"below low {low}")
        if not row["counted_by"]:
            yield _problem("death_counts", row, "counted_by", "nobody who counted")
    for event in tables["events"]:
        if event["kind"] in KINDS and not rows_of[event["id"]]:
            yield _problem("events", event, "id", f"a {event['kind']} without row in death_counts")


def check_bounds(tables: Tables) -> Iterator[Problem]:
    """The bounds of an event are those of its final and latest counts; a partial one is a floor."""
    rows_of = _group(tables)
    for event in tables["events"]:
        expected = find_bounds(rows_of[event["id"]])
        for column, bound in zip(("deaths_low", "deaths_high"), expected, strict=True):
            if event[column] != bound:
                said = "none" if bound is None else bound
                yield _problem("events", event, column, f"death_counts give {said}")


def find_bounds(rows: Sequence[Row]) -> tuple[int | None, int | None]:
    """Lowest and highest number of deaths, in persons, None where the counts give no bound."""
    counts = [row for row in rows if row["low"] is not None and row["high"] is not None]
    full = [row for row in counts if row["standing"] in FULL]
    if full:
        return min(row["low"] for row in full), max(row["high"] for row in full)
    floors = [row["low"] for row in counts if row["standing"] == PARTIAL]
    return (max(floors), None) if floors else (None, None)


def _group(tables: Tables) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in tables["death_counts"]:
        groups[row["event_id"]].append(row)
    return groups


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    value = "" if row[column] is None else str(row[column])
    return Problem(f"{name}.csv", row["line"], column, value, rule)
