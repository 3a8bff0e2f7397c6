"""Rules for the names under which readers may look for what the record calls otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from data.errors import Problem
from data.languages import DEFAULT
from data.schema import Row, Tables

# Columns, without their language, in which names stand.
NAMED = {
    "countries": ("name",),
    "organisations": ("name", "acronym"),
    "zones": ("name",),
    "events": ("title", "place"),
    "claims": ("speaker_name",),
}


def check_names(tables: Tables) -> Iterator[Problem]:
    """Each name stands in the record, and its alternative is another one."""
    known: dict[str, str] = {}
    for row in tables["alternative_names"]:
        language, name = row["language"], row["name"]
        if not language or not name:
            continue
        if language not in known:
            known[language] = _gather_names(tables, language)
        if name not in known[language]:
            yield _problem(row, "name", "in no name of the record in this language")
        if name.casefold() == row["alternative"].casefold():
            yield _problem(row, "alternative", "not another name")


def _gather_names(tables: Tables, language: str) -> str:
    """Every name of the record in a language, one after the other."""
    return "\n".join(
        str(row.get(f"{column}_{language}") or (language == DEFAULT and row.get(column)) or "")
        for table, columns in NAMED.items()
        for row in tables[table]
        for column in columns
    )


def _problem(row: Row, column: str, rule: str) -> Problem:
    return Problem("alternative_names.csv", row["line"], column, str(row[column]), rule)
