"""Stances before a day and from it on: means, counts, and how sure their difference is.

The stances are the known cells of `data.stance_cells`, weak ones included and counted, so that the
two sides together are what the pair scores rest on. An event is of the day on which it began.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.cohesion_index import INTERVAL_FROM
from data.dyads import INTERVAL, RESAMPLES, SEED
from data.stance_cells import Cell


@dataclass(frozen=True)
class Side:
    """The known stances of one side of a day: ``mean`` None without any, bounds without two events.

    ``low`` and ``high`` are the 95% interval by resampling events, ``weak`` the stances among
    ``stances`` that rest on weak evidence.
    """

    mean: float | None
    stances: int
    events: int
    weak: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class BeforeAfter:
    """Both sides of a day, and the later mean less the earlier one with its 95% interval.

    The difference is None unless both sides have a stance, its interval unless both have events
    enough to be resampled (`data.cohesion_index.INTERVAL_FROM`).
    """

    day: date
    before: Side
    after: Side
    difference: float | None
    low: float | None
    high: float | None


def compare_before_after(cells: Iterable[Cell], day: date) -> BeforeAfter:
    """Compare the stances at events that began before a day with those at events from it on.

    Each side's events are drawn anew with replacement, ``RESAMPLES`` times from ``SEED``, as the
    index does within a year; a side's mean weighs every stance alike, as pair scores do.
    """
    sides: tuple[list[Cell], list[Cell]] = ([], [])
    for cell in cells:
        if cell.value is not None:
            sides[cell.day >= day].append(cell)
    generator = np.random.default_rng(SEED)
    draws = [_draw_means(side, generator) for side in sides]
    before, after = (_describe(side, drawn) for side, drawn in zip(sides, draws, strict=True))
    difference = low = high = None
    if before.mean is not None and after.mean is not None:
        difference = after.mean - before.mean
    if draws[0] is not None and draws[1] is not None:
        low, high = _bound(draws[1] - draws[0])
    return BeforeAfter(day, before, after, difference, low, high)


def _draw_means(cells: Sequence[Cell], generator: np.random.Generator) -> np.ndarray | None:
    """Means over resampled events; None with too few events."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for cell in cells:
        sums[cell.event_id][0] += cell.value or 0
        sums[cell.event_id][1] += 1
    rows = len(sums)
    if rows < INTERVAL_FROM:
        return None
    weights = generator.multinomial(rows, np.full(rows, 1 / rows), size=RESAMPLES)
    drawn = weights @ np.array(list(sums.values()), dtype=float)
    means: np.ndarray = drawn[:, 0] / drawn[:, 1]
    return means


def _describe(cells: Sequence[Cell], drawn: np.ndarray | None) -> Side:
    values = [cell.value for cell in cells if cell.value is not None]
    low, high = (None, None) if drawn is None else _bound(drawn)
    return Side(
        sum(values) / len(values) if values else None,
        len(values),
        len({cell.event_id for cell in cells}),
        sum(cell.weak for cell in cells),
        low,
        high,
    )


def _bound(drawn: np.ndarray) -> tuple[float, float]:
    low, high = np.percentile(drawn, INTERVAL)
    return float(low), float(high)
