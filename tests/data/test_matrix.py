"""Which layers the matrix shows, under which headings, in which order."""

from __future__ import annotations

import pytest

from data.load import read_record
from data.matrix import group_layers, order_members, select_layers, sort_reference
from data.stances import read_ordinals
from tests.data.alliance_factory import make_alliance

RECORD = make_alliance(
    [
        ("late", "2016-05-01", "conflict", "ARM", {"RUS": "NEU"}),
        ("early", "2010-05-01", "summit", "CSTO", {"RUS": "MAT"}),
        ("middle", "2012-05-01", "conflict", "AZE", {"RUS": "SIL"}),
        ("own", "2012-06-01", "conflict", "RUS", {"ARM": "NEU"}),
    ]
)
CODES = list(read_ordinals(RECORD))
KINDS = ("conflict", "summit")


def list_groups(by: str) -> list[tuple[str, list[str]]]:
    groups = group_layers(select_layers(RECORD, 1991, 2026), by, CODES, KINDS)
    return [(heading, [layer.event_id for layer in group]) for heading, group in groups]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("date", [("2010", ["early"]), ("2012", ["middle", "own"]), ("2016", ["late"])]),
        ("kind", [("conflict", ["middle", "own", "late"]), ("summit", ["early"])]),
        (
            "RUS",
            [("MAT", ["early"]), ("NEU", ["late"]), ("SIL", ["middle"]), ("own", ["own"])],
        ),
    ],
)
def test_headings_and_order(by: str, groups: list[tuple[str, list[str]]]) -> None:
    assert list_groups(by) == groups


@pytest.mark.parametrize(
    ("about", "events"),
    [
        (None, ["early", "middle", "own", "late"]),
        ("members", ["own", "late"]),
        ("bloc", ["early"]),
        ("others", ["middle"]),
    ],
)
def test_layers_by_whom_they_are_read_toward(about: str | None, events: list[str]) -> None:
    assert [layer.event_id for layer in select_layers(RECORD, 1991, 2026, about)] == events


def test_years_bound_both_ends() -> None:
    assert [layer.event_id for layer in select_layers(RECORD, 2010, 2012)] == [
        "early",
        "middle",
        "own",
    ]
    assert select_layers(RECORD, 2013, 2015) == []


def test_members_of_today_come_first_by_name() -> None:
    assert order_members(RECORD) == ["ARM", "BLR", "KAZ", "RUS", "AZE"]


def test_every_layer_of_the_record_is_of_one_sort() -> None:
    layers = select_layers(read_record(), 1900, 2100)
    assert {sort_reference(layer) for layer in layers} == {"members", "bloc", "others"}
