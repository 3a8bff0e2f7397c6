"""The one place that reads the tables from disk."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from data.check import check_tables
from data.parse import parse_table
from data.problem import Problem, RecordError
from data.record import Record, build_record
from data.schema import Row, TableSchema, parse_package

HERE = Path(__file__).parent


def read_schemas(folder: Path = HERE) -> dict[str, TableSchema]:
    """Schema of every table, from ``datapackage.json``."""
    return parse_package(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def read_tables(folder: Path = HERE) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Rows of every table and every problem found in them.

    The rules between tables are held only when every table could be read: without its table a
    thousand rows that refer to it would be reported for one missing file.
    """
    tables: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    schemas = read_schemas(folder)
    for name, schema in schemas.items():
        tables[name] = []
        try:
            text = (folder / schema.file).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "cannot be read"
            problems.append(Problem(schema.file, 0, "", "", reason))
            continue
        tables[name], found = parse_table(schema, text)
        problems.extend(found)
    if all(problem.row > 1 for problem in problems):
        problems.extend(check_tables(schemas, tables))
    return tables, problems


@lru_cache(maxsize=4)
def read_record(folder: Path = HERE) -> Record:
    """The whole record, checked and kept for next time.

    RecordError, naming every problem, when anything is wrong: then nothing is returned or kept.
    """
    tables, problems = read_tables(folder)
    if problems:
        raise RecordError(problems)
    return build_record(read_schemas(folder), tables)
