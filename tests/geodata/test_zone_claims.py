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


@pytest.mark.parametrize("column", ["controller", "controller_ru"])
def test_who_controls_reads_after_the_word_control(column: str) -> None:
    rows = read_record().rows("zone_status")
    assert [r["id"] for r in rows if r[column].startswith(("Contested", "Оспарив"))] == []
