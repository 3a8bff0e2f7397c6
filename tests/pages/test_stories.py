"""The stories page through Streamlit's own test driver."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import FRAME

LINKS = [
    {},
    {"story": "five-articles", "step": "3"},
    {"story": "../../etc", "step": "-1"},
    {"story": "<script>", "step": "nan"},
    {"build": "1"},
]


def find_component(app: AppTest) -> list[Any]:
    return [e for e in app.get("bidi_component") if "atlas_stories" in e.proto.component_name]


def open_stories(**link: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    for name, value in link.items():
        app.query_params[name] = value
    return app.switch_page("stories.py").run()


@pytest.mark.parametrize("link", LINKS, ids=str)
def test_the_page_runs_whatever_the_link_says(link: dict[str, str]) -> None:
    app = open_stories(**link)
    assert not app.exception
    (component,) = find_component(app)
    data = json.loads(component.proto.json)
    assert data["documents"].endswith("/stories.json")
    assert app.get("component_instance")


def test_the_presenters_window_has_no_map() -> None:
    app = open_stories(story="five-articles", notes="1")
    assert not app.exception
    assert len(find_component(app)) == 1
    assert not app.get("component_instance")
