"""The index of cohesion: how members stood toward each other's causes in a year.

Each event counts once, however many members or reference parties it has. What rests on weak
evidence stays out, and what is unknown is never counted as 0. See ``measure_period``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from data.dyads import INTERVAL, RESAMPLES, SEED
from data.resolve import SILENT
from data.stance_cells import Cell

INTERVAL_FROM = 2
"""With fewer events nothing is resampled: there is no interval."""

EXTREME_FROM = 3
"""A year with fewer events is not called the lowest or the highest."""


@dataclass(frozen=True)
class YearOfCohesion:
    """The index of a year (or of a period, by its first year); None where nothing is known.

    ``events`` counts the events behind the index, ``weak`` the cells left out of it.
    ``interval_low`` and ``interval_high`` are percentiles over resampled events. ``quiet_low``
    and ``quiet_high`` bound the index by contested stances and reported silence alone, ``low`` and
    ``high`` by the cells without data and the weak ones as well.
    """

    year: int
    known: int
    weak: int
    silent: int
    no_data: int
    events: int
    index: float | None
    interval_low: float | None
    interval_high: float | None
    quiet_low: float | None
    quiet_high: float | None
    low: float | None
    high: float | None

    @property
    def comparable(self) -> bool:
        """Whether there are events enough to call the index the lowest or the highest."""
        return self.index is not None and self.events >= EXTREME_FROM


def measure_cohesion(
    cells: Iterable[Cell], ordinals: Mapping[str, int | None]
) -> list[YearOfCohesion]:
    """Index of cohesion of each year that has a cell, from the earliest; others are absent.

    A cell counts in the year of its event's first day.
    """
    years: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        years[cell.day.year].append(cell)
    return [measure_period(year, years[year], ordinals) for year in sorted(years)]


def measure_period(
    first: int, cells: Sequence[Cell], ordinals: Mapping[str, int | None]
) -> YearOfCohesion:
    """The index over the cells of a period, named by its first year.

    - An event's value is the mean of its known cells that are not weak, toward all of its
      reference parties together; the index is the mean of the events' values. An event without
      such a cell has none and does not count.
    - The 95% interval draws the events anew with replacement, ``RESAMPLES`` times from ``SEED``.
    - The bounds take each event's mean anew, with every contested cell at the lowest or highest
      of its readings and every unknown cell at the worst or best end of the scale: first the
      silent ones alone, then those without data and the weak ones too; then the mean of these.

    Without a known cell there are counts, but neither index nor interval nor bounds.
    """
    placed = [at for at in ordinals.values() if at is not None]
    ends = (min(placed), max(placed))
    events: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        events[cell.event_id].append(cell)
    firm = {event: [cell for cell in group if _counts(cell)] for event, group in events.items()}
    known = sum(len(group) for group in firm.values())
    weak = sum(cell.value is not None and cell.weak for cell in cells)
    silent = sum(cell.code == SILENT for cell in cells)
    means = [fmean(cell.value or 0 for cell in group) for group in firm.values() if group]
    counts = (first, known, weak, silent, len(cells) - known - weak - silent, len(means))
    if not means:
        return YearOfCohesion(*counts, None, None, None, None, None, None, None)
    quiet = [
        each
        for group in events.values()
        if (each := [cell for cell in group if _counts(cell) or cell.code == SILENT])
    ]
    every = list(events.values())
    return YearOfCohesion(
        *counts,
        fmean(means),
        *_draw_interval(means),
        *(_bound(quiet, side, end) for side, end in enumerate(ends)),
        *(_bound(every, side, end) for side, end in enumerate(ends)),
    )


def _counts(cell: Cell) -> bool:
    return cell.value is not None and not cell.weak


def _bound(events: Iterable[Sequence[Cell]], side: int, end: int) -> float:
    """Mean of the events' means, each cell at its lowest (0) or highest (1), unknown at ``end``."""

    def place(cell: Cell) -> float:
        reading = (cell.low, cell.high)[side] if _counts(cell) else None
        return end if reading is None else reading

    return fmean(fmean(place(cell) for cell in group) for group in events)


def _draw_interval(means: Sequence[float]) -> tuple[float | None, float | None]:
    """Percentiles of the mean over resampled events."""
    rows = len(means)
    if rows < INTERVAL_FROM:
        return None, None
    generator = np.random.default_rng(SEED)
    weights = generator.multinomial(rows, np.full(rows, 1 / rows), size=RESAMPLES)
    low, high = np.percentile(weights @ np.array(means) / rows, INTERVAL)
    return float(low), float(high)


def split_runs(years: Iterable[YearOfCohesion]) -> list[list[YearOfCohesion]]:
    """Years with an index, cut wherever a year between them has none: what a line may join."""
    runs: list[list[YearOfCohesion]] = []
    for year in years:
        if year.index is None:
            continue
        if runs and runs[-1][-1].year == year.year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs
