"""A derived table as CSV, Parquet and Stata 118; the same table gives the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.derived.rows import Cells
from data.derived.schema import Column, DerivedTable
from data.review import REVIEWED

ARROW = {
    "string": pa.string(),
    "category": pa.string(),
    "flag": pa.int8(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "date": pa.date32(),
}
STATA_VERSION = 118
LABEL_LENGTH = 80  # The longest label Stata keeps.


def write_csv(table: DerivedTable, rows: Sequence[Cells]) -> bytes:
    """UTF-8 without a byte order mark, LF line ends; an empty cell where nothing is known."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([row[column.name] for column in table.columns] for row in rows)
    return out.getvalue().encode("utf-8")


def write_parquet(table: DerivedTable, rows: Sequence[Cells]) -> bytes:
    """Parquet, with what each column means in the metadata of its field; nulls where empty."""
    fields = [
        pa.field(column.name, ARROW[column.type], metadata=_describe(column))
        for column in table.columns
    ]
    about = {
        "title_en": table.title_en,
        "title_ru": table.title_ru,
        "description_en": table.description_en,
        "description_ru": table.description_ru,
        "key": ";".join(table.key),
        "reviewed": REVIEWED.isoformat(),
    }
    arrays = [
        pa.array([_blank(row[field.name]) for row in rows], type=field.type) for field in fields
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=about)), out)
    return out.getvalue()


def write_stata(table: DerivedTable, rows: Sequence[Cells]) -> bytes:
    """Stata 118 with labels of table, variables and values, in English.

    Categories are numbers with value labels, days are Stata's; the time stamp is the day of the
    last review.
    """
    frame = pd.DataFrame(
        {column.name: _make_series(column, rows) for column in table.columns},
        index=range(len(rows)),
    )
    named = {c.name: dict(c.names) for c in table.columns if c.names}
    out = io.BytesIO()
    frame.to_stata(
        out,
        write_index=False,
        version=STATA_VERSION,
        data_label=table.title_en[:LABEL_LENGTH],
        variable_labels={c.name: c.label_en[:LABEL_LENGTH] for c in table.columns},
        value_labels=named or None,
        convert_dates={c.name: "td" for c in table.columns if c.type == "date"},
        time_stamp=datetime(REVIEWED.year, REVIEWED.month, REVIEWED.day),
    )
    return out.getvalue()


def _make_series(column: Column, rows: Sequence[Cells]) -> pd.Series:
    cells = [_blank(row[column.name]) for row in rows]
    if column.type == "string":
        return pd.Series([cell or "" for cell in cells], dtype=object)
    if column.type == "category":
        return pd.Series(pd.Categorical(cells, categories=list(column.values)))
    if column.type == "date":
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype=object)))
    kinds = {"flag": "Int8", "integer": "Int32", "number": "Float64"}
    return pd.Series(cells, dtype=kinds[column.type])


def _blank(cell: Any) -> Any:
    """None for empty text, as every format has its own way to say that nothing is known."""
    return None if cell == "" else cell


def _describe(column: Column) -> dict[str, str]:
    words = {
        "label_en": column.label_en,
        "label_ru": column.label_ru,
        "definition_en": column.definition_en,
        "definition_ru": column.definition_ru,
        "unit": column.unit,
    }
    return {name: text for name, text in words.items() if text}
