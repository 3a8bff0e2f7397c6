"""The one place that reads the tables of the record from disk."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from data import package
from data.check_tables import check_tables
from data.errors import Problem, RecordError
from data.record import TABLES, Record, build_record
from data.schema import Row, TableSchema

HERE = Path(__file__).parent


def read_schemas(folder: Path = HERE) -> dict[str, TableSchema]:
    """Schema of every table, from ``datapackage.json``."""
    return package.read_schemas(folder)


def read_tables(folder: Path = HERE) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Rows of every table and every problem found in them.

    The rules between tables are held only when every table could be read: without its table a
    thousand rows that refer to it would be reported for one missing file.
    """
    found = package.read_package(folder, TABLES)
    if found.whole:
        found.problems.extend(check_tables(found.schemas, found.tables))
    return found.tables, found.problems


def read_record(folder: Path = HERE) -> Record:
    """The whole record, checked and kept for next time.

    RecordError, naming every problem, when anything is wrong: then nothing is returned or kept.
    """
    return _read_record(folder)


@lru_cache(maxsize=4)
def _read_record(folder: Path) -> Record:
    tables, problems = read_tables(folder)
    if problems:
        raise RecordError(problems)
    return build_record(read_schemas(folder), tables)
