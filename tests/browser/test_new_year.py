"""A page that stays open over New Year: map, panel, slider and address keep saying the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.app_process import ServerProcess
from tests.browser.conftest import FRAME, find_map, read_state, wait_for_title
from tests.clock import SetClock

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
# A map that takes the year for the present one, whole again.
KNOWS_2027 = """frame => {
  const view = document.querySelector(frame)?.contentWindow;
  const drawn = view?.document.documentElement.dataset.atlas === "complete";
  return drawn && view.atlas.atlas.last === 2027;
}"""


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[tuple[ServerProcess, SetClock]]:
    """A server on the last day of 2026."""
    clock = SetClock(tmp_path / "clock", "2026-12-31T23:59:00")
    with ServerProcess(clock.environment) as server:
        yield server, clock


def test_an_open_page_follows_the_year(
    eve: tuple[ServerProcess, SetClock], open_page: Open
) -> None:
    server, clock = eve
    pages = {view: open_page(f"{server.url}/{view}") for view in ("", "?year=1999")}
    for page in pages.values():
        frame = find_map(page)
        assert frame.evaluate("() => window.atlas.atlas.last") == 2026
    clock.set("2027-01-01T00:00:00")
    for page in pages.values():
        frame = find_map(page)
        frame.evaluate("() => window.atlas.choosePanel('BLR')")
        wait_for_title(page, "Belarus")
        page.wait_for_function(KNOWS_2027, arg=FRAME)
        find_map(page).evaluate("() => window.atlas.closeSubject()")
    # Who looked at the present still does; who looked at another year is left there.
    for page, year in zip(pages.values(), (2027, 1999), strict=True):
        wait_for_title(page, str(year))
        frame = find_map(page)
        assert read_state(frame)["year"] == year
        assert frame.locator(".thumb").get_attribute("aria-valuemax") == "2027"
    frame = find_map(pages["?year=1999"])
    frame.locator(".thumb").focus()
    pages["?year=1999"].keyboard.press("End")
    wait_for_title(pages["?year=1999"], "2027")
    assert read_state(frame)["year"] == 2027
