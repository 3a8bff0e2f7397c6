"""Stances before and after a day: both sides together are all that is known."""

from __future__ import annotations

from datetime import date

import pytest

from data.before_after import compare_before_after
from data.dyads import score_pairs
from data.load import read_record
from data.stance_cells import list_cells
from tests.data.alliance_factory import Told, make_alliance

DAY = date(2016, 1, 1)


def tell(number: int, year: int, code: str) -> Told:
    return (f"e{number}", f"{year}-01-01", "conflict", "ARM", {"KAZ": code})


def test_an_event_of_the_day_itself_is_after() -> None:
    cells = list_cells(make_alliance([tell(1, 2015, "DIP"), tell(2, 2016, "OPP")]))
    found = compare_before_after([c for c in cells if c.actor == "KAZ"], DAY)
    assert (found.before.mean, found.after.mean, found.difference) == (2, -2, -4)
    assert (found.before.low, found.low) == (None, None)


def test_sides_that_do_not_vary_differ_for_certain() -> None:
    told = [tell(at, 2010 + at, "DIP" if at < 6 else "OPP") for at in range(12)]
    cells = [c for c in list_cells(make_alliance(told)) if c.actor == "KAZ"]
    found = compare_before_after(cells, DAY)
    assert (found.before.stances, found.after.events) == (6, 6)
    assert (found.before.low, found.before.high) == (2, 2)
    assert (found.low, found.high) == (-4, -4)


def test_nothing_on_one_side_is_nothing_to_compare() -> None:
    cells = list_cells(make_alliance([tell(1, 2017, "DIP"), tell(2, 2018, "SIL")]))
    found = compare_before_after([c for c in cells if c.actor == "KAZ"], DAY)
    assert (found.before.mean, found.difference, found.low) == (None, None, None)
    assert (found.after.stances, found.after.events) == (1, 1)


def test_both_sides_together_are_what_the_pair_scores_rest_on() -> None:
    cells = list_cells(read_record())
    for score in score_pairs(cells):
        own = [c for c in cells if (c.actor, c.toward) == (score.actor, score.toward)]
        for day in (date(2009, 2, 4), DAY, date(2022, 2, 24)):
            found = compare_before_after(own, day)
            sides = (found.before, found.after)
            assert sum(side.stances for side in sides) == score.known
            if score.mean is not None:
                total = sum((side.mean or 0) * side.stances for side in sides)
                assert total / score.known == pytest.approx(score.mean)
            if found.low is not None and found.high is not None:
                assert found.difference is not None
                assert found.low - 1e-9 <= found.difference <= found.high + 1e-9
            assert compare_before_after(own, day) == found
