"""Status of a disputed place by day."""

from __future__ import annotations

from datetime import date

import pytest

from data.load import read_record
from data.zones import zone_status_on
from tests.data.real_record import list_ids
from tests.data.record_factory import make_record

RECORD = make_record(
    zone_status=[
        {"id": "a", "zone_id": "karabakh", "date_start": "1994-05-12", "date_end": "2020-11-09"},
        {"id": "b", "zone_id": "karabakh", "date_start": "2020-11-10", "date_end": "2023-09-20"},
        {"id": "c", "zone_id": "crimea", "date_start": "2014-03-18"},
    ]
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1994-05-11", {}),
        ("1994-05-12", {"karabakh": "a"}),
        ("2020-11-09", {"karabakh": "a", "crimea": "c"}),
        ("2020-11-10", {"karabakh": "b", "crimea": "c"}),
        ("2023-09-21", {"crimea": "c"}),
    ],
)
def test_status_by_day(day: str, expected: dict[str, str]) -> None:
    found = zone_status_on(RECORD, date.fromisoformat(day))
    assert {zone: row["id"] for zone, row in found.items()} == expected


@pytest.mark.parametrize("zone", list_ids("zones"))
def test_every_zone_of_the_record_has_a_status_on_its_first_day(zone: str) -> None:
    rows = [row for row in read_record().rows("zone_status") if row["zone_id"] == zone]
    first = min(row["date_start"] for row in rows)
    assert zone_status_on(read_record(), first)[zone]["date_start"] == first
