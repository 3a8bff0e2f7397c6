"""Versions of the record and what changed in each, read from its changelog.

What a section of ``CHANGELOG.md`` says in prose is for readers; its two tables, and the list of
stances that are gone, are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from data.load import HERE

LOG = "CHANGELOG.md"
SECTION = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.M)
COUNTS = ("table", "rows added", "changed", "withdrawn")
STANCES = ("event", "actor", "toward")  # Then a column a version, and the reason.
GONE = re.compile(r"^Gone: .*?(?:\n\n|\Z)", re.M | re.S)
GONE_STANCE = re.compile(r"`([\w-]+)`\s+(\w+)\s+toward\s+(\w+)")


@dataclass(frozen=True)
class RowCounts:
    """How many rows of a table a version added, changed and withdrew."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0


@dataclass(frozen=True)
class StanceChange:
    """A stance before and after, as ``NEU`` or ``NEU, contested``; ``new`` is empty when gone."""

    event: str
    actor: str
    toward: str
    old: str
    new: str

    @property
    def cell(self) -> tuple[str, str, str]:
        """Whose stance it is, and where."""
        return self.event, self.actor, self.toward


@dataclass(frozen=True)
class Edition:
    """A version of the record: its number, its day, rows by table, stances that it changed."""

    number: str
    day: date
    rows: Mapping[str, RowCounts] = field(default_factory=dict)
    stances: Sequence[StanceChange] = ()


@cache
def read_editions() -> tuple[Edition, ...]:
    """Every version of the record, the latest first."""
    return parse_changelog((HERE / LOG).read_text(encoding="utf-8"))


def parse_changelog(text: str) -> tuple[Edition, ...]:
    """The versions that a changelog tells of, in its order.

    ValueError names a row of a table that is not of its form, or says that there is no version.
    """
    parts = SECTION.split(text)[1:]
    if not parts:
        raise ValueError(f"{LOG}: no version")
    return tuple(
        Edition(number, date.fromisoformat(day), _read_counts(body), _read_stances(body))
        for number, day, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )


def list_since(editions: Sequence[Edition], number: str) -> tuple[Edition, ...]:
    """The versions after one, the latest first. KeyError for one that there never was."""
    numbers = [each.number for each in editions]
    if number not in numbers:
        raise KeyError(f"no version {number!r} of the record")
    return tuple(editions[: numbers.index(number)])


def join_changes(editions: Sequence[Edition]) -> list[StanceChange]:
    """Stances that differ from before the first of some versions, the latest first, to after them.

    What came back to what it was is no change. Of a stance that is gone ``old`` may be empty.
    """
    joined: dict[tuple[str, str, str], StanceChange] = {}
    for edition in reversed(editions):
        for change in edition.stances:
            before = joined.get(change.cell, change)
            joined[change.cell] = replace(change, old=before.old)
    return [change for change in joined.values() if change.old != change.new or not change.new]


def count_added(editions: Sequence[Edition], table: str) -> int:
    """How many rows of a table some versions added."""
    return sum(edition.rows.get(table, RowCounts()).added for edition in editions)


def _read_counts(body: str) -> dict[str, RowCounts]:
    return {
        name: RowCounts(*(int(cell) if cell else 0 for cell in numbers))
        for header, rows in _read_tables(body)
        if tuple(header) == COUNTS
        for name, *numbers in rows
    }


def _read_stances(body: str) -> list[StanceChange]:
    found = [
        StanceChange(*row[:5])
        for header, rows in _read_tables(body)
        if tuple(header[:3]) == STANCES
        for row in rows
    ]
    gone = GONE.search(body)
    lost = GONE_STANCE.findall(gone[0]) if gone else []
    return found + [StanceChange(event, actor, toward, "", "") for event, actor, toward in lost]


def _read_tables(body: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The tables of a text, each its header and its rows; cells without their backticks."""
    lines: list[str] = []
    for line in [*body.splitlines(), ""]:
        if line.startswith("|"):
            lines.append(line)
            continue
        if lines:
            header, _rule, *rows = map(_split_row, lines)
            for row in rows:
                if len(row) != len(header):
                    raise ValueError(f"{LOG}: not {len(header)} cells: {row}")
            yield header, rows
        lines = []


def _split_row(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
