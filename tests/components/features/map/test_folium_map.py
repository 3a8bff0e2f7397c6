"""The Folium map and its passage to the page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit_folium

from components.core.build_cache import VARIABLE
from components.core.clock import on_day
from components.features.map import map_component
from components.features.map.folium_map import render_arguments
from components.features.map.map_addresses import list_addresses
from components.server.assets import TODAY
from tests.app_process import ROOT
from tests.clock import SetClock


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """What is handed to the component of the page, by a process that has rendered no map."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(map_component, "COMPONENT", lambda **arguments: calls.append(arguments))
    monkeypatch.setattr(map_component, "keep_built", lambda _name, build, *_origins: build())
    map_component.render_map.cache_clear()
    yield calls
    map_component.render_map.cache_clear()


def test_a_visitor_is_shown_the_map_while_one_is_rendered_for_another(
    passed: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_component.show_map("left-", synced=True)
    render = streamlit_folium.st_folium

    def render_beside_a_visitor(*arguments: object, **options: object) -> object:
        map_component.show_map("left-", synced=True)
        return render(*arguments, **options)

    monkeypatch.setattr(streamlit_folium, "st_folium", render_beside_a_visitor)
    map_component.show_map()
    left, beside, right = (call["key"] for call in passed)
    assert left == beside != right


def test_the_component_is_the_one_that_streamlit_folium_declares() -> None:
    ours, theirs = map_component.COMPONENT, streamlit_folium._component_func
    assert (ours.name, ours.abspath) == (theirs.name, theirs.abspath)


def test_what_is_kept_of_a_map_is_what_folium_renders() -> None:
    for _kept in range(2):
        map_component.render_map.cache_clear()
        shown = map_component.render_map()
        rendered = render_arguments(list_addresses(), "atlas")
        assert shown.keys() == rendered.keys()
        # Folium draws lots for the names of elements; the hash in the key leaves them out.
        assert shown["key"] == rendered["key"]
        assert shown["css_links"] == rendered["css_links"]


def test_a_map_stays_open_where_a_server_started_on_another_day_takes_over(
    passed: list[dict[str, Any]],
) -> None:
    for day in (date(2026, 12, 31), date(2027, 1, 1)):
        map_component.render_map.cache_clear()
        with on_day(day):
            map_component.show_map()
    # Streamlit keeps the frame of a component whose key stays.
    assert passed[0]["key"] == passed[1]["key"]
    named = set(re.findall(r"/atlas/(record-[^/]+)/", str(passed)))
    assert named == {f"record-{TODAY}"}


def test_a_server_that_has_kept_its_map_starts_without_folium(tmp_path: Path) -> None:
    # Neither the age of the files, nor midnight, nor what others keep decides what is found.
    clock = SetClock(tmp_path / "clock", "2026-12-31T12:00:00")
    code = (
        "import math, sys; from components.core import build_cache;"
        "build_cache.SETTLED_SECONDS = -math.inf;"
        "from components.features.map.map_component import render_map;"
        "import components.app.lifespan; assert render_map()['script'];"
        "print(*{'folium', 'pandas', 'numpy', 'matplotlib'} & set(sys.modules))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, **clock.environment, VARIABLE: str(tmp_path)},
            capture_output=True,
            check=True,
        ).stdout.split()
        for _start in range(2)
    ]
    assert b"folium" in found[0]
    assert found[1] == []
