"""Days of years, and events in order."""

from __future__ import annotations

from datetime import date

import pytest

from data.timeline import day_of, events_in, find_neighbours
from tests.data.record_factory import make_record

RECORD = make_record(
    events=[
        {"id": "war", "date_start": "2020-09-27", "date_end": "2022-01-02"},
        {"id": "b-same-day", "date_start": "2021-05-12", "date_end": "2021-05-12"},
        {"id": "a-same-day", "date_start": "2021-05-12", "date_end": "2021-05-14"},
        {"id": "open", "date_start": "2024-02-22", "date_end": ""},
    ]
)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1991, date(1991, 12, 31)), (2025, date(2025, 12, 31)), (2026, date(2026, 3, 5))],
)
def test_year_is_drawn_as_its_last_day_or_today(year: int, expected: date) -> None:
    assert day_of(year, today=date(2026, 3, 5)) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, []),
        (2020, ["war"]),
        (2021, ["war", "a-same-day", "b-same-day"]),
        (2022, ["war"]),
        (2023, []),
        (2024, ["open"]),
        (2026, ["open"]),
    ],
)
def test_events_that_went_on_in_a_year(year: int, expected: list[str]) -> None:
    assert events_in(RECORD, year) == expected


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("war", (None, "a-same-day")),
        ("a-same-day", ("war", "b-same-day")),
        ("b-same-day", ("a-same-day", "open")),
        ("open", ("b-same-day", None)),
    ],
)
def test_neighbours(event_id: str, expected: tuple[str | None, str | None]) -> None:
    assert find_neighbours(RECORD, event_id) == expected


def test_unknown_event_has_no_neighbours() -> None:
    with pytest.raises(KeyError, match="nothing"):
        find_neighbours(RECORD, "nothing")
