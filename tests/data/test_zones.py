"""Status of a disputed place by day."""

from __future__ import annotations

from datetime import date

import pytest

from components.core.alt_text.dated_shapes import list_captions
from components.core.i18n import locale_context
from data.load import read_record
from data.review import REVIEWED
from data.zones import name_shape, positions_on, zone_status_on
from geodata.read import read_zone_shapes
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


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        ("2021-05-11", set()),
        ("2021-05-12", {"verin-shorzha-2021", "sev-lich-2021"}),
        ("2022-09-12", {"verin-shorzha-2021", "sev-lich-2021", "nerkin-hand-2021"}),
    ],
)
def test_positions_hold_from_their_first_day_to_their_last(day: str, ids: set[str]) -> None:
    found = positions_on(read_record(), date.fromisoformat(day))
    assert {row["id"] for row in found} == ids


def test_one_report_of_a_place_holds_at_a_time() -> None:
    places = [(row["lat"], row["lon"]) for row in positions_on(read_record(), REVIEWED)]
    assert len(places) == len(set(places)) >= 6


def test_a_label_gives_the_day_of_its_schematic_front() -> None:
    """A shape of one day is drawn until the next: the map, and its text, say which day it shows."""
    shapes = {row["zone_id"]: row for row in read_zone_shapes() if row["as_of"]}
    rows = [row for row in read_record().rows("zone_status") if name_shape(row) in shapes]
    held = [row for row in rows if row["status"] == "held"]
    fought = [row for row in rows if row["status"] == "fighting"]
    assert {row["shape_id"] for row in held + fought} == set(shapes)
    for row in held:
        day = date.fromisoformat(shapes[row["shape_id"]]["as_of"])
        assert row["date_start"] == day
        assert f"schematic front of {day.day} {day:%B %Y}" in row["label_en"]
        assert f"схематичный фронт на {day.day} " in row["label_ru"]
    for row in fought:
        day = date.fromisoformat(shapes[row["shape_id"]]["as_of"])
        assert f"schematic front of {day.day} {day:%B %Y}" in row["label_en"]
        assert f"схематичный фронт на {day.day} " in row["label_ru"]
        assert row["not_drawn"]


@pytest.mark.parametrize(
    ("day", "zone", "words"),
    [
        (date(2022, 3, 15), "ukraine-2022", "the south and east are those of 8 April"),
        (date(2024, 8, 20), "ukraine-2022", "Dnipropetrovsk"),
        (date(2024, 8, 20), "kursk-2024", "before that day"),
        (date(2024, 12, 1), "kursk-2024", "from December"),
        (REVIEWED, "ukraine-2022", "Dnipropetrovsk"),
        (date(2022, 12, 1), "ukraine-2022", ""),
    ],
)
def test_a_caption_says_what_its_front_leaves_out(day: date, zone: str, words: str) -> None:
    shape = name_shape(zone_status_on(read_record(), day)[zone])
    with locale_context("en"):
        caption = list_captions(read_record(), day)[shape]
        short = list_captions(read_record(), day, is_short=True)[shape]
    assert caption.startswith(short)
    assert short.startswith("Schematic: front as of ")
    assert (words in caption) if words else (caption == short)
