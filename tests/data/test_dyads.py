"""Pair scores, and the test of the star with its interval."""

from __future__ import annotations

import pytest

from data.dyads import (
    FEWEST_EVENTS,
    compare_by_decade,
    compare_by_year,
    compare_links,
    score_links,
    score_pairs,
)
from data.load import read_record
from data.stance_cells import list_cells
from tests.data.alliance_factory import Told, make_alliance


def tell(number: int, toward: str, stances: dict[str, str], year: int = 2016) -> Told:
    event = f"e{year}-{number}-{toward.lower()}"
    return (event, f"{year}-01-0{number + 1}", "conflict", toward, stances)


def test_scores_count_the_unknown_beside_the_mean() -> None:
    told = [tell(0, "ARM", {"RUS": "DIP", "KAZ": "SIL"}), tell(1, "ARM", {"RUS": "OPP"})]
    cells = list_cells(make_alliance(told))
    scores = {(score.actor, score.toward): score for score in score_pairs(cells)}
    assert scores["RUS", "ARM"].mean == 0
    assert (scores["RUS", "ARM"].known, scores["RUS", "ARM"].unknown) == (2, 0)
    assert scores["RUS", "ARM"].events == ("e2016-0-arm", "e2016-1-arm")
    assert scores["KAZ", "ARM"].mean is None
    assert (scores["KAZ", "ARM"].known, scores["KAZ", "ARM"].unknown) == (0, 2)


def test_links_join_both_directions() -> None:
    told = [tell(0, "ARM", {"RUS": "DIP"}), tell(1, "RUS", {"ARM": "NEU"})]
    links = {
        (link.actor, link.toward): link for link in score_links(list_cells(make_alliance(told)))
    }
    assert links["ARM", "RUS"].mean == 1
    assert links["ARM", "RUS"].known == 2
    assert ("RUS", "ARM") not in links


def make_star(hub_code: str, other_code: str) -> list[Told]:
    return [tell(at, "ARM", {"RUS": hub_code, "KAZ": other_code}) for at in range(5)]


@pytest.mark.parametrize(
    ("hub_code", "other_code", "difference", "verdict"),
    [
        ("DIP", "OPP", 4, "stronger"),
        ("OPP", "DIP", -4, "weaker"),
        ("NEU", "NEU", 0, "open"),
    ],
)
def test_a_difference_without_spread_has_an_interval_of_one_point(
    hub_code: str, other_code: str, difference: int, verdict: str
) -> None:
    gap = compare_links(list_cells(make_alliance(make_star(hub_code, other_code))), "RUS")
    assert (gap.difference, gap.low, gap.high) == (difference, difference, difference)
    assert gap.verdict == verdict
    assert (gap.hub_cells, gap.other_cells, gap.hub_events, gap.other_events) == (5, 5, 5, 5)


def test_the_interval_is_the_same_each_time_and_holds_the_difference() -> None:
    codes = ("MAT", "NEU", "OPP", "TEP", "LEAN")
    told = [tell(at, "ARM", {"RUS": code, "KAZ": codes[-at]}) for at, code in enumerate(codes)]
    cells = list_cells(make_alliance(told))
    gap = compare_links(cells, "RUS")
    assert gap == compare_links(cells, "RUS")
    assert gap.difference is not None
    assert gap.low is not None
    assert gap.high is not None
    assert gap.low < gap.difference < gap.high


def test_events_are_drawn_whole() -> None:
    # Three hub cells of one event are one piece of evidence, not three.
    told = [tell(0, "RUS", {"ARM": "DIP", "KAZ": "DIP", "BLR": "DIP"}), *make_star("DIP", "NEU")]
    gap = compare_links(list_cells(make_alliance(told)), "RUS")
    assert (gap.hub_cells, gap.hub_events) == (8, 6)


def test_too_few_events_give_a_difference_without_an_interval() -> None:
    told = make_star("DIP", "OPP")[: FEWEST_EVENTS - 1]
    gap = compare_links(list_cells(make_alliance(told)), "RUS")
    assert gap.difference == 4
    assert (gap.low, gap.high, gap.verdict) == (None, None, "bare")


@pytest.mark.parametrize("told", [[], [tell(0, "ARM", {"RUS": "DIP"})], [tell(0, "ARM", {})]])
def test_one_side_alone_has_no_difference(told: list[Told]) -> None:
    gap = compare_links(list_cells(make_alliance(told)), "RUS")
    assert gap.difference is None
    assert gap.verdict == "bare"


def test_periods_without_known_cells_are_absent() -> None:
    told = [
        tell(0, "ARM", {"RUS": "DIP"}, 2009),
        tell(0, "ARM", {}, 2010),
        tell(0, "ARM", {"RUS": "DIP"}, 2016),
    ]
    cells = list_cells(make_alliance(told))
    assert list(compare_by_year(cells, "RUS")) == [2009, 2016]
    assert list(compare_by_decade(cells, "RUS")) == [2000, 2010]


def test_the_record_is_split_without_loss() -> None:
    cells = list_cells(read_record())
    known = sum(cell.value is not None for cell in cells)
    assert sum(score.known for score in score_pairs(cells)) == known
    assert sum(link.known for link in score_links(cells)) == known
    whole = compare_links(cells, "RUS")
    assert whole.hub_cells + whole.other_cells == known
    years = compare_by_year(cells, "RUS").values()
    assert sum(gap.hub_cells + gap.other_cells for gap in years) == known
