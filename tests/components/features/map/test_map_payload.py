"""What the browser is given, compared with the record; test_days.py compares it by day."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from components.features.map.payload import build_atlas
from components.features.map.readings_payload import build_defaults
from components.features.map.stance_text import encode_stance
from data.load import read_record
from data.modes import READINGS, select_reading
from data.stances import list_references, resolve_event

TODAY = date(2026, 11, 22)
RECORD = read_record()
ATLAS: dict[str, Any] = build_atlas(RECORD, TODAY)
STANCES = {
    event: {
        toward: {
            actor: text
            for actor, text in sorted(
                (actor, text) for text, group in groups.items() for actor in group.split(" ")
            )
        }
        for toward, groups in layers.items()
    }
    for event, layers in ATLAS["codes"].items()
}
EVENTS = [row["id"] for row in RECORD.rows("events")]


def list_all_changes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything in the document that changes in time, by a name."""
    yield "members", ATLAS["membership"]["members"]
    yield from ATLAS["membership"]["rows"].items()
    for zone, given in ATLAS["zones"].items():
        yield zone, given["changes"]


def test_document_is_plain_json() -> None:
    text = json.dumps(ATLAS, allow_nan=False)
    assert json.loads(text)["events"][0]["id"] == EVENTS[0]


@pytest.mark.parametrize("changes", list(list_all_changes()), ids=lambda found: found[0])
def test_changes_are_in_order_and_change_something(changes: tuple[str, dict[str, Any]]) -> None:
    _name, found = changes
    assert list(found) == sorted(found)
    values = list(found.values())
    assert values[0] not in (None, "")
    assert all(value != before for before, value in itertools.pairwise(values))


@pytest.mark.parametrize("event", EVENTS)
def test_stances_of_every_event(event: str) -> None:
    given = STANCES[event]
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

    words = (Path(__file__).parents[4] / "components/frontend/src/ui/status_labels.ts").read_text(
        encoding="utf-8"
    )
    for changes in ATLAS["changes"].values():
        for change in changes:
            status = change["after"] or change["before"]
            assert f'"{change["bloc"]} {status}"' in words


def read_stances(event: dict[str, Any], toward: str, reading: str) -> dict[str, str]:
    """The stances of a reading out of the document, as `readMode` of core/snapshot.ts does it."""
    find_default = build_defaults(RECORD, RECORD.row("events", event["id"]))
    digits = iter(ATLAS["readings"]["same"].get(event["id"], {}).get(toward, ""))
    whole = not ATLAS["readings"]["same"].get(event["id"], {}).get(toward)
    other = ATLAS["readings"]["other"][reading].get(event["id"], {}).get(toward, {})
    bit = 1 << ATLAS["link"]["modes"].index(reading)
    found = {}
    for actor, text in STANCES[event["id"]][toward].items():
        default = find_default(actor)
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
            changed += expected != STANCES[event["id"]][toward]
    assert changed > 50
