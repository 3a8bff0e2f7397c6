"""Each page through Streamlit's own test driver: it runs, and says what the view asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

FRAME = str(Path(__file__).parents[2] / "pages" / "navigation.py")
WRONG_LINKS = [
    {"year": "1066"},
    {"event": "nowhere"},
    {"year": "٢٠١٦"},
    {"at": "1e3,nan,inf"},
    {"layers": "members,members"},
    {"panel": "__proto__"},
    {"toward": "ARM"},
    {"event": "april-war-2016", "toward": "ATL", "year": "2010"},
]


def open_map(**link: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def read_panel(app: AppTest) -> dict[str, Any]:
    """What is handed to the panel."""
    (panel,) = [e for e in app.get("bidi_component") if "atlas_dossier" in e.proto.component_name]
    given: dict[str, Any] = json.loads(panel.proto.json)
    return given


def read_dossier(app: AppTest) -> dict[str, Any]:
    """The content handed to the panel."""
    content: dict[str, Any] = read_panel(app)["content"]
    return content


def test_the_palette_goes_with_the_panels_that_name_stances() -> None:
    assert read_panel(open_map())["palette"] is None
    for link in ({"event": "april-war-2016"}, {"panel": "KAZ"}):
        assert "NEU" in read_panel(open_map(**link))["palette"]["stance"]


def test_map_opens_at_today() -> None:
    app = open_map()
    assert not app.exception
    content = read_dossier(app)
    assert content["panel"] == "year"
    assert len(content["members"]) == 6


def test_map_opens_at_an_event() -> None:
    app = open_map(event="april-war-2016", toward="AZE")
    assert not app.exception
    content = read_dossier(app)
    assert content["id"] == "april-war-2016"
    assert content["toward"]["id"] == "AZE"


@pytest.mark.parametrize(("subject", "kind"), [("KAZ", "country"), ("vorukh", "zone")])
def test_map_opens_at_a_subject(subject: str, kind: str) -> None:
    content = read_dossier(open_map(panel=subject))
    assert (content["panel"], content["id"]) == (kind, subject)


@pytest.mark.parametrize("link", WRONG_LINKS, ids=str)
def test_wrong_links_never_break_the_page(link: dict[str, str]) -> None:
    app = open_map(**link)
    assert not app.exception
    assert read_dossier(app)["panel"] in {"year", "event"}


def test_method_page_has_its_sections() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    app.switch_page("sources.py").run()
    assert not app.exception
    (page,) = [e for e in app.get("bidi_component") if "atlas_document" in e.proto.component_name]
    sections = json.loads(page.proto.json)["sections"]
    titles = [section["title"] for section in sections]
    at = titles.index("The stance scale")
    assert titles[at : at + 4] == [
        "The stance scale",
        "Kinds of answer",
        "How claims become a stance",
        "Which borders are shown",
    ]
    assert all(section["table"]["rows"] for section in sections if section["table"])


def test_compare_page_lists_what_differs() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["year"] = "2005"
    app.query_params["b-year"] = "1995"
    app.run()
    app.switch_page("compare.py").run()
    assert not app.exception
    (page,) = [e for e in app.get("bidi_component") if "differences" in e.proto.component_name]
    members = json.loads(page.proto.json)["content"]["members"]
    assert members["only_second"] == ["Azerbaijan", "Georgia", "Uzbekistan"]
