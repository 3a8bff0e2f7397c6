"""The schema of the tables, as declared in datapackage.json."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""One row: typed values by column, and its line number in the file under ``line``."""

Tables = Mapping[str, Sequence[Row]]
"""Rows of every table, by the table's name."""


@dataclass(frozen=True)
class Field:
    """A column: its type (string, integer, number, boolean, date) and its constraints."""

    name: str
    type: str
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values must stand in ``reference_column`` of table ``reference``."""

    column: str
    reference: str
    reference_column: str


@dataclass(frozen=True)
class TableSchema:
    """A table: its file, its columns in order and its keys."""

    name: str
    file: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in the order of the file."""
        return [field.name for field in self.fields]


def parse_package(descriptor: Mapping[str, Any]) -> dict[str, TableSchema]:
    """Schemas by table name. KeyError or ValueError for what this reader does not know."""
    return {resource["name"]: _parse_resource(resource) for resource in descriptor["resources"]}


def _parse_resource(resource: Mapping[str, Any]) -> TableSchema:
    schema = resource["schema"]
    keys = []
    for key in schema.get("foreignKeys", []):
        (column,), (reference_column,) = key["fields"], key["reference"]["fields"]
        keys.append(ForeignKey(column, key["reference"]["resource"], reference_column))
    return TableSchema(
        name=resource["name"],
        file=resource["path"],
        fields=tuple(_parse_field(field) for field in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=tuple(keys),
    )


def _parse_field(field: Mapping[str, Any]) -> Field:
    if field["type"] not in ("string", "integer", "number", "boolean", "date"):
        raise ValueError(f"{field['name']}: type {field['type']} is not read")
    constraints = dict(field.get("constraints", {}))
    try:
        re.compile(constraints.get("pattern", ""))
    except re.error as error:
        raise ValueError(f"{field['name']}: the pattern is none: {error}") from None
    # An unknown constraint raises TypeError here: better than one that is declared and never held.
    return Field(
        name=field["name"],
        type=field["type"],
        **{**constraints, "enum": tuple(constraints.get("enum", ()))},
    )
