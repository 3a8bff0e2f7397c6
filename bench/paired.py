"""Two revisions of the atlas measured in turn, round by round, until their ratio is steady."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bench.stats import find_median, find_percentile

Measured = dict[str, float]


@dataclass(frozen=True)
class Ratio:
    """Ours to theirs: the median over `rounds`, and half the width of its middle half."""

    median: float
    spread: float
    rounds: int


@dataclass(frozen=True)
class Rounds:
    """How many rounds are measured, and the spread of a ratio below which no more are needed."""

    least: int
    most: int
    steady: float


def measure_in_turn(
    ours: Callable[[], Measured],
    theirs: Callable[[], Measured],
    watched: Collection[str],
    rounds: Rounds,
) -> tuple[list[Measured], list[Measured]]:
    """Samples of both, one a round; who goes first changes from round to round.

    Ends after `rounds.least` once the ratio of every watched row is steady, at the latest after
    `rounds.most`.
    """
    found: tuple[list[Measured], list[Measured]] = ([], [])
    for turn in range(rounds.most):
        order = [(0, ours), (1, theirs)]
        for place, measure in order if turn % 2 == 0 else reversed(order):
            found[place].append(measure())
        ratios = rate_pairs(*found)
        spreads = [ratios[key].spread for key in watched if key in ratios]
        if turn + 1 >= rounds.least and all(spread <= rounds.steady for spread in spreads):
            break
    return found


def rate_pairs(ours: Sequence[Measured], theirs: Sequence[Measured]) -> dict[str, Ratio]:
    """The ratio of each row that both have in every round, where it says something."""
    found = {}
    for key in ours[0]:
        pairs = [(a.get(key, 0), b.get(key, 0)) for a, b in zip(ours, theirs, strict=True)]
        if all(a > 0 and b > 0 for a, b in pairs):
            ratios = [a / b for a, b in pairs]
            width = find_percentile(ratios, 75) - find_percentile(ratios, 25)
            found[key] = Ratio(find_median(ratios), width / 2, len(ratios))
    return found


def take_medians(rows: Sequence[Measured]) -> Measured:
    """The median of each measure, over the rows that have it."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: find_median(row[key] for row in rows if key in row) for key in keys}
