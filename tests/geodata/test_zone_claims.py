"""No area is filled that nobody holds: what the record says of zones, against their shapes."""

from datetime import date

import pytest

from data.load import read_record
from data.zones import zone_status_on

DECEMBER_2020 = date(2020, 12, 31)


def test_bands_and_circles_are_never_held() -> None:
    record = read_record()
    drawn = {row["id"] for row in record.rows("zones") if row["kind"] in {"border", "clash"}}
    held = {
        row["id"]
        for row in record.rows("zone_status")
        if row["zone_id"] in drawn and row["status"] in {"held", "peacekept"}
    }
    assert held == set()


def test_only_the_area_of_the_peacekeepers_is_peacekept_in_december_2020() -> None:
    then = zone_status_on(read_record(), DECEMBER_2020)
    karabakh = {z: r["status"] for z, r in then.items() if z.startswith("karabakh-")}
    assert karabakh.pop("karabakh-control-2020") == "peacekept"
    assert set(karabakh.values()) == {"settled"}


@pytest.mark.parametrize("zone", ["karabakh-agdam", "karabakh-fuzuli"])
def test_a_district_held_in_part_names_both_who_hold_it(zone: str) -> None:
    row = zone_status_on(read_record(), date(2010, 12, 31))[zone]
    assert row["status"] == "held"
    assert "Azerbaijan in the rest" in row["controller"]
    assert "Азербайджан" in row["controller_ru"]


def test_no_fill_of_the_border_hides_a_position() -> None:
    record = read_record()
    kinds = {row["id"]: row["kind"] for row in record.rows("zones")}
    assert {kinds[row["zone_id"]] for row in record.rows("positions")} == {"border"}


@pytest.mark.parametrize("column", ["controller", "controller_ru"])
def test_who_controls_reads_after_the_word_control(column: str) -> None:
    rows = read_record().rows("zone_status")
    assert [r["id"] for r in rows if r[column].startswith(("Contested", "Оспарив"))] == []
