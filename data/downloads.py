"""The record as files to take away: a table for a spreadsheet, and everything as it is."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.load import HERE
from data.schema import TableSchema, parse_package

PACKAGE = "datapackage.json"
DATACITE = "datacite.json"  # What a registry of DOIs asks for.
# A spreadsheet takes a cell for a formula by its first character (OWASP, CSV injection; the wide
# forms count in East Asian editions), blanks before it aside. One set to another separator would
# also cut a cell at it, quoted or not, and take the rest for a cell of its own.
FORMULA = re.compile(r"((?:^|[;\t\r\n|])[\s\"']*)(?=[=+\-@＝＋－＠])")
BYTE_ORDER_MARK = "\ufeff"  # By it Excel knows that the file is UTF-8.
SAME_DATE = (1980, 1, 1, 0, 0, 0)  # The earliest a zip can hold: equal contents, equal bytes.


@dataclass(frozen=True)
class TableFile:
    """A table that can be taken away: its file, what is in it, its licence."""

    name: str
    file: str
    title: str
    description: str
    licence: str


def read_descriptor(folder: Path = HERE) -> dict[str, Any]:
    """The package's own description of itself."""
    descriptor: dict[str, Any] = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    return descriptor


def list_tables(descriptor: Mapping[str, Any]) -> list[TableFile]:
    """Every table of the package, in its order."""
    return [
        TableFile(
            resource["name"],
            resource["path"],
            resource["title"],
            resource["description"],
            name_licence(resource),
        )
        for resource in descriptor["resources"]
    ]


def list_paths(descriptor: Mapping[str, Any]) -> list[str]:
    """The files of the tables of a package, in its order."""
    return [resource["path"] for resource in descriptor["resources"]]


def name_licence(described: Mapping[str, Any]) -> str:
    """Names of the licences of a package or one of its tables, as they are written."""
    return ", ".join(licence["name"].replace("-", " ") for licence in described["licenses"])


def render_spreadsheet(name: str, folder: Path = HERE) -> bytes:
    """A table as CSV that is safe to open in a spreadsheet; KeyError for an unknown table.

    UTF-8 with a byte order mark, lines ended as RFC 4180 has it. Words that a spreadsheet could
    take for a formula get an apostrophe before them; numbers and dates stay as they are.
    """
    schema = parse_package(read_descriptor(folder))[name]
    with (folder / schema.file).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(guard_row(schema, row) for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def guard_row(schema: TableSchema, cells: list[str]) -> list[str]:
    """Cells of one row with those of words made harmless."""
    return [
        guard_cell(cell) if field.type == "string" else cell
        for field, cell in zip(schema.fields, cells, strict=True)
    ]


def guard_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return FORMULA.sub(r"\1'", cell)


def read_package_files(folder: Path = HERE) -> dict[str, bytes]:
    """Exact bytes of the descriptions and of every table, by file name."""
    names = [PACKAGE, DATACITE, *list_paths(read_descriptor(folder))]
    return {name: (folder / name).read_bytes() for name in names}


def build_archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by path; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, SAME_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
