"""Answers to programs: JSON, GeoJSON or CSV with validators, and problems that name a parameter."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from components.outputs.api.parameters import InvalidParameter, Values, shorten
from components.server.compressed_file import NO_CACHE, CompressedFile
from components.server.error_responses import NOT_KEPT, answer_problem
from data.cite import Plain
from data.derived.rows import Cells
from data.downloads import guard_cell, name_licence, read_descriptor
from data.review import REVIEWED


class NotFound(LookupError):
    """What a request names does not exist; the text says what."""


def describe_version() -> Plain:
    """Which record an answer is of, and under which licence."""
    descriptor = read_descriptor()
    return {
        "version": descriptor["version"],
        "reviewed": REVIEWED.isoformat(),
        "licence": name_licence(descriptor),
    }


def pack_json(content: Plain, suffix: str = "json") -> CompressedFile:
    """A document as a file; its ETag changes when the record does."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=write_day)
    return CompressedFile(text.encode(), f"answer.{suffix}", NO_CACHE)


def write_day(value: object) -> str:
    """A day as ISO text; TypeError for anything else that JSON does not know."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is not plain")


def pack_page(rows: Sequence[Cells], columns: Iterable[str], values: Values) -> CompressedFile:
    """A page of rows, in the format asked for."""
    first, most = values["offset"], values["limit"]
    page = rows[first : first + most]
    if values["format"] == "csv":
        return CompressedFile(write_csv(page, list(columns)), "answer.csv", NO_CACHE)
    after = first + most
    return pack_json(
        {
            "record": describe_version(),
            "total": len(rows),
            "offset": first,
            "next": f"?{write_query({**values, 'offset': after})}" if after < len(rows) else None,
            "items": page,
        }
    )


def write_query(values: Values) -> str:
    """The values of a request as a query."""
    return urlencode(values, doseq=True)


def write_csv(rows: Iterable[Cells], columns: Sequence[str]) -> bytes:
    """Rows in UTF-8, empty cells where nothing is known, text that no spreadsheet calculates."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guard(row[column]) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def guard(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return guard_cell(cell) if isinstance(cell, str) else cell


def answer_invalid(error: InvalidParameter) -> Response:
    """That a parameter has a value it does not take."""
    more = {"parameter": error.name, "value": error.value}
    return answer_problem(400, error.rule, NOT_KEPT, more)


def answer_missing(error: NotFound) -> Response:
    """That there is no such thing."""
    return answer_problem(404, shorten(str(error)), NOT_KEPT)
