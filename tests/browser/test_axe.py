"""What axe-core finds on each page, in both themes and at both sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Frame, Page

from components.core.alt_text import describe_view_in_words
from components.core.view_state import View
from tests.browser.conftest import find_map, resize

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
SIZES = [(1440, 900), (390, 844)]
# Streamlit's own frame of the page, which the atlas cannot change.
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map(({ id, impact, nodes }) =>
    ({ id, impact, nodes: nodes.map((node) => node.target.flat().join(' ')) }));
}"""


def find_grave(place: Page | Frame) -> list[Any]:
    """Serious and critical violations in a document, frames not included."""
    place.evaluate(AXE)
    return [row for row in place.evaluate(RUN) if row["impact"] in GRAVE]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("query", ["/", "/?event=april-war-2016", "/?year=2012&panel=UZB"])
def test_map_page(server: str, open_page: Callable[..., Page], query: str, dark: bool) -> None:
    page = open_page(server + query, *SIZES[0], dark=dark)
    frame = find_map(page)
    for size in SIZES:
        resize(page, *size)
        assert find_grave(frame) == [], size
        assert find_grave(page) == [], size


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_method_page(server: str, open_page: Callable[..., Page], dark: bool) -> None:
    page = open_page(f"{server}/sources", dark=dark)
    page.get_by_role("heading", name="Which borders are shown").wait_for()
    assert find_grave(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_search_page(server: str, open_page: Callable[..., Page], dark: bool) -> None:
    page = open_page(f"{server}/search?q=Karabakh&lang=en", dark=dark)
    page.locator(".search-results .results a").first.wait_for()
    for size in SIZES:
        resize(page, *size)
        assert find_grave(page) == [], size


def test_the_map_says_what_its_colours_say(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/?event=april-war-2016&lang=en")
    frame = find_map(page)
    said = frame.locator("#map-description[role=status]")
    view = View(2016, "april-war-2016", "ARM")
    assert said.text_content() == describe_view_in_words(view, "en")
    assert (
        frame.locator(".leaflet-container").get_attribute("aria-describedby") == "map-description"
    )
    frame.get_by_role("button", name="Positions on Azerbaijan").click()
    wanted = describe_view_in_words(View(2016, "april-war-2016", "AZE"), "en")
    frame.wait_for_function(
        "text => document.getElementById('map-description').textContent === text", arg=wanted
    )
