"""Small things that several derived tables share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from data.resolve import NO_DATA, SILENT

Cells = dict[str, Any]
"""One row of a derived table: str, int, float or date by column, None where nothing is known."""

SEPARATOR = ";"
"""Between the parts of a cell that holds several."""


def join_parts(parts: Iterable[str]) -> str:
    """Parts of a cell as one text."""
    return SEPARATOR.join(parts)


def list_years(last: date, first: int = 1991) -> range:
    """Years of the record to the day of its last review."""
    return range(first, last.year + 1)


def close_year(year: int, last: date) -> date:
    """The last day of a year that the record knows."""
    return min(date(year, 12, 31), last)


def summarise_stances(codes: Sequence[str], ordinals: Mapping[str, int | None]) -> Cells:
    """Counts, mean and extremes of stances; unknown ones are counted and never averaged."""
    placed = [at for code in codes if (at := ordinals[code]) is not None]
    counts = Counter(codes)
    return {
        "known": len(placed),
        "support": sum(at > 0 for at in placed),
        "neutral": sum(at == 0 for at in placed),
        "opposed": sum(at < 0 for at in placed),
        "silent": counts[SILENT],
        "no_data": counts[NO_DATA],
        "mean": round(sum(placed) / len(placed), 4) if placed else None,
        "lowest": min(placed, default=None),
        "highest": max(placed, default=None),
    }
