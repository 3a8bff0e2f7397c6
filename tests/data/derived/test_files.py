"""Every file of the derived tables, read back by another program, says what the CSV says."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyreadstat
import pytest

from data.derived.codebook import HEADER
from data.derived.files import BOOK, SHEET, build_file, list_files
from data.derived.schema import Column, DerivedTable, read_derived
from data.derived.tables import BUILDERS, build_table
from data.downloads import guard_cell
from data.load import read_record

RECORD = read_record()
TABLES = read_derived(RECORD)


def read_csv(name: str) -> list[dict[str, str]]:
    text = build_file(RECORD, f"{name}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def write_cell(column: Column, value: Any) -> str:
    """A value read from another format as the CSV writes it."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return ""
    if column.type in {"integer", "flag"}:
        assert value == int(value)
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def compare(table: DerivedTable, rows: Sequence[dict[str, Any]]) -> None:
    expected = read_csv(table.name)
    assert len(rows) == len(expected) > 0
    for row, line in zip(rows, expected, strict=True):
        assert {c.name: write_cell(c, row[c.name]) for c in table.columns} == line


@pytest.mark.parametrize("name", BUILDERS)
def test_the_csv_is_the_table_and_safe_to_open(name: str) -> None:
    table, rows = build_table(RECORD, name)
    compare(table, rows)
    for line in read_csv(name):
        assert all(guard_cell(line[c.name]) == line[c.name] for c in table.columns if c.values)


@pytest.mark.parametrize("name", BUILDERS)
def test_parquet_read_by_pyarrow_is_the_csv(name: str) -> None:
    table = TABLES[name]
    found = pq.read_table(io.BytesIO(build_file(RECORD, f"{name}.parquet")))
    assert found.column_names == [column.name for column in table.columns]
    compare(table, found.to_pylist())
    for column in table.columns:
        metadata = found.schema.field(column.name).metadata
        assert metadata[b"label_en"].decode() == column.label_en
        assert metadata[b"definition_ru"].decode() == column.definition_ru
    assert found.schema.metadata[b"title_ru"].decode() == table.title_ru


@pytest.mark.parametrize("name", BUILDERS)
def test_stata_read_by_pyreadstat_is_the_csv(name: str, tmp_path: Path) -> None:
    table = TABLES[name]
    path = tmp_path / f"{name}.dta"
    path.write_bytes(build_file(RECORD, f"{name}.dta"))
    assert b"<release>118</release>" in path.read_bytes()[:100]
    frame, meta = pyreadstat.read_dta(str(path))
    assert meta.file_label == table.title_en
    assert meta.column_names_to_labels == {c.name: c.label_en for c in table.columns}
    rows = frame.astype(object).to_dict("records")
    for column in table.columns:
        labels = meta.variable_value_labels.get(column.name, {})
        assert labels == (dict(enumerate(column.values)) or dict(column.names))
        if column.values:
            for row in rows:
                row[column.name] = labels.get(row[column.name], "")
    compare(table, rows)


def test_the_codebook_describes_every_column_in_both_forms() -> None:
    sheet = list(csv.DictReader(io.StringIO(build_file(RECORD, SHEET).decode("utf-8"))))
    assert list(sheet[0]) == list(HEADER)
    wanted = [(name, c.name) for name, table in TABLES.items() for c in table.columns]
    assert [(row["table"], row["column"]) for row in sheet] == wanted
    book = json.loads(build_file(RECORD, BOOK))
    assert [(t["name"], c["name"]) for t in book["tables"] for c in t["columns"]] == wanted
    for row in sheet:
        assert all(row[column] for column in HEADER if column not in {"unit", "values"})


def test_the_same_record_gives_the_same_bytes() -> None:
    for file in list_files(RECORD):
        assert build_file(RECORD, file) == build_file(RECORD, file)
    with pytest.raises(KeyError):
        build_file(RECORD, "secrets.csv")
