"""From a cold start to the answer: who came when an ally asked, in few actions, also read aloud."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.load import read_record
from data.request_description import find_finding
from data.stances import list_references, resolve_event
from tests.browser.conftest import find_map, read_state

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

EVENT, ASKER = "armenia-2022", "ARM"
MOST_ACTIONS = 3


class Reader:
    """A stranger at the page: every click, turn of the wheel and key is counted."""

    def __init__(self, page: Page) -> None:
        """Begin without an action."""
        self.page, self.actions = page, 0

    def click(self, selector: str) -> None:
        """Click what can be seen without moving the page."""
        target = self.page.locator(selector)
        expect(target).to_be_in_viewport(ratio=0.9)
        target.click()
        self.actions += 1

    def scroll_to(self, selector: str) -> None:
        """Move the page until something is seen: one action."""
        self.page.locator(selector).scroll_into_view_if_needed()
        self.actions += 1

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)
        self.actions += 1


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_stranger_learns_who_came_in_three_actions(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(server, width, height)
    frame = find_map(page)
    line = f".dossier .requests [data-event={EVENT}]"
    finding = find_finding(read_record(), EVENT, "en")
    expect(page.locator(".dossier .came-finding")).to_contain_text("17 times")
    reader = Reader(page)
    if width < 700:
        reader.scroll_to(line)
    # Who came is read already in the line; its map is one click away, by a link of its own.
    expect(page.locator(line)).to_be_in_viewport(ratio=0.9)
    expect(page.locator(line)).to_contain_text("no ally sent troops")
    href = page.locator(f"{line} a").get_attribute("href") or ""
    query = parse_qs(urlsplit(href).query)
    assert (query["event"], query["toward"]) == ([EVENT], [ASKER])
    reader.click(f"{line} a")
    expect(page.locator(".dossier .came-finding")).to_have_text(finding)
    assert reader.actions <= MOST_ACTIONS
    state = read_state(frame)
    assert (state["event"], state["toward"]) == (EVENT, ASKER)
    assert f"event={EVENT}" in page.url
    expect(page.locator(".st-key-atlas-map iframe")).to_be_in_viewport(ratio=0.6)
    page.go_back()
    expect(page.locator(line)).to_be_attached()


def test_the_answer_by_keyboard_and_on_the_map(server: str, open_page: Open) -> None:
    page = open_page(server)
    frame = find_map(page)
    asked = {row["event_id"] for row in read_record().rows("requests")}
    markers = frame.locator(".event-marker.asked")
    expect(markers).to_have_count(len(asked))
    expect(frame.locator(".legend .foot .row").first).to_contain_text(f"{len(asked)}")
    reader = Reader(page)
    page.locator(f".dossier .requests [data-event={EVENT}] a").focus()
    reader.press("Enter")
    frame.wait_for_function("id => window.atlas.store.view.event === id", arg=EVENT)
    expect(markers).to_have_count(1)
    page.goto(f"{server}/?year=2022")
    heads = page.locator(".dossier h2")
    expect(heads.first).to_have_text("Requests for help")
    expect(heads.nth(1)).to_have_text("Conflicts and crises")
    expect(page.locator(f".dossier [data-event={EVENT}] .told")).to_contain_text("no ally sent")


def find_contested() -> tuple[str, str, str]:
    """An event, a reference party and a state once bound whose sources disagree on it."""
    record = read_record()
    bound = {row["country"] for row in record.rows("memberships")}
    return next(
        (event["id"], toward, actor)
        for event in record.rows("events")
        for toward in list_references(record, event["id"])
        for actor, stance in resolve_event(record, event["id"], toward).items()
        if stance.contested and actor in bound and len(stance.readings) > 1
    )


def test_the_map_read_aloud(server: str, open_page: Open) -> None:
    event, toward, actor = find_contested()
    page = open_page(f"{server}/?event={event}&toward={toward}")
    frame = find_map(page)
    order = "[...document.querySelectorAll('.thumb, path[tabindex]')].map(e => e.className)"
    assert frame.evaluate(order)[0] == "thumb"
    names = {row["id"]: row["name_en"] for row in read_record().rows("countries")}
    shape = frame.locator(f'path[aria-label^="{names[actor]},"]')
    name = shape.get_attribute("aria-label") or ""
    assert f"toward {names[toward]}, sources disagree" in name
    assert "Other reading: " in name
    claims = page.locator(".dossier [data-claim]")
    claims.first.wait_for()
    assert set(claims.evaluate_all("all => all.map(each => each.tagName)")) == {"P"}
    row = frame.locator(".legend .rows.event .row:not(.empty)").first
    row.focus()
    row.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    row.evaluate("button => button.blur()")
    assert frame.locator("path.faded").count() > 0
    expect(frame.locator("div.announced")).to_contain_text(row.locator(".text").inner_text())
    row.press("Space")
    expect(row).to_have_attribute("aria-pressed", "false")
    row.evaluate("button => button.blur()")
    expect(frame.locator("path.faded")).to_have_count(0)
