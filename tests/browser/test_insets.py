"""Insets of the map: they lead to their area and back, share its paint, and stay closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import find_map, wait_for_title

pytestmark = pytest.mark.browser

# The fills of an inset's states, and those of the map.
READ_FILLS = """([root, shapes]) => [...new Set([...document.querySelectorAll(`${root} ${shapes}`)]
  .filter((path) => path.checkVisibility()).map((path) => path.getAttribute("fill")))].sort()"""
IN_INSET = [".inset.place", ".ground path:not([fill=none])"]
ON_MAP = [".leaflet-container", ".leaflet-pane > svg path:not([fill=none])"]


def find_inset(frame: Frame, name: str) -> Locator:
    return frame.get_by_role("group", name=f"Inset: {name}", exact=True)


def read_names(inset: Locator) -> set[str]:
    return set(inset.locator("svg .names text:not([hidden])").all_text_contents())


def test_an_inset_leads_to_its_area_and_the_overview_back(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?event=karabakh-2020&lang=en")
    frame = find_map(page)
    near, far = find_inset(frame, "South Caucasus"), find_inset(frame, "All allies")
    expect(near).to_be_visible()
    expect(far).to_be_hidden()
    assert read_names(near) >= {"Armenia", "Azerbaijan", "Nagorno-Karabakh"}
    at_event = frame.evaluate(READ_FILLS, IN_INSET)
    assert set(at_event) <= set(frame.evaluate(READ_FILLS, ON_MAP))
    near.get_by_role("button", name="Show on the map: South Caucasus").click()
    expect(near).to_be_hidden()
    expect(far).to_be_visible()
    zoom = frame.evaluate("() => window.atlas.map.getZoom()")
    assert read_names(far) >= {"Russia", "Kazakhstan", "Belarus", "Kyrgyzstan", "Tajikistan"}
    # What the map shows is framed in the overview.
    expect(far.locator("svg .seen:not([hidden])")).to_have_count(1)
    far.get_by_role("button", name="Show the whole region on the map").click()
    expect(far).to_be_hidden()
    expect(near).to_be_visible()
    assert frame.evaluate("() => window.atlas.map.getZoom()") < zoom
    # On the clock of the map: another year has other colours in both.
    frame.locator(".thumb").first.press("Home")
    wait_for_title(page, "1991")
    in_year = (
        """([inset, map, fills]) => {
      const read = """
        + READ_FILLS
        + """;
      const here = read(inset);
      return here.join() !== fills.join() && here.every((fill) => read(map).includes(fill));
    }"""
    )
    frame.wait_for_function(in_year, arg=[IN_INSET, ON_MAP, at_event])


def test_an_inset_that_was_closed_stays_closed_until_it_is_asked_for(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?event=karabakh-2020&lang=en")
    frame = find_map(page)
    name = "South Caucasus"
    find_inset(frame, name).get_by_role("button", name=f"Close the inset: {name}").press("Enter")
    expect(find_inset(frame, name)).to_be_hidden()
    # The button is gone: the focus is on the map, not at the top of the page.
    expect(frame.locator(".leaflet-container")).to_be_focused()
    page.reload()
    frame = find_map(page)
    expect(find_inset(frame, name)).to_be_hidden()
    frame.get_by_role("button", name="Layers").click()
    box = frame.get_by_label("Insets", exact=True)
    expect(box).not_to_be_checked()
    box.check()
    expect(find_inset(frame, name)).to_be_visible()
