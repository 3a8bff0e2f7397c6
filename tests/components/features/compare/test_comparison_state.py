"""The second view a compare page chooses when the link names none."""

from __future__ import annotations

from datetime import date

from components.core.view_state import LinkRules, View, write_pair
from components.features.compare.comparison_state import choose_contrast

RULES = LinkRules(
    first_year=1991,
    last_day=date(2026, 11, 30),
    event_days={
        event: (date(year, 3, 1), date(year, 3, 1))
        for event, year in (("clash", 2022), ("plea", 2021), ("older", 2010))
    },
    references={"clash": ("KGZ", "TJK"), "plea": ("ARM",), "older": ("ARM",)},
    subjects=frozenset(),
)


def test_two_sided_event_gets_its_other_side() -> None:
    chosen = choose_contrast(View(2022, "clash", "KGZ"), RULES)
    assert (chosen.event, chosen.toward) == ("clash", "TJK")


def test_one_sided_event_gets_the_one_before_it() -> None:
    assert choose_contrast(View(2021, "plea", "ARM"), RULES).event == "older"


def test_event_without_another_gets_a_year() -> None:
    assert choose_contrast(View(2010, "older", "ARM"), RULES) == View(1995)


def test_year_gets_the_treaty_at_its_widest_or_today() -> None:
    assert choose_contrast(View(2026), RULES).year == 1995
    assert choose_contrast(View(1992), RULES).year == 2026


def test_a_pair_is_told_whole_and_what_both_share_once() -> None:
    first = View(2010, layers=("zones",), at=(41.0, 60.0, 5.5))
    second = View(2026, layers=("zones",), at=(41.0, 60.0, 5.5))
    told = write_pair(first, second, RULES, "ru")
    assert told == "year=2010&layers=zones&at=41,60,5.5&b-year=2026&lang=ru"
    assert write_pair(View(2026), View(2026), RULES) == "b-year=2026"
