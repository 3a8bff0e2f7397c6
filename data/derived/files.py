"""The files of the derived tables: which there are, and their bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from data.derived.codebook import write_codebook_json, write_codebook_sheet
from data.derived.rows import Cells
from data.derived.schema import DerivedTable, read_derived
from data.derived.tables import build_table
from data.derived.writers import write_csv, write_parquet, write_stata
from data.record import Record

Writer = Callable[[DerivedTable, Sequence[Cells]], bytes]

WRITERS: Mapping[str, Writer] = {"csv": write_csv, "parquet": write_parquet, "dta": write_stata}
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "dta": "application/x-stata-dta",
    "json": "application/json",
}
SHEET, BOOK = "codebook.csv", "codebook.json"


def list_files(record: Record) -> list[str]:
    """Names of all files: each table in each format, then the codebook twice."""
    tables = [f"{name}.{suffix}" for name in read_derived(record) for suffix in WRITERS]
    return [*tables, SHEET, BOOK]


def build_file(record: Record, file: str) -> bytes:
    """The bytes of a file; KeyError when there is none of that name."""
    if file == SHEET:
        return write_codebook_sheet(read_derived(record).values())
    if file == BOOK:
        return write_codebook_json(read_derived(record).values())
    name, _, suffix = file.partition(".")
    return WRITERS[suffix](*build_table(record, name))
