"""Which zones concern a state: its own in law, its borders, the places of its events."""

from __future__ import annotations

import pytest

from data.load import read_record
from data.state_zones import find_zones
from tests.data.record_factory import SOUND, make_record


@pytest.mark.parametrize(
    ("country", "found"),
    [("ARM", [("border", "law")]), ("AZE", [("border", "border")]), ("RUS", [])],
)
def test_law_border_or_nothing(country: str, found: list[tuple[str, str]]) -> None:
    assert find_zones(make_record(**SOUND), country) == found


def test_a_party_to_an_event_there_is_concerned() -> None:
    party = {"event_id": "plea", "actor": "RUS", "role": "party", "source_id": "a-dataset"}
    record = make_record(**{**SOUND, "parties": [*SOUND["parties"], party]})
    assert find_zones(record, "RUS") == [("border", "event")]


def test_each_zone_is_named_once_and_the_strongest_reason_first() -> None:
    record = read_record()
    for row in record.rows("countries"):
        found = find_zones(record, row["id"])
        assert len({zone for zone, _ in found}) == len(found)
        order = [("law", "border", "event").index(why) for _, why in found]
        assert order == sorted(order)


def test_in_law_crimea_concerns_ukraine_and_russia_by_an_event() -> None:
    record = read_record()
    assert ("crimea", "law") in find_zones(record, "UKR")
    assert ("crimea", "event") in find_zones(record, "RUS")
