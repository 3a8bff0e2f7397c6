"""Two maps side by side: they move together, differ in time, and one link restores the pair."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import drag_slider, read_state
from tests.browser.test_access import find_grave
from tests.server_process import ServerProcess

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
CAMERA = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def find_pair(page: Page) -> tuple[Frame, Frame]:
    """The frames of both maps, drawn."""
    frames = []
    for side in ("left", "right"):
        element = page.wait_for_selector(f".st-key-atlas-{side} iframe")
        frame = element.content_frame() if element else None
        assert frame is not None
        frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
        frames.append(frame)
    page.wait_for_selector(".differences h1")
    return frames[0], frames[1]


def test_maps_move_together_and_keep_their_own_time(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?year=2016&b-year=1994")
    left, right = find_pair(page)
    assert (read_state(left)["year"], read_state(right)["year"]) == (2016, 1994)
    left.evaluate("() => map.setView([41, 60], 5.5, { animate: false })")
    assert right.evaluate(CAMERA) == pytest.approx([41, 60, 5.5])
    right.evaluate("() => map.panBy([50, 20], { animate: false })")
    assert left.evaluate(CAMERA) == pytest.approx(right.evaluate(CAMERA))
    drag_slider(page, right, 0.1, 0.6)
    page.wait_for_url("**b-year=2012*")
    assert read_state(left)["year"] == 2016
    left.evaluate("() => window.atlas.peer.echo('KAZ')")
    assert "Kazakhstan" in right.locator(".card").inner_text()


def test_one_link_for_the_pair(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?event=april-war-2016")
    left, right = find_pair(page)
    page.wait_for_url("**b-toward=AZE*")
    assert read_state(left)["toward"] == "ARM"
    assert read_state(right)["toward"] == "AZE"
    assert page.locator(".differences tbody tr").count() >= 3
    again = open_page(page.url)
    assert read_state(find_pair(again)[1])["toward"] == "AZE"


def test_deep_link_first(fresh_server: Callable[[], ServerProcess], open_page: Open) -> None:
    page = open_page(f"{fresh_server().url}/compare?year=1995&b-event=kazakhstan-2022", 390, 844)
    left, right = find_pair(page)
    assert read_state(left)["year"] == 1995
    assert read_state(right)["event"] == "kazakhstan-2022"
    assert find_grave(page) == []
    assert find_grave(left) == []
