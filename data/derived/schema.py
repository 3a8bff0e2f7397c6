"""What the derived tables and their columns are, from tables.csv and columns.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from data.languages import DEFAULT
from data.load import read_schemas
from data.localize import pick
from data.membership import MAP_STATUSES
from data.record import Record

HERE = Path(__file__).parent
EVERY = "*"
TYPES = ("string", "category", "flag", "integer", "number", "date")
# Kinds of values that no column of the record lists.
RULES = ("nearest", "tie", "placed", "party")
FLAG = {0: "no", 1: "yes"}


@dataclass(frozen=True)
class Column:
    """A column: its type and unit, and what it means, in both languages.

    ``values`` are the values of a category in their order; ``names`` say what numbers stand for.
    """

    name: str
    type: str
    unit: str
    label_en: str
    label_ru: str
    definition_en: str
    definition_ru: str
    values: tuple[str, ...] = ()
    names: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class DerivedTable:
    """A derived table: what it holds, its key and its columns in order."""

    name: str
    title_en: str
    title_ru: str
    description_en: str
    description_ru: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def read_derived(record: Record) -> dict[str, DerivedTable]:
    """Every derived table by name; columns of which there is one a state are listed one by one."""
    columns: dict[str, list[Column]] = {}
    for row in _read_rows("columns.csv"):
        columns.setdefault(row["table"], []).extend(_expand(record, row))
    return {
        row["table"]: DerivedTable(
            row["table"],
            row["title_en"],
            row["title_ru"],
            row["description_en"],
            row["description_ru"],
            tuple(row["key"].split(";")),
            tuple(columns[row["table"]]),
        )
        for row in _read_rows("tables.csv")
    }


def _expand(record: Record, row: Mapping[str, str]) -> list[Column]:
    column = Column(
        row["column"],
        row["type"],
        row["unit"],
        row["label_en"],
        row["label_ru"],
        row["definition_en"],
        row["definition_ru"],
        _list_values(record, row["values"]) if row["type"] == "category" else (),
        _name_numbers(record, row["values"]) if row["type"] in ("flag", "integer") else (),
    )
    if not column.name.endswith(EVERY):
        return [column]
    voters = {vote["country"] for vote in record.rows("votes")}
    return [
        replace(
            column,
            name=column.name.replace(EVERY, country["id"]),
            label_en=column.label_en.format(name=country["name_en"]),
            label_ru=column.label_ru.format(name=country["name_ru"]),
        )
        for country in record.rows("countries")
        if country["id"] in voters
    ]


def _list_values(record: Record, source: str) -> tuple[str, ...]:
    """The values of a category, from where the record lists them: ``events.kind``, the scale."""
    own = {
        "scale": tuple(row["code"] for row in record.rows("scale")),
        "resolve.rule": RULES,
        "membership.status": MAP_STATUSES,
    }
    if source in own:
        return own[source]
    table, _, column = source.partition(".")
    (field,) = (each for each in read_schemas()[table].fields if each.name == column)
    return field.enum


def _name_numbers(record: Record, source: str) -> tuple[tuple[int, str], ...]:
    """What the numbers of a column stand for, in English; nothing for a plain number."""
    if source == "flag":
        return tuple(FLAG.items())
    if source != "ordinal":
        return ()
    return tuple(
        (row["ordinal"], f"{row['code']}: {pick(row, 'label', DEFAULT)}")
        for row in record.rows("scale")
        if row["ordinal"] is not None
    )


@cache
def _read_rows(file: str) -> tuple[dict[str, str], ...]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, strict=True))
