"""Columns of tables as JSON Schema, with what the tables themselves say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from data.derived.rows import Cells
from data.derived.schema import Column
from data.downloads import read_descriptor
from data.languages import DEFAULT
from data.localize import pick
from data.schema import Row

Properties = dict[str, dict[str, Any]]

TYPES: Properties = {
    "string": {"type": "string"},
    "category": {"type": "string"},
    "date": {"type": ["string", "null"], "format": "date"},
    "integer": {"type": ["integer", "null"]},
    "flag": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
}


def describe_text(description: str) -> dict[str, Any]:
    """A column of text that no table declares."""
    return {**TYPES["string"], "description": description}


def describe_columns(table: str, names: Iterable[str]) -> Properties:
    """Columns of a table of the record, as `datapackage.json` describes them.

    A name of which the table has one column a language is that of the language asked for.
    KeyError for a name that is no column.
    """
    fields = _read_fields()[table]
    return {name: _describe_field(fields[find_column(fields, name)]) for name in names}


def find_column(columns: Iterable[str], name: str) -> str:
    """The column that has a text in the language of the record's own, whose name may end in it."""
    return name if name in columns else f"{name}_{DEFAULT}"


def describe_derived(columns: Iterable[Column]) -> Properties:
    """Columns of a derived table, as `columns.csv` describes them."""
    return {
        column.name: {
            **TYPES[column.type],
            "title": pick(vars(column), "label", DEFAULT),
            "description": pick(vars(column), "definition", DEFAULT),
        }
        for column in columns
    }


def _describe_field(field: dict[str, Any]) -> dict[str, Any]:
    return {**TYPES[field["type"]], "description": field["description"]}


@cache
def _read_fields() -> dict[str, dict[str, dict[str, Any]]]:
    return {
        resource["name"]: {field["name"]: field for field in resource["schema"]["fields"]}
        for resource in read_descriptor()["resources"]
    }


def pick_cells(row: Row, columns: Iterable[str], language: str) -> Cells:
    """Cells of a row; where a column has a text in each language, that of one."""
    return {name: pick_cell(row, name, language) for name in columns}


def pick_cell(row: Mapping[str, object], name: str, language: str) -> object:
    """One cell of a row."""
    has_languages = f"{name}_{language}" in row or name not in row
    return pick(row, name, language) if has_languages else row[name]
