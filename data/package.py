"""A folder of tables and the ``datapackage.json`` that describes them, read and held to it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.errors import Problem, RecordError
from data.parse import parse_table
from data.schema import Row, TableSchema, parse_package

DESCRIPTOR = "datapackage.json"


@dataclass
class Package:
    """Schemas and rows by table name, and every problem found; ``whole`` when all could be read."""

    schemas: dict[str, TableSchema] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True


def read_text(folder: Path, file: str) -> str:
    """The text of a file; RecordError says which line is no UTF-8, or that it cannot be read."""
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        raise RecordError([Problem(file, 0, "", "", f"cannot be read: {error.strerror}")]) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{content[error.start]:02x}"
        raise RecordError([Problem(file, line, "", "", f"not UTF-8: {byte}")]) from None


def read_json(folder: Path, file: str) -> Any:
    """What a JSON file holds; RecordError with the line at which it is none."""
    try:
        return json.loads(read_text(folder, file))
    except json.JSONDecodeError as error:
        rule = f"not JSON: {error.msg} at column {error.colno}"
        raise RecordError([Problem(file, error.lineno, "", "", rule)]) from None


def read_schemas(folder: Path) -> dict[str, TableSchema]:
    """Schema of every table of a package; RecordError for a descriptor that cannot be followed."""
    descriptor = read_json(folder, DESCRIPTOR)
    try:
        return parse_package(descriptor)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        why = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise RecordError([Problem(DESCRIPTOR, 0, "", "", f"not understood: {why}")]) from None


def read_package(folder: Path, expected: Iterable[str] = ()) -> Package:
    """The package in a folder. ``expected`` names the tables that it must have, and no others."""
    package = Package()
    try:
        package.schemas = read_schemas(folder)
    except RecordError as error:
        return Package(problems=list(error.problems), whole=False)
    for name in sorted(set(expected) ^ set(package.schemas) if expected else ()):
        rule = "a table that is not known" if name in package.schemas else "the table is missing"
        package.problems.append(Problem(DESCRIPTOR, 0, "resources", name, rule))
        package.whole = False
    for name, schema in package.schemas.items():
        package.tables[name] = []
        try:
            text = read_text(folder, schema.file)
        except RecordError as error:
            package.problems.extend(error.problems)
            package.whole = False
            continue
        rows, problems = parse_table(schema, text)
        package.tables[name] = rows
        package.problems.extend(problems)
        # Without its header nothing is known of a table.
        package.whole &= all(problem.row > 1 for problem in problems)
    return package
