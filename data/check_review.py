"""Nothing in the record is younger than its last review: the day it names is that of the newest."""

from __future__ import annotations

from collections.abc import Iterator

from data.errors import Problem
from data.review import REVIEWED
from data.schema import Tables

# Columns that tell of what has happened; an end may be one that was agreed and is still to come.
HAPPENED = (
    ("events", "date_start"),
    ("events", "date_end"),
    ("claims", "date"),
    ("death_counts", "counted_on"),
    ("memberships", "date_start"),
    ("zone_status", "date_start"),
    ("positions", "date_start"),
    ("positions", "reported_on"),
    ("votes", "date"),
)
RULE = "after the last review of the record, in review.json"


def check_review(tables: Tables) -> Iterator[Problem]:
    """What happened after the review was not reviewed: `review.json` is to be moved on with it."""
    for name, column in HAPPENED:
        for row in tables[name]:
            if row[column] and row[column] > REVIEWED:
                yield Problem(f"{name}.csv", row["line"], column, str(row[column]), RULE)
    for row in tables["sources"]:
        if row["date"] > REVIEWED.isoformat():
            yield Problem("sources.csv", row["line"], "date", row["date"], RULE)
