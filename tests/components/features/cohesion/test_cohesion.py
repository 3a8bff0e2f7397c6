"""The cohesion page's link and words: wrong values are named, findings follow the numbers."""

from __future__ import annotations

from datetime import date

import pytest

from components.core.i18n.number_format import format_signed
from components.core.link_rules import FIRST_YEAR
from components.core.view_state import LinkRules
from components.features.cohesion.headlines import (
    format_ledger,
    format_matrix,
    format_votes,
    list_years,
    span,
)
from components.features.cohesion.hub_spoke_headlines import format_hub_spoke
from components.features.cohesion.index_headlines import format_index
from components.features.cohesion.matrix import describe_matrix
from components.features.cohesion.query_params import Choice, parse_choice, write_choice
from components.features.cohesion.vote_check import place_labels
from data.cohesion_index import YearOfCohesion
from data.dyads import LinkGap
from data.load import read_record
from data.modes import READINGS, select_reading
from data.stances import resolve_event
from data.vote_agreement import RankCorrelation

YEARS = LinkRules(1991, date(2026, 11, 30), {}, {}, frozenset())
MEMBERS = ("ARM", "KAZ", "RUS")
DEFAULT = Choice(1991, 2026)


@pytest.mark.parametrize(
    ("link", "choice"),
    [
        ({}, DEFAULT),
        (
            {"by": "kind", "size": "read", "about": "bloc", "from": "2008", "to": "2010"},
            Choice(2008, 2010, "kind", "read", "bloc"),
        ),
        ({"by": "RUS", "pair": "ARM-RUS"}, Choice(1991, 2026, by="RUS", pair=("ARM", "RUS"))),
        ({"from": "2016", "to": "2016"}, Choice(2016, 2016)),
        ({"since": "2016-04-02"}, Choice(1991, 2026, since=date(2016, 4, 2))),
    ],
)
def test_links_are_read_and_written_back(link: dict[str, str], choice: Choice) -> None:
    read = parse_choice(link, YEARS, MEMBERS)
    assert (read.choice, read.notices) == (choice, [])
    assert write_choice(choice, YEARS) == link


@pytest.mark.parametrize(
    "link",
    [
        {"by": "rus"},
        {"by": "__proto__"},
        {"size": "1e9"},
        {"about": "everyone"},
        {"from": "1066"},
        {"to": "٢٠١٦"},
        {"from": "2016", "to": "2010"},
        {"pair": "RUS-ARM"},
        {"pair": "ARM-ARM"},
        {"pair": "ARM-<b>"},
        {"by": "\ud800"},
        {"since": "2016-02-30"},
        {"since": "1066-10-14"},
    ],
    ids=ascii,
)
def test_wrong_values_are_ignored_and_named(link: dict[str, str]) -> None:
    read = parse_choice(link, YEARS, MEMBERS)
    assert len(read.notices) == 1
    assert "was ignored" in read.notices[0]
    assert write_choice(read.choice, YEARS).items() <= link.items()


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.04, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-1.26, "−1.3"), (3, "+3.0")],
)
def test_numbers_have_their_sign(number: float, text: str) -> None:
    assert format_signed(number) == text


def test_spans_and_years_in_words() -> None:
    assert span(-0.2, 1) == "−0.2 to +1.0"
    assert list_years([2016, 2014, 2015, 1999, 2001, 2002]) == "1999, 2001, 2002 and 2014–2016"
    assert list_years([2003]) == "2003"


def make_gap(low: float | None, high: float | None, difference: float | None = 0.1) -> LinkGap:
    mean = None if difference is None else 0.0
    return LinkGap("RUS", difference, 9, 9, mean, 9, 9, difference, low, high)


@pytest.mark.parametrize(
    ("whole", "decades", "said"),
    [
        (make_gap(0.1, 2), {}, "than links among the others, though not in any single decade"),
        (make_gap(0.1, 2), {2010: make_gap(0.1, 1)}, "by decade: stronger in the 2010s"),
        (make_gap(-2, -0.1), {}, "are weaker than"),
        (make_gap(-1, 1), {}, "and links among the others, nor in any single decade"),
        (make_gap(-1, 1), {2020: make_gap(-2, -1)}, "but they are weaker in the 2020s"),
        (make_gap(None, None), {}, "Too few events"),
        (make_gap(None, None, None), {}, "In no year are stances known"),
    ],
)
def test_the_star_is_told_by_its_interval(
    whole: LinkGap, decades: dict[int, LinkGap], said: str
) -> None:
    assert said in format_hub_spoke(whole, decades, "Russia")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (RankCorrelation(9, 0.6, 0.1, 0.9), "also take similar positions"),
        (RankCorrelation(9, -0.6, -0.9, -0.1), "do not take similar positions"),
        (RankCorrelation(9, 0.2, -0.3, 0.6), "neither confirm nor contradict"),
        (RankCorrelation(3, None, None, None), "Too few pairs"),
    ],
)
def test_the_votes_are_told_by_their_interval(found: RankCorrelation, said: str) -> None:
    assert said in format_votes(found)


def make_year(year: int, low: float, index: float, high: float) -> YearOfCohesion:
    return YearOfCohesion(year, 3, 1, 0, 1, 3, index, low, high, index, index, low, high)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ([], "In no year is a stance"),
        ([make_year(2010, -1, 0.5, 2)], "In none of 1 year"),
        ([make_year(2010, 0.1, 0.5, 2), make_year(2011, -1, 0, 1)], "Of 2 years with at least 3"),
        ([make_year(2010, 0.1, 0.5, 2)], "1 weak case is left out"),
        ([make_year(2010, 0.1, 0.5, 2)], "above zero in 2010"),
        ([make_year(2010, -2, -1, -0.5)], "below zero in 2010"),
    ],
)
def test_the_index_is_told_by_its_intervals(years: list[YearOfCohesion], said: str) -> None:
    assert said in format_index(years)


def test_nothing_is_said_to_be_nothing() -> None:
    assert "No event" in format_matrix([])
    assert "No request" in format_ledger([])


def test_labels_of_points_on_one_spot_part() -> None:
    assert len(set(place_labels([(0.5, 0.0)] * 1 + [(0.5, 0.1), (0.52, 0.05)]))) == 3
    assert place_labels([(0.1, 2.0), (0.9, -2.0)]) == ["right", "right"]


@pytest.mark.parametrize("mode", READINGS)
def test_the_matrix_by_one_kind_of_answer_has_the_stances_of_the_map(mode: str) -> None:
    shown = describe_matrix(Choice(FIRST_YEAR, 2026), mode)
    seats = [member["id"] for member in shown["members"]]
    record = select_reading(read_record(), mode)
    for layer in (each for group in shown["groups"] for each in group["layers"]):
        stances = resolve_event(record, layer["event"], layer["toward"])
        assert [cell[0] for cell in layer["cells"]] == [stances[each].code for each in seats]
    assert shown["mode"] == mode
    assert shown["counts"] != describe_matrix(Choice(FIRST_YEAR, 2026))["counts"]
