"""Every table of the record in one workbook, for spreadsheets that read no CSV of commas."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.downloads import read_descriptor
from data.load import HERE
from data.schema import Field, parse_package

# A spreadsheet names its sheets in so many characters.
LONGEST_NAME = 31
WIDEST = 60
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Equal tables, equal bytes: the day of the file is none of today.
SAME_DATE = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def build_workbook() -> bytes:
    """All tables as sheets, in the order of the package: numbers as numbers, all else as text.

    Days stay ISO text, as many are before 1900 or name no day. No cell is a formula or a link.
    """
    descriptor = read_descriptor()
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": descriptor["title"],
                "subject": f"{descriptor['name']} {descriptor['version']}",
                "author": "CSTO Stance Atlas",
                "comments": ", ".join(row["title"] for row in descriptor["licenses"]),
                "created": SAME_DATE.replace(tzinfo=None),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, schema in parse_package(descriptor).items():
            sheet = book.add_worksheet(name[:LONGEST_NAME])
            with (HERE / schema.file).open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file, strict=True)
            for column, title in enumerate(header):
                sheet.write_string(0, column, title, bold)
            for line, row in enumerate(rows, start=1):
                write_row(sheet, line, zip(schema.fields, row, strict=True))
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(rows), len(header) - 1)
            for column, cells in enumerate(zip(header, *rows, strict=True)):
                sheet.set_column(column, column, min(WIDEST, max(map(len, cells)) + 2))
    return out.getvalue()


def write_row(sheet: Worksheet, line: int, cells: Iterator[tuple[Field, str]]) -> None:
    """One row; an empty cell stays empty."""
    for column, (field, text) in enumerate(cells):
        if not text:
            continue
        if field.type in {"integer", "number"}:
            sheet.write_number(line, column, float(text))
        elif field.type == "boolean":
            sheet.write_boolean(line, column, text == "true")
        else:
            sheet.write_string(line, column, text)
