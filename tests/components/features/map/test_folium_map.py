"""The Folium map and its passage to the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import streamlit_folium

from components.features.map import folium_map


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """What is handed to the component of the page, by a process that has rendered no map."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(folium_map, "COMPONENT", lambda **arguments: calls.append(arguments))
    folium_map.render_map.cache_clear()
    yield calls
    folium_map.render_map.cache_clear()


def test_a_visitor_is_shown_the_map_while_one_is_rendered_for_another(
    passed: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folium_map.show_map("left-", synced=True)
    render = streamlit_folium.st_folium

    def render_beside_a_visitor(*arguments: object, **options: object) -> object:
        folium_map.show_map("left-", synced=True)
        return render(*arguments, **options)

    monkeypatch.setattr(streamlit_folium, "st_folium", render_beside_a_visitor)
    folium_map.show_map()
    left, beside, right = (call["key"] for call in passed)
    assert left == beside != right
