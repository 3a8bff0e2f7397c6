"""The claims behind a deck as a workbook, for spreadsheets that read no CSV of commas."""

from __future__ import annotations

import datetime
import io

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from components.core.i18n import gettext as _
from components.outputs.export.csv_export import COLUMNS, list_deck_rows
from components.outputs.export.export_pages import Deck
from components.outputs.static_map.attribution import own_story_notice
from data.record import Record

SHEET = "claims"
WIDEST = 60
NUMBERS = ("days_to_answer",)
TRUTHS = ("contested",)
# Equal views, equal bytes: the day of the file is none of today.
SAME_DATE = datetime.datetime(1980, 1, 1)


def write_workbook(record: Record, deck: Deck) -> bytes:
    """One sheet with the rows and columns of the CSV: numbers as numbers, all else as text.

    Days stay ISO text. No cell is a formula or a link, whatever its text begins with.
    """
    rows = list(list_deck_rows(record, deck))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        author = own_story_notice() if deck.own else _("CSTO Stance Atlas")
        about = {"title": deck.title, "author": author, "comments": deck.pages[0].link}
        book.set_properties({**about, "created": SAME_DATE})
        sheet = book.add_worksheet(SHEET)
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
            cells = [row.get(name, "") for row in rows]
            for line, text in enumerate(cells, start=1):
                write_cell(sheet, line, column, text)
            sheet.set_column(column, column, min(WIDEST, max(map(len, (name, *cells))) + 2))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    return out.getvalue()


def write_cell(sheet: Worksheet, line: int, column: int, text: str) -> None:
    """A cell by the kind of its column; an empty one stays empty."""
    name = COLUMNS[column]
    if not text:
        return
    if name in NUMBERS:
        sheet.write_number(line, column, float(text))
    elif name in TRUTHS:
        sheet.write_boolean(line, column, text == "true")
    else:
        sheet.write_string(line, column, text)
