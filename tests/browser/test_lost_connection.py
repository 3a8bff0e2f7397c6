"""A server that dies under open pages: what they say, what goes on, and all agrees afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import find_map, read_state, wait_for_title
from tests.browser.faults import (
    COVERED,
    FRAMEWORK,
    PATIENCE,
    MortalServer,
    read_note,
    wait_for_state,
)
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
LOST = {
    "en": "Connection lost; reconnecting.",
    "ru": "Связь потеряна, восстанавливаем.",
}
STORY = {"en": "The briefing continues.", "ru": "Брифинг продолжается."}
SHOWN = {
    "en": "The information shown may be out of date.",
    "ru": "Показанные сведения могли устареть.",
}
# Streamlit has shown its dialog when it has asked so often in vain.
ASKED_IN_VAIN = 7
SIZES = [(1920, 1080), (1440, 900), (1024, 768), (390, 844)]
NEXT_FRAMES = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"


@dataclass(frozen=True)
class Visited:
    """A page of the atlas: its address, and what of it is there once it is drawn."""

    path: str
    drawn: str


PAGES = [
    Visited("events", ".event-timeline"),
    Visited("members", ".member-page"),
    Visited("cohesion", ".cohesion"),
    Visited("votes", ".votes-page .rolls"),
    Visited("compare", ".differences h1"),
    Visited("stories", ".stories .list"),
    Visited("sources", ".document h1"),
    Visited("search", ".search-results h1"),
]


@pytest.fixture(scope="module")
def mortal() -> Iterator[MortalServer]:
    """A server that each test leaves alive."""
    with MortalServer() as server:
        yield server


@pytest.fixture
def open_anywhere(browser: Browser) -> Iterator[Open]:
    """Open pages that may complain of a server that is away; none may throw."""
    contexts = []
    errors: list[str] = []

    def open_(url: str, width: int = 1440, height: int = 900, *, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert errors == []


def count_failures(page: Page) -> list[str]:
    """Requests to the server that failed, from here on."""
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    return failed


def wait_for_failures(page: Page, failed: list[str], count: int) -> None:
    """Wait until the page has asked the server so often in vain."""
    while len(failed) < count:
        page.wait_for_event("requestfailed", timeout=PATIENCE)


def test_the_map_works_while_the_server_is_away_and_agrees_when_it_is_back(
    mortal: MortalServer, open_anywhere: Open
) -> None:
    opened = []
    for language in LOST:
        page = open_anywhere(f"{mortal.url}/?event=april-war-2016&lang={language}")
        frame = find_map(page)
        title = page.locator(".dossier h1").inner_text()
        frame.evaluate("() => { window.sameMap = true; }")
        wait_for_state(page, "connected")
        opened.append((language, page, frame, title, count_failures(page)))
    mortal.kill()
    for language, page, frame, title, _failed in opened:
        wait_for_state(page, "lost")
        assert read_note(page).startswith(LOST[language])
        # The map goes on; the dossier cannot, and says of what it is.
        frame.locator(".thumb").press("Home")
        frame.locator(".thumb").press("ArrowRight")
        page.wait_for_url("**year=1992**")
        assert read_state(frame)["year"] == 1992
        stale = page.locator(".dossier > .stale")
        stale.wait_for()
        assert title in stale.inner_text()
    for _language, page, _frame, _title, failed in opened:
        wait_for_failures(page, failed, 2 * ASKED_IN_VAIN)
        assert page.evaluate(FRAMEWORK) == []
        assert page.evaluate(COVERED) == []
    mortal.revive()
    for _language, page, frame, _title, _failed in opened:
        wait_for_title(page, "1992")
        assert page.locator(".dossier > .stale").count() == 0
        wait_for_state(page, "connected")
        assert frame.evaluate("() => window.sameMap")
        assert read_state(frame)["year"] == 1992


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_note_covers_nothing_and_can_be_read(
    server: str, open_anywhere: Open, dark: bool
) -> None:
    pages = [
        open_anywhere(f"{server}/{path}", *SIZES[0], dark=dark)
        for path in (
            "?event=april-war-2016&lang=ru",
            "?event=april-war-2016&lang=en",
            "stories?story=five-articles&step=2&lang=ru",
        )
    ]
    for page in pages:
        page.wait_for_selector(".dossier h1, .caption h1")
        wait_for_state(page, "connected")
        page.context.set_offline(True)
        page.evaluate("() => window.dispatchEvent(new Event('offline'))")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            wait_for_state(page, "lost")
            # The page is laid out anew before the second of two frames.
            page.evaluate(NEXT_FRAMES)
            assert page.evaluate(COVERED) == [], (width, height)
            assert find_grave(page) == [], (width, height)


def test_a_story_and_its_presenter_go_on(mortal: MortalServer, open_anywhere: Open) -> None:
    opened = []
    for language in LOST:
        page = open_anywhere(f"{mortal.url}/stories?story=five-articles&step=1&lang={language}")
        page.wait_for_function(
            "() => document.querySelector('.bar .count')?.textContent[0] === '1'"
        )
        with page.expect_popup() as popup:
            page.keyboard.press("n")
        popup.value.wait_for_selector(".presenter h1")
        opened.append((language, page, popup.value, count_failures(page)))
    mortal.kill()
    for language, page, notes, _failed in opened:
        for each in (page, notes):
            wait_for_state(each, "lost")
            assert read_note(each) == f"{LOST[language]} {STORY[language]}"
    for _language, page, notes, failed in opened:
        wait_for_failures(page, failed, 2 * ASKED_IN_VAIN)
        assert_story_goes_on(page, notes)
    mortal.revive()
    for _language, page, notes, _failed in opened:
        for each in (page, notes):
            wait_for_state(each, "connected")
        assert page.locator(".bar .count").inner_text().startswith("3 ")
        page.keyboard.press("Escape")
        page.wait_for_selector(".stories .list")


def assert_story_goes_on(page: Page, notes: Page) -> None:
    """Each window leads the other, and the screen goes black and plays, without a server."""
    page.keyboard.press("ArrowRight")
    assert page.locator(".bar .count").inner_text().startswith("2 ")
    notes.wait_for_function("() => /\\b2\\b/.test(document.querySelector('.place').textContent)")
    notes.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.bar .count').textContent[0] === '3'")
    page.keyboard.press("b")
    assert page.locator(".blackout").is_visible()
    assert not page.locator(".atlas-note").is_visible()
    page.keyboard.press("b")
    page.keyboard.press("p")
    assert page.locator(".bar .play").get_attribute("aria-label") in {"Pause", "Пауза"}
    assert page.evaluate(FRAMEWORK) == []
    page.keyboard.press("p")


def test_every_page_says_that_the_connection_is_lost(
    mortal: MortalServer, open_anywhere: Open
) -> None:
    opened = []
    for language in LOST:
        for visited in PAGES:
            page = open_anywhere(f"{mortal.url}/{visited.path}?lang={language}")
            page.wait_for_selector(visited.drawn)
            wait_for_state(page, "connected")
            opened.append((language, page, count_failures(page)))
    mortal.kill()
    for language, page, failed in opened:
        wait_for_state(page, "lost")
        wait_for_failures(page, failed, 2 * ASKED_IN_VAIN)
        assert read_note(page).startswith(LOST[language])
        assert page.evaluate(FRAMEWORK) == []
        assert page.evaluate(COVERED) == []
    mortal.revive()
    for _language, page, _failed in opened:
        wait_for_state(page, "connected")


def test_a_choice_made_meanwhile_is_kept_and_followed(
    mortal: MortalServer, open_anywhere: Open
) -> None:
    page = open_anywhere(f"{mortal.url}/events?event=april-war-2016&lang=en")
    before = page.locator(".event-dossier .neighbours .after a")
    title = before.inner_text()
    mortal.kill()
    wait_for_state(page, "lost")
    before.click()
    page.wait_for_function("() => /Your selection will open/.test(document.body.innerText)")
    assert page.locator(".event-dossier .title").inner_text() != title
    mortal.revive()
    page.wait_for_function(
        "title => document.querySelector('.event-dossier .title')?.textContent === title",
        arg=title,
    )
    assert "april-war-2016" not in page.url


def test_a_link_meanwhile_leads_to_no_error_of_the_browser(
    mortal: MortalServer, open_anywhere: Open
) -> None:
    page = open_anywhere(f"{mortal.url}/?event=april-war-2016&lang=en")
    frame = find_map(page)
    mortal.kill()
    wait_for_state(page, "lost")
    page.locator(".dossier .more a").first.click()
    page.wait_for_function("() => /Your selection will open/.test(document.body.innerText)")
    assert read_state(frame)["event"] == "april-war-2016"
    mortal.revive()
    page.wait_for_selector(".event-dossier .title")
    assert "/events?" in page.url


def test_keys_of_the_framework_do_nothing(server: str, open_anywhere: Open) -> None:
    page = open_anywhere(f"{server}/sources?lang=en")
    page.wait_for_selector(".document h1")
    wait_for_state(page, "connected")
    sent: list[Any] = page.evaluate_handle(
        """() => {
          const sent = [];
          const { send } = WebSocket.prototype;
          WebSocket.prototype.send = function (data) {
            sent.push(data.byteLength);
            send.call(this, data);
          };
          window.sent = sent;
          return sent;
        }"""
    ).json_value()
    assert sent == []
    page.evaluate("() => document.activeElement?.blur()")
    for key in ("r", "R", "c", "C", "a"):
        page.keyboard.press(key)
    assert page.evaluate(FRAMEWORK) == []
    assert page.evaluate("() => window.sent") == []
