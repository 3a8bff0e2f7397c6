"""The real tables as parameters of tests, unchecked: a broken record must not stop collection."""

from __future__ import annotations

from functools import cache

from data.load import read_tables
from data.schema import Tables


@cache
def read_unchecked() -> Tables:
    """Rows of the real tables, sound or not."""
    return read_tables()[0]


def list_ids(table: str) -> list[str]:
    """Ids of a real table."""
    return [row["id"] for row in read_unchecked()[table]]


def list_layers() -> list[tuple[str, str]]:
    """Every event with each of its reference parties."""
    rows = read_unchecked()["parties"]
    return [(row["event_id"], row["actor"]) for row in rows if row["role"] == "reference"]
