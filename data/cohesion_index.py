"""The index of cohesion: how members stood toward each other's causes in a year.

The index of a year is the mean place on the scale of all known cells of the year. What is unknown
is never counted as 0: it widens the bounds instead. See ``measure_cohesion``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.resolve import SILENT
from data.stance_cells import Cell


@dataclass(frozen=True)
class YearOfCohesion:
    """One year's index with its bounds and the cells behind it; None where nothing is known.

    ``quiet_low`` and ``quiet_high`` bound it by contested stances and reported silence alone,
    ``low`` and ``high`` by the cells without data as well.
    """

    year: int
    known: int
    silent: int
    no_data: int
    events: int
    index: float | None
    quiet_low: float | None
    quiet_high: float | None
    low: float | None
    high: float | None


def measure_cohesion(
    cells: Iterable[Cell], ordinals: Mapping[str, int | None]
) -> list[YearOfCohesion]:
    """Index of cohesion of each year that has a cell, from the earliest; others are absent.

    A cell counts in the year of its event's first day, each as much as any other. With the known
    cells' values v, and worst and best the ends of the scale:

    - the index is the mean of v;
    - its bounds give every contested cell the lowest or highest of its readings, and every unknown
      cell worst or best: first the silent ones alone, then those without data too.

    A year in which no cell is known has counts, but neither index nor bounds.
    """
    placed = [at for at in ordinals.values() if at is not None]
    worst, best = min(placed), max(placed)
    years: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        years[cell.day.year].append(cell)
    return [_measure_year(year, years[year], worst, best) for year in sorted(years)]


def _measure_year(year: int, cells: list[Cell], worst: int, best: int) -> YearOfCohesion:
    values = [cell.value for cell in cells if cell.value is not None]
    silent = sum(cell.code == SILENT for cell in cells)
    no_data = len(cells) - len(values) - silent
    counts = (len(values), silent, no_data, len({cell.event_id for cell in cells}))
    if not values:
        return YearOfCohesion(year, *counts, None, None, None, None, None)
    low = sum(cell.low for cell in cells if cell.low is not None)
    high = sum(cell.high for cell in cells if cell.high is not None)
    quiet, every = len(values) + silent, len(cells)
    return YearOfCohesion(
        year,
        *counts,
        sum(values) / len(values),
        (low + worst * silent) / quiet,
        (high + best * silent) / quiet,
        (low + worst * (silent + no_data)) / every,
        (high + best * (silent + no_data)) / every,
    )


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
