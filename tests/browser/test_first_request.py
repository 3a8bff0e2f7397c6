"""A link opens straight at its view as the very first request to a freshly started server."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.app_process import ServerProcess
from tests.browser.conftest import find_map, read_state

pytestmark = pytest.mark.browser


def test_map_link(
    fresh_server: Callable[[], ServerProcess], open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{fresh_server().url}/?event=kazakhstan-2022&panel=ARM&at=45,60,5")
    frame = find_map(page)
    state = read_state(frame)
    assert state["event"] == "kazakhstan-2022"
    assert state["panel"] == "ARM"
    assert page.locator(".dossier h1").inner_text() == "Armenia"
    assert frame.evaluate("() => map.getZoom()") == 5
    assert page.get_by_role("link", name="Sources").count() == 1


def test_method_page(
    fresh_server: Callable[[], ServerProcess], open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{fresh_server().url}/sources")
    page.get_by_role("heading", name="Which borders are shown").wait_for()
    assert page.get_by_role("link", name="Map").count() == 1
    page.get_by_role("link", name="Map").click()
    find_map(page)
