"""What differs between two moments, on days everybody knows."""

from __future__ import annotations

from datetime import date

from data.differences import Moment, find_differences
from data.load import read_record

RECORD = read_record()


def test_a_moment_does_not_differ_from_itself() -> None:
    moment = Moment(date(2016, 4, 2), "april-war-2016", "ARM")
    found = find_differences(RECORD, moment, moment, "en")
    assert found["stances"] == found["statuses"] == found["zones"] == []
    assert found["members"]["only_first"] == found["members"]["only_second"] == []


def test_years_differ_by_who_left() -> None:
    found = find_differences(RECORD, Moment(date(1995, 12, 31)), Moment(date(2005, 12, 31)), "en")
    assert found["members"]["only_first"] == ["Azerbaijan", "Georgia", "Uzbekistan"]
    assert found["members"]["counts"] == ["9", "6"]
    assert found["stances"] == []
    assert {row["name"] for row in found["statuses"]} >= {"Russia", "Georgia"}


def test_reference_parties_differ_by_stance() -> None:
    day = date(2016, 4, 2)
    found = find_differences(
        RECORD, Moment(day, "april-war-2016", "ARM"), Moment(day, "april-war-2016", "AZE"), "en"
    )
    belarus = next(row for row in found["stances"] if row["name"] == "Belarus")
    assert belarus["first"]["code"] == "LEAN"
    assert belarus["second"]["code"] != "LEAN"
    assert found["statuses"] == found["zones"] == []


def test_a_shift_is_counted_on_the_scale_alone() -> None:
    day = date(2016, 4, 2)
    found = find_differences(
        RECORD, Moment(day, "april-war-2016", "ARM"), Moment(day, "april-war-2016", "AZE"), "en"
    )
    rows = {row["id"]: row for row in found["stances"]}
    assert rows["BLR"]["shift"] == 2
    assert "KAZ" not in rows
    assert rows["KGZ"]["second"]["code"] == "ND"
    assert rows["KGZ"]["shift"] is None
    assert rows["BLR"]["state"]
    assert not rows["CSTO"]["state"]


def test_a_contested_stance_differs_by_its_other_reading() -> None:
    day = date(2020, 10, 31)
    found = find_differences(
        RECORD, Moment(day, "karabakh-2020", "ARM"), Moment(day, "karabakh-2020", "AZE"), "en"
    )
    kazakhstan = next(row for row in found["stances"] if row["id"] == "KAZ")
    assert kazakhstan["first"]["code"] == kazakhstan["second"]["code"] == "NEU"
    assert kazakhstan["second"]["other"] == "TEP"
