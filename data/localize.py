"""A text of the record in one of its languages."""

from __future__ import annotations

from collections.abc import Iterable

from data.schema import Row


def pick_all(row: Row, columns: Iterable[str], language: str) -> dict[str, str]:
    """The texts of several columns, by the names they have without a language."""
    return {column: pick(row, column, language) for column in columns}


def pick(row: Row, column: str, language: str) -> str:
    """The text of `<column>_<language>`, or of the column that has no language in its name."""
    for name in (f"{column}_{language}", f"{column}_en", column):
        if row.get(name):
            return str(row[name])
    return ""
