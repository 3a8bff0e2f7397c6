"""The cells that a second, independent reading coded; `data.krippendorff` measures agreement.

A cell is one (event, actor, reference party) as one source has it. Both codes of a cell stand in
the table ``second_coding``: the first as it was on the day of the second reading, so that what
was corrected since does not flatter the agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.record import Record

DRAWS = 2000
SEED = 20261122
LEVEL = 0.95
KEY = ("event_id", "actor", "toward", "source_id")
# First years of the strata that cells are drawn from; see the codebook.
PERIODS = (1991, 2002, 2011, 2020)


@dataclass(frozen=True)
class Agreement:
    """Alpha (ordinal) over the cells that both readings place on the scale, and more.

    ``low`` and ``high`` bound the 95% interval of a bootstrap over cells; ``placed`` is the number
    of these cells. ``nominal`` is alpha over all ``cells`` with every code a category of its own,
    silence and no data included; ``same`` is the share of cells with the same code.
    """

    alpha: float
    low: float
    high: float
    cells: int
    placed: int
    nominal: float
    same: float


@dataclass(frozen=True)
class Cell:
    """One cell with its two codes, the mode and the day of the second reading, its event's year."""

    event_id: str
    actor: str
    toward: str
    source_id: str
    first: str
    second: str
    worked_example: bool
    mode: str = ""
    read_on: date = date.min
    year: int = 0


def pair_codes(record: Record) -> list[Cell]:
    """The cells of the second reading with the first code beside; ND where no claim was made."""
    years = {row["id"]: row["date_start"].year for row in record.rows("events")}
    return [
        Cell(
            **{column: row[column] for column in KEY},
            first=row["first_stance"],
            second=row["stance"],
            worked_example=row["worked_example"],
            mode=row["mode"] or "",
            read_on=row["read_on"],
            year=years[row["event_id"]],
        )
        for row in record.rows("second_coding")
    ]


def drop_examples(cells: Sequence[Cell]) -> list[Cell]:
    """The cells whose answer the second reader could not have seen in the codebook."""
    return [cell for cell in cells if not cell.worked_example]


def find_last_reading(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that were drawn together for the latest second reading."""
    day = max(cell.read_on for cell in cells)
    return [cell for cell in cells if cell.read_on == day]


def find_period(year: int) -> int:
    """The first year of the period that a year lies in. ValueError before the first."""
    try:
        return max(first for first in PERIODS if first <= year)
    except ValueError:
        raise ValueError(f"{year} is before {PERIODS[0]}, the first year of a period") from None
