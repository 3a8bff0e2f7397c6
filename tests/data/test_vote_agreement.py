"""Agreement in votes, and its rank correlation with the stances that are no votes."""

from __future__ import annotations

import pandas as pd
import pytest

from data.load import read_record
from data.stance_cells import list_cells
from data.vote_agreement import (
    FEWEST_PAIRS,
    CheckedPair,
    check_pairs,
    correlate_ranks,
    score_agreement,
)
from tests.data.alliance_factory import make_alliance


def make_pairs(points: list[tuple[float, float]]) -> list[CheckedPair]:
    return [CheckedPair("A", f"B{at}", x, 3, y, 3) for at, (x, y) in enumerate(points)]


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        ("for", "for", 1),
        ("abstained", "abstained", 1),
        ("for", "abstained", 0.5),
        ("abstained", "against", 0.5),
        ("for", "against", 0),
    ],
)
def test_agreement_on_one_resolution(first: str, second: str, agreement: float) -> None:
    record = make_alliance([], [("R1", "ARM", first), ("R1", "RUS", second)])
    (pair,) = score_agreement(record)
    assert (pair.first, pair.second, pair.agreement, pair.resolutions) == (
        "ARM",
        "RUS",
        agreement,
        1,
    )


@pytest.mark.parametrize("vote", ["not_voting", "unknown"])
def test_no_vote_is_no_agreement_and_no_disagreement(vote: str) -> None:
    votes = [("R1", "ARM", vote), ("R1", "RUS", "for"), ("R2", "ARM", "for"), ("R2", "RUS", "for")]
    (pair,) = score_agreement(make_alliance([], votes))
    assert (pair.agreement, pair.resolutions) == (1, 1)


def test_states_outside_on_the_day_are_left_out() -> None:
    record = make_alliance([], [("R1", "AZE", "for"), ("R1", "RUS", "for")])
    assert score_agreement(record) == []


def test_stances_that_are_votes_are_not_compared_with_votes() -> None:
    told = [
        ("vote", "2014-03-27", "un_vote", "RUS", {"ARM": "DIP"}),
        ("war", "2016-01-01", "conflict", "RUS", {"ARM": "NEU"}),
    ]
    record = make_alliance(told, [("R1", "ARM", "against"), ("R1", "RUS", "against")])
    (pair,) = check_pairs(record, list_cells(record))
    assert (pair.mean, pair.cells, pair.agreement) == (0, 1, 1)


@pytest.mark.parametrize(("turn", "rho"), [(1, 1.0), (-1, -1.0)])
def test_orders_that_agree_or_oppose(turn: int, rho: float) -> None:
    found = correlate_ranks(make_pairs([(x / 10, turn * x**3) for x in range(8)]))
    assert found.pairs == 8
    assert found.rho == pytest.approx(rho)
    assert [found.low, found.high] == pytest.approx([rho, rho])


def test_ties_have_their_mean_rank() -> None:
    points = [(0.1, 1.0), (0.5, 1.0), (0.5, 0.0), (0.9, 2.0), (0.9, -1.0), (0.2, 0.5)]
    frame = pd.DataFrame(points).rank()
    found = correlate_ranks(make_pairs(points))
    assert found.rho == pytest.approx(frame[0].corr(frame[1]))
    assert found.rho is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.rho <= found.high
    assert found == correlate_ranks(make_pairs(points))


@pytest.mark.parametrize(
    "points",
    [[], [(0.1, 1.0)] * (FEWEST_PAIRS - 1), [(0.5, float(y)) for y in range(8)]],
    ids=["none", "few", "flat"],
)
def test_where_there_is_nothing_to_correlate_there_is_no_number(
    points: list[tuple[float, float]],
) -> None:
    found = correlate_ranks(make_pairs(points))
    assert (found.rho, found.low, found.high) == (None, None, None)
    assert found.pairs == len(points)


def test_the_record_gives_shares_of_pairs_that_voted() -> None:
    record = read_record()
    pairs = score_agreement(record)
    assert pairs
    assert all(0 <= pair.agreement <= 1 and pair.resolutions > 0 for pair in pairs)
    assert all(pair.first < pair.second for pair in pairs)
