"""How each pair of members stood to each other, and whether the alliance is a star.

A link is every known cell between two members, whichever of them took the stance. In a star-type
alliance the links of one member, the hub, are strong and those among the others are weak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from data.stance_cells import Cell

SEED = 1992
RESAMPLES = 4000
FEWEST_EVENTS = 3
INTERVAL = (2.5, 97.5)


@dataclass(frozen=True)
class PairScore:
    """Mean stance of ``actor`` toward the causes of ``toward``; cells by whether it is known."""

    actor: str
    toward: str
    mean: float | None
    known: int
    unknown: int
    events: tuple[str, ...]


@dataclass(frozen=True)
class LinkGap:
    """Links with the hub against links among the others; None where a side has no known cell.

    ``low`` and ``high`` bound the difference of the means (95% interval); None where either side
    rests on fewer than ``FEWEST_EVENTS`` events.
    """

    hub: str
    hub_mean: float | None
    hub_cells: int
    hub_events: int
    other_mean: float | None
    other_cells: int
    other_events: int
    difference: float | None
    low: float | None
    high: float | None

    @property
    def verdict(self) -> str:
        """`stronger`, `weaker` or `open` (the interval holds 0), `bare` without one."""
        if self.low is None or self.high is None:
            return "bare"
        return "stronger" if self.low > 0 else "weaker" if self.high < 0 else "open"


def score_pairs(cells: Iterable[Cell]) -> list[PairScore]:
    """Score of each ordered pair that has a cell, by actor, then by whom it is toward."""
    return _score(cells, lambda cell: (cell.actor, cell.toward))


def score_links(cells: Iterable[Cell]) -> list[PairScore]:
    """Score of each pair whichever of the two took the stance; actor is the first by id."""
    return _score(cells, lambda cell: cell.pair)


def _score(cells: Iterable[Cell], key: Callable[[Cell], tuple[str, str]]) -> list[PairScore]:
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        found[key(cell)].append(cell)
    scores = []
    for (actor, toward), group in sorted(found.items()):
        values = [cell.value for cell in group if cell.value is not None]
        events = {cell.event_id: None for cell in group if cell.value is not None}
        scores.append(
            PairScore(
                actor,
                toward,
                sum(values) / len(values) if values else None,
                len(values),
                len(group) - len(values),
                tuple(events),
            )
        )
    return scores


def compare_links(cells: Iterable[Cell], hub: str) -> LinkGap:
    """Mean of the known cells with ``hub`` at one end, less that of the cells without it.

    Cells of one event are not independent of each other, so the interval comes from drawing whole
    events anew, with replacement, ``RESAMPLES`` times from a fixed seed. Draws that leave a side
    empty say nothing of a difference and are left out.
    """
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for cell in cells:
        if cell.value is not None:
            side = 0 if hub in cell.pair else 2
            sums[cell.event_id][side] += cell.value
            sums[cell.event_id][side + 1] += 1
    table = np.array(list(sums.values()), dtype=float).reshape(-1, 4)
    hub_sum, hub_cells, other_sum, other_cells = table.sum(axis=0)
    hub_events, other_events = (int((table[:, column] > 0).sum()) for column in (1, 3))
    hub_mean = float(hub_sum / hub_cells) if hub_cells else None
    other_mean = float(other_sum / other_cells) if other_cells else None
    difference = low = high = None
    if hub_mean is not None and other_mean is not None:
        difference = hub_mean - other_mean
        if min(hub_events, other_events) >= FEWEST_EVENTS:
            low, high = _draw_interval(table)
    return LinkGap(
        hub,
        hub_mean,
        int(hub_cells),
        hub_events,
        other_mean,
        int(other_cells),
        other_events,
        difference,
        low,
        high,
    )


def _draw_interval(table: np.ndarray) -> tuple[float, float]:
    """Percentiles of the difference over resampled rows of (sum, count, sum, count)."""
    generator = np.random.default_rng(SEED)
    rows = len(table)
    weights = generator.multinomial(rows, np.full(rows, 1 / rows), size=RESAMPLES)
    drawn = weights @ table
    full = drawn[(drawn[:, 1] > 0) & (drawn[:, 3] > 0)]
    differences = full[:, 0] / full[:, 1] - full[:, 2] / full[:, 3]
    low, high = np.percentile(differences, INTERVAL)
    return float(low), float(high)


def compare_by_year(cells: Sequence[Cell], hub: str) -> dict[int, LinkGap]:
    """The comparison within each year that has a known cell, from the earliest."""
    years = sorted({cell.day.year for cell in cells if cell.value is not None})
    return {
        year: compare_links([cell for cell in cells if cell.day.year == year], hub)
        for year in years
    }


def compare_by_decade(cells: Sequence[Cell], hub: str) -> dict[int, LinkGap]:
    """The comparison within each decade that has a known cell, by its first year."""
    decades = sorted({cell.day.year // 10 * 10 for cell in cells if cell.value is not None})
    return {
        decade: compare_links([cell for cell in cells if cell.day.year // 10 * 10 == decade], hub)
        for decade in decades
    }
