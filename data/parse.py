"""From the text of a CSV file to typed rows, held to the schema of its table.

Empty cells stay empty text in string columns and become None elsewhere; "NA" is a value like any
other. Dates become ``datetime.date``, integers ``int``, numbers ``float``, ``true`` and ``false``
``bool``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from data.errors import Problem, shorten
from data.schema import Field, Row, TableSchema

INTEGER = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BOOLEAN = {"true": True, "false": False}
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def parse_table(schema: TableSchema, text: str) -> tuple[list[Row], list[Problem]]:
    """Rows of a table and all that its schema finds wrong in them.

    A cell that cannot be read becomes empty, a row of the wrong length is left out; both are
    problems, so that nothing half-read goes further than the checks.
    """
    problems: list[Problem] = []
    if "\r" in text or text.startswith("\ufeff"):
        problems.append(Problem(schema.file, 0, "", "", "not plain UTF-8 with LF line ends"))
    elif text and not text.endswith("\n"):
        last = text.count("\n") + 1
        problems.append(Problem(schema.file, last, "", "", "no line end: the file is cut off"))
    rows: list[Row] = []
    try:
        lines = list(_read_lines(text))
    except _NotCsv as error:
        return [], [*problems, Problem(schema.file, error.line, "", "", f"not CSV: {error}")]
    header = lines[0][1] if lines else []
    if header != schema.columns:
        return [], [
            *problems,
            Problem(schema.file, 1, "", "", _format_header(header, schema.columns)),
        ]
    for line, cells in lines[1:]:
        if len(cells) != len(header):
            rule = f"{len(cells)} cells where the header has {len(header)}"
            problems.append(Problem(schema.file, line, "", "", rule))
            continue
        row: dict[str, Any] = {}
        for field, cell in zip(schema.fields, cells, strict=True):
            row[field.name], rule = parse_cell(field, cell)
            if rule:
                problems.append(Problem(schema.file, line, field.name, cell, rule))
        # Last: where a column is named so too, the number is what problems need.
        row["line"] = line
        rows.append(row)
    # A broken cell has been emptied: what it would repeat is not known.
    broken = {(problem.row, problem.column) for problem in problems}
    keys = [(field.name,) for field in schema.fields if field.unique]
    for key in [schema.primary_key, *keys]:
        sound = [row for row in rows if not any((row["line"], name) in broken for name in key)]
        problems.extend(_find_repeats(schema.file, sound, key))
    return rows, problems


def parse_cell(field: Field, cell: str) -> tuple[Any, str]:
    """Typed value of a cell, and the rule it breaks ("" when none)."""
    empty = "" if field.type == "string" else None
    if cell == "":
        return empty, "empty" if field.required else ""
    if cell != cell.strip():
        return empty, "space at the start or the end"
    if CONTROL.search(cell):
        return empty, "control character"
    value, rule = _convert(field.type, cell)
    if rule:
        return empty, rule
    if field.enum and value not in field.enum:
        return empty, f"not one of {', '.join(field.enum)}"
    if field.pattern and not re.search(field.pattern, cell):
        return empty, f"does not match {field.pattern}"
    if field.minimum is not None and value < field.minimum:
        return empty, f"below {field.minimum}"
    if field.maximum is not None and value > field.maximum:
        return empty, f"above {field.maximum}"
    return value, ""


class _NotCsv(ValueError):
    """Text that is no CSV, and the line on which the row begins that cannot be read."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


def _read_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number on which each CSV row starts, and its cells."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise _NotCsv(start, str(error)) from None


def _format_header(found: list[str], wanted: list[str]) -> str:
    """What is wrong with a header, the shortest way."""
    if not found:
        return "the file is empty"
    parts = []
    if missing := [name for name in wanted if name not in found]:
        parts.append(f"lacks {', '.join(missing)}")
    if unknown := [shorten(name) for name in found if name not in wanted]:
        parts.append(f"has {', '.join(unknown)}, which no schema names")
    return "the header " + (" and ".join(parts) or f"is not {','.join(wanted)}")


def _convert(type_: str, cell: str) -> tuple[Any, str]:
    if type_ == "integer":
        return (int(cell), "") if INTEGER.fullmatch(cell) else (None, "not an integer")
    if type_ == "number":
        return (float(cell), "") if NUMBER.fullmatch(cell) else (None, "not a number")
    if type_ == "boolean":
        return BOOLEAN.get(cell), "" if cell in BOOLEAN else "not true or false"
    if type_ == "date":
        try:
            return (date.fromisoformat(cell), "") if DATE.fullmatch(cell) else (None, "not a date")
        except ValueError:
            return None, "not a date"
    return cell, ""


def _find_repeats(file: str, rows: list[Row], key: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[tuple[Any, ...], int] = {}
    for row in rows:
        values = tuple(row[column] for column in key)
        if values in seen:
            shown = ", ".join(map(str, values))
            rule = f"repeats line {seen[values]}"
            yield Problem(file, row["line"], ", ".join(key), shown, rule)
        else:
            seen[values] = row["line"]
