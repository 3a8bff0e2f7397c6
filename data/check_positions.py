"""Rules on positions of troops: whose they are, how deep, since when, and who disputes it."""

from __future__ import annotations

from collections.abc import Iterator

from data.errors import Problem
from data.schema import Row, Tables


def check_positions(tables: Tables) -> Iterator[Problem]:
    """A position stands in a zone of another state, between two depths, reported while it lasts."""
    owners = {row["id"]: row["de_jure"] for row in tables["zones"]}
    for row in tables["positions"]:
        if row["held_by"] and row["held_by"] == owners.get(row["zone_id"]):
            yield _problem(row, "held_by", f"the territory of {row['zone_id']} is its own")
        low, high = row["depth_low_km"], row["depth_high_km"]
        if low is not None and high is not None and high < low:
            yield _problem(row, "depth_high_km", f"below depth_low_km {low}")
        start, end, reported = row["date_start"], row["date_end"], row["reported_on"]
        if start and reported and reported < start:
            yield _problem(row, "reported_on", f"before date_start {start}")
        if end and reported and reported > end:
            yield _problem(row, "reported_on", f"after date_end {end}")
        if bool(row["disputed"]) != bool(row["disputed_source_id"]):
            yield _problem(row, "disputed_source_id", "a dispute and its source belong together")


def _problem(row: Row, column: str, rule: str) -> Problem:
    return Problem("positions.csv", row["line"], column, str(row[column]), rule)
