"""Agreement of members in the General Assembly, beside how they stood to each other elsewhere.

Votes are a check only while they are not in what they check: stances that are votes are left out
of the pair scores here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from data.dyads import INTERVAL, RESAMPLES, SEED, score_links
from data.membership import members_on
from data.record import Record
from data.stance_cells import UN_VOTE, Cell

# Half a step apart: an abstention is as far from a vote for as from a vote against.
PLACES = {"for": 1.0, "abstained": 0.5, "against": 0.0}
FEWEST_PAIRS = 5


@dataclass(frozen=True)
class VotePair:
    """Two members' agreement, 0 to 1, over the resolutions on which both cast a vote."""

    first: str
    second: str
    agreement: float
    resolutions: int


@dataclass(frozen=True)
class CheckedPair:
    """A pair's agreement in votes beside its mean stance where no vote was taken."""

    first: str
    second: str
    agreement: float
    resolutions: int
    mean: float
    cells: int


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rank correlation of ``pairs`` points with its 95% interval; None if too few."""

    pairs: int
    rho: float | None
    low: float | None
    high: float | None


def score_agreement(record: Record) -> list[VotePair]:
    """Agreement of each pair of members, over the resolutions of days on which both belonged.

    The same vote is 1, abstaining beside a vote for or against 0.5, for beside against 0. A state
    that did not vote, or whose vote is unknown, says nothing: the resolution is left out for it.
    """
    ballots: dict[str, dict[str, float]] = defaultdict(dict)
    days = {}
    for row in record.rows("votes"):
        days[row["resolution"]] = row["date"]
        if row["vote"] in PLACES:
            ballots[row["resolution"]][row["country"]] = PLACES[row["vote"]]
    rosters = {day: members_on(record, day) for day in set(days.values())}
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for resolution, votes in ballots.items():
        present = sorted(votes.keys() & rosters[days[resolution]])
        for first, second in combinations(present, 2):
            found[first, second].append(1 - abs(votes[first] - votes[second]))
    return [
        VotePair(*pair, sum(scores) / len(scores), len(scores))
        for pair, scores in sorted(found.items())
    ]


def check_pairs(record: Record, cells: Iterable[Cell]) -> list[CheckedPair]:
    """Pairs that have both: agreement in votes, and a known stance at an event that is no vote."""
    links = {
        (score.actor, score.toward): score
        for score in score_links(cell for cell in cells if cell.kind != UN_VOTE)
    }
    return [
        CheckedPair(
            vote.first, vote.second, vote.agreement, vote.resolutions, link.mean, link.known
        )
        for vote in score_agreement(record)
        if (link := links.get((vote.first, vote.second))) is not None and link.mean is not None
    ]


def correlate_ranks(pairs: Sequence[CheckedPair]) -> RankCorrelation:
    """Spearman's rho of agreement and mean stance, ties at their mean rank.

    The interval is of pairs drawn anew, with replacement, from a fixed seed; draws in which one
    side does not vary have no correlation and are left out.
    """
    points = np.array([[pair.agreement, pair.mean] for pair in pairs], dtype=float).reshape(-1, 2)
    whole = np.arange(len(points)).reshape(1, -1)
    if len(points) < FEWEST_PAIRS or np.isnan(rho := _find_rhos(points, whole)[0]):
        return RankCorrelation(len(points), None, None, None)
    generator = np.random.default_rng(SEED)
    draws = generator.integers(0, len(points), size=(RESAMPLES, len(points)))
    rhos = _find_rhos(points, draws)
    low, high = np.percentile(rhos[~np.isnan(rhos)], INTERVAL)
    return RankCorrelation(len(points), float(rho), float(low), float(high))


def _find_rhos(points: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """Spearman's rho of two columns for each row of indices: Pearson's of ranks, nan if flat."""
    ranks = [pd.DataFrame(points[draws, side].T).rank().to_numpy() for side in (0, 1)]
    first, second = (rank - rank.mean(axis=0) for rank in ranks)
    spread = np.sqrt((first**2).sum(axis=0) * (second**2).sum(axis=0))
    products: np.ndarray = (first * second).sum(axis=0)
    rhos = np.full(len(draws), np.nan)
    np.divide(products, spread, out=rhos, where=spread > 0)
    return rhos
