"""The events page through Streamlit's own test driver."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.core.cited_version import read_version
from data.event_filter import EventFilter, filter_events
from data.load import read_record
from data.timeline import find_neighbours

FRAME = str(Path(__file__).parents[2] / "pages" / "navigation.py")
WRONG_LINKS = [
    {"event": "nowhere", "member": "FRA"},
    {"kind": "__proto__", "zone": "'; --"},
    {"from": "2020", "to": "1999"},
    {"response": "none", "q": "\u202e"},
    {"event": "april-war-2016", "toward": "ATL"},
]


def open_events(**link: str) -> tuple[AppTest, dict[str, Any], dict[str, Any]]:
    """The page, and what was handed to its timeline and its dossier."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.run()
    for name, value in link.items():
        app.query_params[name] = value
    app.switch_page("events.py").run()
    assert not app.exception
    data = {
        name: json.loads(each.proto.json)
        for each in app.get("bidi_component")
        for name in ("atlas_timeline", "atlas_event")
        if name in each.proto.component_name
    }
    return app, data["atlas_timeline"], data["atlas_event"]


def test_page_opens_with_every_event_and_no_dossier() -> None:
    _, timeline, dossier = open_events()
    assert len(timeline["events"]) == timeline["total"] == len(read_record().rows("events"))
    assert timeline["empty"] is None
    assert timeline["notices"] == []
    assert dossier["event"] is None


def test_filters_of_the_link_hold_beside_an_event() -> None:
    _, timeline, dossier = open_events(
        event="april-war-2016", toward="AZE", member="TJK", kind="summit", foreign="1"
    )
    wanted = EventFilter(member="TJK", kind="summit")
    expected = [row["id"] for row in filter_events(read_record(), wanted)]
    assert [event["id"] for event in timeline["events"]] == expected
    assert timeline["params"] == {"foreign": "1"}
    event = dossier["event"]
    assert (event["id"], event["toward"]["id"], event["left_out"]) == (
        "april-war-2016",
        "AZE",
        True,
    )
    neighbours = find_neighbours(read_record(), "april-war-2016")
    assert (event["before"]["id"], event["after"]["id"]) == neighbours
    assert set(event["citations"]) == {"plain", "bibtex", "biblatex", "csl", "ris"}
    cited = f"events?event=april-war-2016&toward=AZE&v={read_version()}"
    assert event["citations"]["plain"].endswith(cited)


@pytest.mark.parametrize("link", WRONG_LINKS, ids=str)
def test_wrong_links_are_noticed_and_never_break_the_page(link: dict[str, str]) -> None:
    _, timeline, _ = open_events(**link)
    assert timeline["notices"]
    assert timeline["events"] or timeline["empty"]


def test_an_empty_filter_says_what_is_empty() -> None:
    _, timeline, _ = open_events(q="no such word anywhere", kind="conflict")
    assert timeline["finding"] == "No event matches these filters"
    assert timeline["empty"]["active"] == ["kind", "keyword"]
    assert timeline["empty"]["widenings"][0]["filter"] == {"kind": "conflict"}
