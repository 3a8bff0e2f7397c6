"""Claims by what kind of answer they are: deeds only, words only, votes only.

The kinds stand in the table ``modes``. All functions are pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from data.record import Record
from data.schema import Row

VOTE = "vote"

READINGS: Mapping[str, tuple[str, ...]] = {
    "deeds": ("deed",),
    "words": ("statement", "signature"),
    "votes": (VOTE,),
}
"""Sets of modes that readers ask for, by name. Presence and reports are in none of them."""


def list_modes(record: Record) -> list[str]:
    """Codes of the modes, in the table's order: the strongest first."""
    return [row["code"] for row in record.rows("modes")]


def read_reaches(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Codes of the scale that a claim of each mode can have, from rows of the table ``modes``."""
    return {row["code"]: tuple(row["reach"].split()) for row in rows}


def select_modes(record: Record, modes: Collection[str]) -> Record:
    """The record with the claims of these modes only; none given, all pass.

    Stances resolved from it rest on these claims alone: who answered otherwise has no data. An
    editorial decision goes with the last claim of its cell, or of its code: it settled words
    against deeds, say, and the deeds are gone. All other tables are the same. The same choice
    gives the same object while it is kept. ValueError for a mode that is not in the table.
    """
    wanted = frozenset(modes)
    if unknown := wanted - set(list_modes(record)):
        raise ValueError(f"no such modes: {', '.join(sorted(unknown))}")
    return _select(record, wanted) if wanted else record


def select_reading(record: Record, reading: str | None) -> Record:
    """The record with the claims of one of ``READINGS`` only; None: all. KeyError for another."""
    return record if reading is None else select_modes(record, READINGS[reading])


@lru_cache(maxsize=8)
def _select(record: Record, wanted: frozenset[str]) -> Record:
    claims = [row for row in record.rows("claims") if row["mode"] in wanted]
    cells = {_ask(row) for row in claims}
    left = {(_ask(row), row["stance"]) for row in claims}
    gone = {(_ask(row), row["stance"]) for row in record.rows("claims")} - left
    decisions = [
        row
        for row in record.rows("adjudications")
        if _ask(row) in cells and (_ask(row), row["stance"]) not in gone
    ]
    return record.keep_rows(claims=claims, adjudications=decisions)


def _ask(row: Row) -> tuple[str, str, str]:
    """The question that a claim or a decision answers: the event, who, toward whom."""
    return row["event_id"], row["actor"], row["toward"]
