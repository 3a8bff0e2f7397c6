"""An event stepped through on the map: colours, words and panel of what was known by each day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import find_map

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

NOTE_MESSAGES = """() => {
  const send = window.Streamlit.setComponentValue;
  window.sent = [];
  window.Streamlit.setComponentValue = (value) => {
    window.sent.push(value.view.date);
    send.call(window.Streamlit, value);
  };
}"""
READ_FILLS = """() => {
  const fills = {};
  window.atlas.map.eachLayer((layer) => {
    const id = layer.feature?.properties?.id;
    if (layer.options.pane === "land" && id) fills[id] ??= layer.options.fillColor;
  });
  return fills;
}"""
HAS_DATE = "day => window.atlas.store.view.date === day"
EVENT = "armenia-2022"


def test_each_country_takes_its_colour_on_its_day(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?event={EVENT}&lang=en")
    frame = find_map(page)
    days = frame.locator(".days")
    assert days.locator(".list button").all_text_contents() == ["Day 0", "Day 1", "Day 2", "All"]
    known = frame.evaluate(READ_FILLS)
    frame.evaluate(NOTE_MESSAGES)

    days.get_by_role("button", name="Day 0, 13 September 2022").click()
    page.wait_for_url(f"**/?lang=en&date=2022-09-13&event={EVENT}*")
    first = frame.evaluate(READ_FILLS)
    assert first["KAZ"] != known["KAZ"]
    assert first["TJK"] != known["TJK"]
    assert first["RUS"] == known["RUS"]
    later = page.locator('.dossier li[data-actor="KAZ"] .later')
    expect(later).to_contain_text("Peacekeepers were not on the agenda")

    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/?lang=en&date=2022-09-14&event={EVENT}*")
    second = frame.evaluate(READ_FILLS)
    assert second["KAZ"] == known["KAZ"]
    assert second["TJK"] == first["TJK"]
    assert days.locator(".told").inner_text() == (
        "Day 1, 14 September 2022. Kazakhstan: Neutral, restraint, mediation"
    )
    expect(later).to_contain_text("15 September 2022")
    expect(later).not_to_contain_text("Peacekeepers were not on the agenda")

    # Two steps at once are one message and one entry of the history.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/?lang=en&event={EVENT}*")
    assert frame.evaluate(READ_FILLS) == known
    assert frame.evaluate("() => window.sent") == ["2022-09-13", "2022-09-14", None]
    page.go_back()
    frame.wait_for_function(HAS_DATE, arg="2022-09-14")
    assert frame.evaluate(READ_FILLS) == second


def test_a_link_opens_a_day_of_an_event_on_a_phone(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?date=2022-09-15&event={EVENT}&lang=ru", width=390, height=844)
    frame = find_map(page)
    days = frame.locator(".days")
    assert days.locator("[aria-pressed=true]").inner_text() == "День 2"
    boxes = [each.bounding_box() for each in days.locator("button").all()]
    assert all(box and box["height"] >= 44 for box in boxes)
    assert frame.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
