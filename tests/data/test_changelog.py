"""The changelog of the record, read: versions, counts, stances that changed."""

from __future__ import annotations

from datetime import date

import pytest

from data.changelog import (
    Edition,
    RowCounts,
    StanceChange,
    count_added,
    join_changes,
    list_since,
    parse_changelog,
    read_editions,
)
from data.downloads import read_descriptor
from data.load import read_record

LOG = """# Changes

Words before any version.

## 2.1.0 (2027-01-02)

| table | rows added | changed | withdrawn |
| --- | --- | --- | --- |
| `events` | 2 |  | 1 |

| event | actor | toward | 2.0.0 | 2.1.0 | reason |
| --- | --- | --- | --- | --- | --- |
| `war` | RUS | ARM | NEU | TEP | a claim added |
| `pact` | BLR | RUS | DIP | MAT | see [changes](changes.md) |

## 2.0.0 (2026-11-30)

| table | rows added | changed | withdrawn |
| --- | --- | --- | --- |
| `events` | 40 | 3 |  |

| event | actor | toward | 1.0.0 | 2.0.0 | reason |
| --- | --- | --- | --- | --- | --- |
| `war` | RUS | ARM | NEU, contested | NEU | withdrawn |
| `pact` | BLR | RUS | MAT | DIP | a drill |

Gone: `drill` UKR toward RUS, `drill`
UZB toward RUS.

Not `this` ONE toward TWO.

## 1.0.0 (2026-11-27)

The first edition.
"""
WAR, PACT = ("war", "RUS", "ARM"), ("pact", "BLR", "RUS")


def test_versions_have_their_counts_and_stances() -> None:
    latest, middle, first = parse_changelog(LOG)
    assert first == Edition("1.0.0", date(2026, 11, 27), {}, [])
    assert latest.rows == {"events": RowCounts(2, 0, 1)}
    assert middle.stances == [
        StanceChange(*WAR, "NEU, contested", "NEU"),
        StanceChange(*PACT, "MAT", "DIP"),
        StanceChange("drill", "UKR", "RUS", "", ""),
        StanceChange("drill", "UZB", "RUS", "", ""),
    ]


def test_changes_of_several_versions_are_joined() -> None:
    editions = parse_changelog(LOG)
    assert list_since(editions, "2.1.0") == ()
    assert [each.number for each in list_since(editions, "1.0.0")] == ["2.1.0", "2.0.0"]
    joined = join_changes(list_since(editions, "1.0.0"))
    assert joined[0] == StanceChange(*WAR, "NEU, contested", "TEP")
    # What was MAT, then DIP, is MAT again.
    assert PACT not in {change.cell for change in joined}
    assert [change.event for change in joined] == ["war", "drill", "drill"]
    assert count_added(list_since(editions, "1.0.0"), "events") == 42
    assert join_changes(list_since(editions, "2.0.0"))[1] == StanceChange(*PACT, "DIP", "MAT")


def test_a_version_that_never_was_is_named() -> None:
    with pytest.raises(KeyError, match=r"9\.9\.9"):
        list_since(parse_changelog(LOG), "9.9.9")


def test_what_is_no_changelog_is_refused() -> None:
    with pytest.raises(ValueError, match="no version"):
        parse_changelog("# Nothing\n")
    with pytest.raises(ValueError, match="not 6 cells"):
        parse_changelog(LOG.replace("| DIP | MAT |", "| DIP |"))


def test_the_changelog_of_the_record_is_read_whole() -> None:
    editions = read_editions()
    assert editions[0].number == read_descriptor()["version"]
    days = [each.day for each in editions]
    assert days == sorted(days, reverse=True)
    assert editions[-1].number == "1.0.0"
    record = read_record()
    events = {row["id"] for row in record.rows("events")}
    actors = {row["id"] for name in ("countries", "organisations") for row in record.rows(name)}
    codes = {row["code"] for row in record.rows("scale")}
    changes = [change for each in editions for change in each.stances]
    assert len(changes) > 50
    for change in changes:
        assert change.event in events, change
        assert {change.actor, change.toward} <= actors, change
        readings = {change.old, change.new} - {""}
        assert {each.removesuffix(", contested") for each in readings} <= codes, change
