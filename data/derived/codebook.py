"""The codebook of the derived tables: a sheet and a JSON file, from the schema of the files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from data.derived.schema import Column, DerivedTable
from data.languages import LANGUAGES
from data.localize import pick
from data.review import REVIEWED

HEADER = (
    *("table", "column", "type", "unit", "values"),
    *("label_en", "label_ru", "definition_en", "definition_ru"),
)


def write_codebook_sheet(tables: Iterable[DerivedTable]) -> bytes:
    """One row a column, in the order of the tables; CSV, UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for table in tables:
        for column in table.columns:
            writer.writerow(
                [
                    table.name,
                    column.name,
                    column.type,
                    column.unit,
                    "; ".join(_list_values(column)),
                    column.label_en,
                    column.label_ru,
                    column.definition_en,
                    column.definition_ru,
                ]
            )
    return out.getvalue().encode("utf-8")


def write_codebook_json(tables: Iterable[DerivedTable]) -> bytes:
    """The same with titles, descriptions and keys of the tables."""
    book = {
        "reviewed": REVIEWED.isoformat(),
        "tables": [_describe_table(table) for table in tables],
    }
    return (json.dumps(book, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _describe_table(table: DerivedTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": _translate(table, "title"),
        "description": _translate(table, "description"),
        "key": list(table.key),
        "columns": [
            {
                "name": column.name,
                "type": column.type,
                "unit": column.unit,
                "values": _list_values(column),
                "label": _translate(column, "label"),
                "definition": _translate(column, "definition"),
            }
            for column in table.columns
        ],
    }


def _list_values(column: Column) -> list[str]:
    return [*column.values, *(f"{number} = {name}" for number, name in column.names)]


def _translate(described: DerivedTable | Column, text: str) -> dict[str, str]:
    return {language: pick(vars(described), text, language) for language in LANGUAGES}
