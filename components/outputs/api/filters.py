"""Parameters that choose rows, and the rows they choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.outputs.api.parameters import Parameter, Values
from data.derived.rows import Cells
from data.languages import LANGUAGES
from data.modes import READINGS
from data.record import Record

MOST_ROWS = 10_000
LARGEST_OFFSET = 10_000_000

Period = Callable[[Cells], tuple[Any, Any]]
"""The first and last day, or year, of a row; None where it is open."""

LANG = Parameter(
    "lang",
    {"type": "string", "enum": list(LANGUAGES), "default": LANGUAGES[0]},
    "Language of names and texts.",
)
MODE = Parameter(
    "mode",
    {"type": "string", "enum": sorted(READINGS)},
    "Kind of answer that stances rest on; without it, all.",
)
PAGING = (
    Parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": MOST_ROWS},
        "Rows in an answer at most.",
    ),
    Parameter(
        "offset",
        {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET, "default": 0},
        "Rows left out before the first.",
    ),
)
FORMAT = Parameter(
    "format",
    {"type": "string", "enum": ["json", "csv"], "default": "json"},
    "Format of the answer: CSV has the rows of `items` alone.",
)


@dataclass(frozen=True)
class Filter:
    """A parameter that keeps the rows with one of its values in a column."""

    parameter: Parameter
    column: str


def choose_ids(record: Record, name: str, tables: Iterable[str], column: str, told: str) -> Filter:
    """A filter by ids of some tables; `told` says whose."""
    ids = [row["id"] for table in tables for row in record.rows(table)]
    title = f"an id of {' or '.join(tables)}"
    return Filter(
        Parameter(name, {"type": "string", "enum": ids, "title": title}, told, True), column
    )


def choose_values(name: str, values: Iterable[Any], column: str, told: str) -> Filter:
    """A filter by the values of a category."""
    return Filter(Parameter(name, {"type": "string", "enum": list(values)}, told, True), column)


def choose_days(told: str) -> tuple[Parameter, ...]:
    """Two parameters of a period of days."""
    schema = {"type": "string", "format": "date"}
    return (
        Parameter("from", schema, f"Earliest day of {told}."),
        Parameter("to", schema, f"Latest day of {told}."),
    )


def choose_years(first: int, last: int) -> tuple[Parameter, ...]:
    """Two parameters of a period of years."""
    schema = {"type": "integer", "minimum": first, "maximum": last}
    return (Parameter("from", schema, "First year."), Parameter("to", schema, "Last year."))


def keep_rows(
    rows: Iterable[Cells], filters: Iterable[Filter], period: Period | None, values: Values
) -> list[Cells]:
    """The rows that pass every filter given and touch the period asked for."""
    wanted: Mapping[str, set[Any]] = {
        each.column: set(values[each.parameter.name])
        for each in filters
        if each.parameter.name in values
    }
    first, last = (_read_bound(values.get(name)) for name in ("from", "to"))
    return [
        row
        for row in rows
        if all(row[column] in known for column, known in wanted.items())
        and (period is None or _touches(period(row), first, last))
    ]


def _touches(held: tuple[Any, Any], first: Any, last: Any) -> bool:
    begins, ends = held
    return (last is None or begins <= last) and (first is None or ends is None or ends >= first)


def _read_bound(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value
