"""What is taken away can be opened anywhere: safe in a spreadsheet, exact in the zip."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from data.check_package import check_package
from data.downloads import (
    build_archive,
    guard_cell,
    list_tables,
    read_descriptor,
    read_package_files,
    render_spreadsheet,
)
from data.load import HERE, read_schemas
from tests.data.record_factory import SOUND, Cells, write_tables
from tests.injection_strings import CORPUS

TABLES = list(read_schemas())
HARMFUL = [
    "=1+1",
    "+1",
    "-1+cmd",
    "@SUM(A1)",
    " =1",
    '"=1"',
    "\t=1",
    "\r=1",
    "words;=1",
    "words\t=1",
    "words\n=1",
    "words; =1",
    "＝1",
    "－1",
]
HARMLESS = [
    "",
    "words",
    "a = b",
    "north-east",
    "2008-08-08",
    "a, -b",
    "§4",
    "1 + 1",
    "it's",
    "A; b",
]


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("cell", HARMFUL, ids=ascii)
def test_what_could_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    guarded = guard_cell(cell)
    assert guarded.replace("'", "") == cell
    assert guarded.count("'") == 1
    assert guard_cell(guarded).count("=") == cell.count("=")


@pytest.mark.parametrize("cell", HARMLESS, ids=ascii)
def test_other_words_stay(cell: str) -> None:
    assert guard_cell(cell) == cell


@pytest.mark.parametrize("cell", CORPUS, ids=range(len(CORPUS)))
def test_no_hostile_text_begins_a_formula(cell: str) -> None:
    guarded = guard_cell(cell)
    for part in [guarded, *guarded.replace("\t", ";").split(";")]:
        assert (
            part.lstrip(" \t\r\n\"'")[:1] not in set("=+-@")
            or "'" in part[: len(part) - len(part.lstrip(" \t\r\n\"'"))]
        )


@pytest.mark.parametrize("name", TABLES)
def test_the_spreadsheet_has_every_cell(name: str) -> None:
    schema = read_schemas()[name]
    content = render_spreadsheet(name)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = read_back(content)
    with (HERE / schema.file).open(encoding="utf-8", newline="") as file:
        original = list(csv.reader(file))
    assert rows[0] == original[0] == schema.columns
    assert len(rows) == len(original)
    types = [field.type for field in schema.fields]
    for row, before in zip(rows[1:], original[1:], strict=True):
        for type_, cell, was in zip(types, row, before, strict=True):
            assert cell == (guard_cell(was) if type_ == "string" else was)


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    source = {**SOUND["sources"][0], "title": "=HYPERLINK(1)"}
    bent: dict[str, Sequence[Cells]] = {**SOUND, "sources": [source]}
    folder = write_tables(tmp_path, bent)
    scale = read_back(render_spreadsheet("scale", folder))
    assert "-3" in {row[1] for row in scale}
    sources = read_back(render_spreadsheet("sources", folder))
    assert sources[1][2] == "'=HYPERLINK(1)"


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        render_spreadsheet("secrets")


def test_the_zip_is_the_package_itself(tmp_path: Path) -> None:
    files = read_package_files()
    content = build_archive(files)
    assert content == build_archive(files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        archive.extractall(tmp_path)
    assert check_package(tmp_path) == []


def test_every_table_has_a_citation_with_version_and_licence() -> None:
    descriptor = read_descriptor()
    tables = list_tables(descriptor)
    assert [table.name for table in tables] == TABLES
    for table in tables:
        assert table.licence
