"""The index of cohesion: a mean of what is known, bounds from what is not, gaps left open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.cohesion_index import YearOfCohesion, measure_cohesion, measure_period, split_runs
from data.load import read_record
from data.stance_cells import list_cells
from data.stances import read_ordinals
from tests.data.alliance_factory import Told, make_alliance

ORDINALS = read_ordinals(make_alliance([]))


def measure(*told: Told) -> list[YearOfCohesion]:
    record = make_alliance(told)
    return measure_cohesion(list_cells(record), read_ordinals(record))


def test_unknown_cells_widen_the_bounds_and_leave_the_index() -> None:
    (year,) = measure(("a", "2016-01-01", "conflict", "ARM", {"RUS": "DIP", "KAZ": "SIL"}))
    assert (year.known, year.silent, year.no_data, year.events) == (1, 1, 1, 1)
    assert year.index == 2
    assert (year.quiet_low, year.quiet_high) == ((2 - 3) / 2, (2 + 3) / 2)
    assert (year.low, year.high) == ((2 - 6) / 3, (2 + 6) / 3)


def test_contested_cells_take_their_readings_ends() -> None:
    full = {"RUS": "DIP/LEAN", "KAZ": "NEU", "BLR": "NEU"}
    (year,) = measure(("a", "2016-01-01", "conflict", "ARM", full))
    assert year.index == pytest.approx(-1 / 3)
    assert [year.low, year.high] == pytest.approx([-1 / 3, 2 / 3])
    assert (year.quiet_low, year.quiet_high) == (year.low, year.high)


def test_a_year_without_known_cells_has_counts_and_nothing_else() -> None:
    (year,) = measure(("a", "2016-01-01", "conflict", "ARM", {"RUS": "SIL"}))
    assert (year.known, year.silent, year.no_data) == (0, 1, 2)
    assert (year.index, year.quiet_low, year.quiet_high, year.low, year.high) == (None,) * 5
    assert (year.interval_low, year.interval_high) == (None, None)


def test_each_event_counts_once_however_many_members_it_has() -> None:
    many = {"RUS": "DIP", "KAZ": "DIP", "BLR": "DIP"}
    (year,) = measure(
        ("a", "2016-01-01", "conflict", "ARM", many),
        ("b", "2016-05-01", "conflict", "ARM", {"RUS": "OPP"}),
    )
    assert (year.known, year.events) == (4, 2)
    # Events of +2 and -2; by cells it would be +1.
    assert year.index == 0
    assert (year.interval_low, year.interval_high) == (-2, 2)
    # Two cells of the second event are without data.
    assert (year.low, year.high) == ((2 + (-2 - 6) / 3) / 2, (2 + (-2 + 6) / 3) / 2)
    assert not year.comparable


def test_one_event_has_no_interval_and_more_give_the_same_one_each_time() -> None:
    stances = {"RUS": "DIP"}
    (single,) = measure(("a", "2016-01-01", "conflict", "ARM", stances))
    assert (single.interval_low, single.interval_high) == (None, None)
    told: list[Told] = [
        (f"e{at}", "2016-01-01", "conflict", "ARM", {"RUS": code})
        for at, code in enumerate(("MAT", "NEU", "OPP", "DIP"))
    ]
    (year,), (again,) = measure(*told), measure(*told)
    assert year == again
    assert year.comparable
    assert year.interval_low is not None
    assert year.interval_high is not None
    assert -2 <= year.interval_low < 0.75 < year.interval_high <= 3


def test_an_event_with_two_reference_parties_counts_once() -> None:
    cells = list_cells(make_alliance([("b", "2016-05-01", "conflict", "ARM", {"RUS": "OPP"})]))
    (known,) = (cell for cell in cells if cell.value is not None)
    both = [
        replace(known, event_id="a", toward="ARM", value=2, low=2, high=2),
        replace(known, event_id="a", toward="KAZ", value=0, low=0, high=0),
    ]
    assert measure_period(2016, [known, *both], ORDINALS).index == (-2 + 1) / 2


def test_weak_cells_stay_out_and_are_counted() -> None:
    cells = list_cells(
        make_alliance([("a", "2016-01-01", "conflict", "ARM", {"RUS": "DIP", "KAZ": "OPP"})])
    )
    doubted = [replace(cell, weak=cell.actor == "KAZ") for cell in cells]
    year = measure_period(2016, doubted, ORDINALS)
    assert (year.index, year.known, year.weak, year.no_data) == (2, 1, 1, 1)
    assert (year.quiet_low, year.quiet_high) == (2, 2)
    assert (year.low, year.high) == ((2 - 6) / 3, (2 + 6) / 3)


def test_years_without_cells_are_absent_and_no_line_leads_across() -> None:
    stances = {"RUS": "DIP"}
    days = ("2010-01-01", "2011-05-05", "2013-01-01", "2014-01-01")
    told: list[Told] = [(f"e{at}", day, "conflict", "ARM", stances) for at, day in enumerate(days)]
    told.append(("bare", "2012-01-01", "conflict", "ARM", {}))
    years = measure(*told, ("outside", "2009-01-01", "conflict", "AZE", stances))
    assert [year.year for year in years] == [2010, 2011, 2012, 2013, 2014]
    assert [[year.year for year in run] for run in split_runs(years)] == [
        [2010, 2011],
        [2013, 2014],
    ]


def test_nothing_gives_nothing() -> None:
    assert measure() == []
    assert split_runs([]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["RUS", "KAZ", "BLR"]),
            st.sampled_from(["MAT", "DIP", "TEP", "NEU", "LEAN", "OPP", "HOS", "SIL", "ND"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_bounds_hold_the_index_and_each_other(stances: list[dict[str, str]]) -> None:
    told: list[Told] = [
        (f"e{at}", "2016-01-01", "conflict", "ARM", each) for at, each in enumerate(stances)
    ]
    (year,) = measure(*told)
    assert year.weak == 0
    assert year.known + year.silent + year.no_data == 3 * len(stances)
    if year.index is None:
        assert year.known == 0
        return
    ends = (year.low, year.quiet_low, year.quiet_high, year.high)
    low, quiet_low, quiet_high, high = (end for end in ends if end is not None)
    assert -3 <= low <= quiet_low <= year.index + 1e-9
    assert year.index - 1e-9 <= quiet_high <= high <= 3
    if not year.silent + year.no_data:
        assert year.low == year.index == year.high


def test_the_record_gives_one_row_a_year_in_order() -> None:
    record = read_record()
    years = measure_cohesion(list_cells(record), read_ordinals(record))
    assert [year.year for year in years] == sorted({year.year for year in years})
    assert sum(year.known + year.weak for year in years) == sum(
        cell.value is not None for cell in list_cells(record)
    )
