"""How far a second, independent reading agrees with the first: Krippendorff's alpha.

A cell is one (event, actor, reference party) as one source has it. Both codes of a cell stand in
the table ``second_coding``: the first as it was on the day of the second reading, so that what
was corrected since does not flatter the agreement.
Needs the test requirements (numpy, krippendorff): the server never calls it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

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
            worked_example=row["worked_example"] == "yes",
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


def list_disagreements(record: Record) -> list[Cell]:
    """The cells on which the two readings differ, to be settled in ``adjudications``."""
    return [cell for cell in pair_codes(record) if cell.first != cell.second]


def measure_agreement(cells: Sequence[Cell], ordinals: Mapping[str, int | None]) -> Agreement:
    """Agreement of the two readings. ValueError with fewer than two cells on the scale.

    ``ordinals`` is the place of each code on the scale, None off it (`read_ordinals`).
    """
    places = [(ordinals[cell.first], ordinals[cell.second]) for cell in cells]
    placed = [(a, b) for a, b in places if a is not None and b is not None]
    if len(placed) < 2:
        raise ValueError(f"{len(placed)} cells on the scale in both readings: nothing to measure")
    order = list(ordinals)
    coded = [(order.index(cell.first), order.index(cell.second)) for cell in cells]
    low, high = _bootstrap(placed)
    return Agreement(
        alpha=_measure(placed, "ordinal"),
        low=low,
        high=high,
        cells=len(cells),
        placed=len(placed),
        nominal=_measure(coded, "nominal"),
        same=sum(cell.first == cell.second for cell in cells) / len(cells),
    )


def _measure(pairs: Sequence[tuple[int, int]], level: Literal["ordinal", "nominal"]) -> float:
    import krippendorff

    first, second = zip(*pairs, strict=True)
    values = sorted({*first, *second})
    if len(values) == 1:
        return 1.0  # Everybody says the same one thing: alpha is undefined, agreement complete.
    data = [list(first), list(second)]
    return float(
        krippendorff.alpha(
            reliability_data=data, level_of_measurement=level, value_domain=values, dtype=float
        )
    )


def _bootstrap(pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Bounds of the interval: cells drawn with replacement, seeded so that it can be repeated."""
    import numpy

    draw = numpy.random.default_rng(SEED)
    alphas = []
    for _ in range(DRAWS):
        chosen = draw.integers(0, len(pairs), len(pairs))
        alphas.append(_measure([pairs[at] for at in chosen], "ordinal"))
    tail = (1 - LEVEL) / 2
    low, high = numpy.quantile(alphas, [tail, 1 - tail])
    return float(low), float(high)
