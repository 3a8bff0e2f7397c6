"""What the browser is given, compared with the record for every year, event and zone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from components.features.map.payload import build_atlas, build_moments, encode_stance
from components.features.map.readings_payload import default_stance
from data.load import read_record
from data.membership import map_status_on, members_on
from data.modes import READINGS, select_reading
from data.stances import list_references, resolve_event
from data.zones import positions_on, zone_status_on

TODAY = date(2026, 11, 22)
RECORD = read_record()
ATLAS: dict[str, Any] = build_atlas(RECORD, TODAY)
MOMENTS = build_moments(RECORD, TODAY)
EVENTS = [row["id"] for row in RECORD.rows("events")]


def test_document_is_plain_json() -> None:
    text = json.dumps(ATLAS, allow_nan=False)
    assert json.loads(text)["events"][0]["id"] == EVENTS[0]


def test_moments_are_the_years_then_the_events() -> None:
    assert MOMENTS[0] == date(1991, 12, 31)
    assert MOMENTS[35] == TODAY
    assert len(MOMENTS) == 36 + len(EVENTS)


@pytest.mark.parametrize("moment", range(len(MOMENTS)))
def test_membership_of_every_moment(moment: int) -> None:
    day = MOMENTS[moment]
    membership = ATLAS["membership"]
    drawn = {
        country: membership["keys"][int(row[moment], 36)]
        for country, row in membership["rows"].items()
        if row[moment] != "."
    }
    assert drawn == map_status_on(RECORD, day)
    assert set(membership["members"][moment].split()) == members_on(RECORD, day)


@pytest.mark.parametrize("moment", range(len(MOMENTS)))
def test_zones_of_every_moment(moment: int) -> None:
    expected = zone_status_on(RECORD, MOMENTS[moment])
    for zone, given in ATLAS["zones"].items():
        letter = given["moments"][moment]
        if zone not in expected:
            assert letter == "."
            continue
        row = given["rows"][int(letter, 36)]
        assert (row["status"], row["label"], row["controller"]) == (
            expected[zone]["status"],
            expected[zone]["label_en"],
            expected[zone]["controller"],
        )


@pytest.mark.parametrize("event", EVENTS)
def test_stances_of_every_event(event: str) -> None:
    given = ATLAS["stances"][event]
    assert list(given) == list_references(RECORD, event)
    for toward, stances in given.items():
        resolved = resolve_event(RECORD, event, toward)
        assert list(stances) == list(resolved)
        for actor, text in stances.items():
            reading, _mark, weakness = text.partition("?")
            code, star, other = reading.partition("*")
            assert code == resolved[actor].code
            assert bool(star) == resolved[actor].contested
            assert weakness == resolved[actor].weakness
            if star:
                assert other in resolved[actor].readings


def test_every_status_has_a_style() -> None:
    for theme in ("light", "dark"):
        palette = ATLAS["palette"][theme]
        assert set(ATLAS["membership"]["keys"]) <= set(palette["membership"])
        statuses = {row["status"] for zone in ATLAS["zones"].values() for row in zone["rows"]}
        assert statuses <= set(palette["zone"])
        assert {event["kind"] for event in ATLAS["events"]} <= set(palette["event"])
        assert {row["code"] for row in ATLAS["scale"]} == set(palette["stance"])


def test_every_change_of_membership_has_words() -> None:
    from pathlib import Path

    words = (Path(__file__).parents[4] / "components/frontend/src/ui/code_labels.ts").read_text(
        encoding="utf-8"
    )
    for changes in ATLAS["changes"].values():
        for change in changes:
            status = change["after"] or change["before"]
            assert f'"{change["bloc"]} {status}"' in words


def read_stances(event: dict[str, Any], toward: str, reading: str) -> dict[str, str]:
    """The stances of a reading out of the document, as `readMode` of core/snapshot.ts does it."""
    members = set(ATLAS["membership"]["members"][36 + EVENTS.index(event["id"])].split())
    digits = iter(ATLAS["readings"]["same"].get(event["id"], {}).get(toward, ""))
    whole = not ATLAS["readings"]["same"].get(event["id"], {}).get(toward)
    other = ATLAS["readings"]["other"][reading].get(event["id"], {}).get(toward, {})
    bit = 1 << ATLAS["link"]["modes"].index(reading)
    found = {}
    for actor, text in ATLAS["stances"][event["id"]][toward].items():
        default = default_stance(ATLAS, event, members, actor)
        kept = text == default or whole or int(next(digits)) & bit
        found[actor] = other.get(actor, text if kept else default)
    return {actor: text for actor, text in found.items() if text}


@pytest.mark.parametrize("reading", READINGS)
def test_stances_of_every_reading_are_those_of_its_claims(reading: str) -> None:
    record = select_reading(RECORD, reading)
    changed = 0
    for event in ATLAS["events"]:
        for toward in event["references"]:
            resolved = resolve_event(record, event["id"], toward)
            expected = {actor: encode_stance(stance) for actor, stance in resolved.items()}
            assert read_stances(event, toward, reading) == expected, (event["id"], toward)
            changed += expected != ATLAS["stances"][event["id"]][toward]
    assert changed > 50


@pytest.mark.parametrize("moment", range(len(MOMENTS)))
def test_positions_of_every_moment(moment: int) -> None:
    day = MOMENTS[moment].isoformat()
    given = [
        (each["id"], each["by"], each["lat"], each["lon"], each["km"])
        for each in ATLAS["positions"]
        if each["start"] <= day and (each["end"] is None or day <= each["end"])
    ]
    columns = ("id", "held_by", "lat", "lon", "uncertainty_km")
    rows = positions_on(RECORD, MOMENTS[moment])
    assert given == [tuple(row[column] for column in columns) for row in rows]
