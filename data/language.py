"""A text of the record in one of its languages."""

from __future__ import annotations

from data.schema import Row


def pick(row: Row, column: str, language: str) -> str:
    """The text of `<column>_<language>`, or of the column that has no language in its name."""
    for name in (f"{column}_{language}", f"{column}_en", column):
        if row.get(name):
            return str(row[name])
    return ""
