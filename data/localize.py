"""A text of the record in one of its languages."""

from __future__ import annotations

from collections.abc import Iterable

from data.languages import DEFAULT
from data.schema import Row


def pick_all(row: Row, columns: Iterable[str], language: str) -> dict[str, str]:
    """The texts of several columns, by the names they have without a language."""
    return {column: pick(row, column, language) for column in columns}


def pick(row: Row, column: str, language: str) -> str:
    """The text of `<column>_<language>`, else the English one, whose column may have no suffix."""
    for name in (f"{column}_{language}", f"{column}_{DEFAULT}", column):
        if row.get(name):
            return str(row[name])
    return ""
