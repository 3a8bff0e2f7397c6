"""Rules on single claims: when they were made, on whose word, and that they are made once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.check_values import CLAIM_TOLERANCE
from data.errors import Problem
from data.schema import Row, Tables

NO_DATA = "ND"

# Tables whose rows tell of a dated word or deed, and so cannot be younger than their source.
TOLD = ("claims", "threats", "requests", "answers")

# What makes two claims the same sentence, whatever event they stand at.
SENTENCE = ("source_id", "locator", "actor", "toward", "summary")


def check_early(tables: Tables) -> Iterator[Problem]:
    """What was said before an event does not colour it: such a claim is of no data."""
    starts = {row["id"]: row["date_start"] for row in tables["events"]}
    for row in tables["claims"]:
        start = starts.get(row["event_id"])
        if not (start and row["date"]) or row["stance"] == NO_DATA:
            continue
        # What is further away is refused whatever its stance (check_values.check_claim_dates).
        if start - CLAIM_TOLERANCE <= row["date"] < start:
            yield _problem("claims", row, "date", f"before the event of {start}, so only ND")


def check_source_dates(tables: Tables) -> Iterator[Problem]:
    """Nothing is told by a source that is older than it. A source may give a year or month only."""
    published = {row["id"]: row["date"] for row in tables["sources"]}
    for name in TOLD:
        for row in tables[name]:
            day = published.get(row["source_id"])
            if day and row["date"] and row["date"].isoformat()[: len(day)] > day:
                rule = f"after its source {row['source_id']} of {day}"
                yield _problem(name, row, "date", rule)


def check_public(tables: Tables) -> Iterator[Problem]:
    """A rumour or the mood of a crowd says nothing of a state's stance."""
    for row in tables["claims"]:
        if row["speaker"] == "public" and row["stance"] != NO_DATA:
            yield _problem("claims", row, "stance", "the word of the public, so only ND")


def check_repeats(tables: Tables) -> Iterator[Problem]:
    """One sentence is coded once, at one event. Votes are: each follows from its own roll call."""
    votes = {row["id"] for row in tables["events"] if row["kind"] == "un_vote"}
    first: dict[tuple[Any, ...], Row] = {}
    for row in tables["claims"]:
        sentence = tuple(row[column] for column in SENTENCE)
        if not all(sentence) or row["event_id"] in votes:
            continue
        known = first.setdefault(sentence, row)
        if known["event_id"] != row["event_id"]:
            yield _problem("claims", row, "event_id", f"the sentence of line {known['line']} again")


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)
