"""The members page through Streamlit's own test driver: which state it shows, and why."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.load import read_record
from data.membership import alliance_states
from tests.pages.test_pages import FRAME, WRONG_LINKS


def open_members(**link: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    for name, value in link.items():
        app.query_params[name] = value
    return app.switch_page("members.py").run()


def read_content(app: AppTest) -> dict[str, Any]:
    """What is handed to the page."""
    assert not app.exception
    (page,) = [e for e in app.get("bidi_component") if "atlas_member" in e.proto.component_name]
    content: dict[str, Any] = json.loads(page.proto.json)
    return content


@pytest.mark.parametrize("country", sorted(alliance_states(read_record())))
def test_every_state_of_the_treaty_opens_by_link(country: str) -> None:
    content = read_content(open_members(panel=country))
    assert content["state"]["id"] == country
    assert content["note"] == ""
    assert content["state"]["membership"]["rows"]
    assert len(content["state"]["stood"]) == 2


@pytest.mark.parametrize(
    ("link", "country", "named"),
    [
        ({"panel": "SRB"}, "SRB", ""),
        ({"panel": "sokh"}, "UZB", "zone"),
        ({"event": "april-war-2016", "toward": "AZE"}, "AZE", "party"),
        ({}, "ARM", "first in alphabetical order"),
    ],
)
def test_the_link_decides_the_state(link: dict[str, str], country: str, named: str) -> None:
    content = read_content(open_members(**link))
    assert content["state"]["id"] == country
    assert named in content["note"]


@pytest.mark.parametrize("link", WRONG_LINKS, ids=str)
def test_wrong_links_show_a_state_and_say_what_was_ignored(link: dict[str, str]) -> None:
    content = read_content(open_members(**link))
    assert content["state"]["id"] in {"ARM", "AZE"}
    assert content["notices"]


def test_the_view_is_kept_in_every_link() -> None:
    content = read_content(open_members(panel="RUS", event="karabakh-2020", layers="members"))
    links = content["links"]
    assert links["view"] == "event=karabakh-2020&layers=members&panel=RUS"
    assert links["states"]["KAZ"] == "event=karabakh-2020&layers=members&panel=KAZ"
    assert links["events"]["karabakh-2020"]["AZE"] == (
        "event=karabakh-2020&toward=AZE&layers=members&panel=RUS"
    )
    assert content["view"]["stance"]["contested"] is False
    other = read_content(open_members(panel="KAZ", event="karabakh-2020", toward="AZE"))
    assert other["view"]["stance"]["contested"] is True


def test_every_row_has_its_links() -> None:
    content = read_content(open_members(panel="RUS"))
    links, state = content["links"], content["state"]
    for part in ("took", "toward"):
        assert all(
            row["toward"] in links["events"][row["event"]["id"]] for row in state[part]["rows"]
        )
    for row in state["votes"]["rows"]:
        assert all(event["toward"]["id"] in links["events"][event["id"]] for event in row["events"])
    assert {zone["id"] for zone in state["zones"]["rows"]} == set(links["zones"])
