"""A day in the address: the map, the panel and what is read out are of it, and Back leads to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page

from components.core.alt_text import describe_view_in_words
from components.core.view_state import View
from data.load import read_record
from data.membership import map_status_on
from data.timeline import events_on
from data.zones import zone_status_on
from tests.browser.conftest import find_map, wait_for_title

pytestmark = pytest.mark.browser

IN_WAR = date(2020, 10, 15)
# What the map holds and what it draws.
READ_MAP = """() => {
  const shown = (pane) => [...document.querySelectorAll(`.leaflet-${pane}-pane path`)]
    .filter((path) => path.style.display !== "none").length;
  const state = window.atlas.atlas.time.stateOn(window.atlas.store.view.date);
  return {
    date: window.atlas.store.view.date,
    title: document.querySelector(".headline .year").textContent,
    membership: Object.fromEntries(state.membership),
    zones: Object.fromEntries([...state.zones].map(([id, row]) => [id, row.status])),
    drawn: shown("zones"),
    markers: [...document.querySelectorAll(".leaflet-marker-icon.event-marker")]
      .map((mark) => mark.getAttribute("aria-label").split(": ").slice(1).join(": ")).sort(),
  };
}"""


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"])
def test_map_and_panel_are_of_the_day_on_both_sides_of_the_date_line(
    server: str, open_page: Callable[..., Page], zone: str
) -> None:
    record = read_record()
    page = open_page(f"{server}/?date={IN_WAR}&lang=en", timezone_id=zone)
    frame = find_map(page)
    wait_for_title(page, "15 October 2020")
    told = frame.evaluate(READ_MAP)
    assert told["date"] == "2020-10-15"
    assert told["title"] == "15 October 2020"
    assert told["membership"] == map_status_on(record, IN_WAR)
    status = {each: row["status"] for each, row in zone_status_on(record, IN_WAR).items()}
    assert told["zones"] == status
    assert told["drawn"] == sum(value != "settled" for value in status.values())
    on_day = {record.row("events", each)["title_en"] for each in events_on(record, IN_WAR)}
    # A request for help is named with what came of it.
    assert len(told["markers"]) == len(on_day)
    assert all(any(name.startswith(title) for title in on_day) for name in told["markers"])
    panel = page.locator(".dossier")
    assert set(panel.locator("li button.link").all_inner_texts()) >= on_day
    words = describe_view_in_words(View(2020, date=IN_WAR), "en")
    frame.wait_for_function(
        "words => document.querySelector('#map-description')?.textContent === words", arg=words
    )


def test_back_leads_to_the_day_and_a_wrong_one_is_named(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?date={IN_WAR}&lang=en")
    frame = find_map(page)
    wait_for_title(page, "15 October 2020")
    page.locator(".dossier").get_by_role("button", name="Second Karabakh war").click()
    wait_for_title(page, "Second Karabakh war")
    assert "date=" not in page.url
    page.go_back()
    wait_for_title(page, "15 October 2020")
    assert "date=2020-10-15" in page.url
    page.locator(".dossier").get_by_role("button", name="Show full year").click()
    wait_for_title(page, "2020")
    assert "year=2020" in page.url
    page.go_back()
    wait_for_title(page, "15 October 2020")
    assert frame.locator(".headline .year").inner_text() == "15 October 2020"
    page.goto(f"{server}/?date=2021-02-29&lang=en")
    frame = find_map(page)
    notice = frame.locator(".notice")
    notice.wait_for()
    assert "date=2021-02-29 was ignored: there is no such day" in notice.inner_text()
    assert frame.evaluate("() => window.atlas.store.view.date") is None
