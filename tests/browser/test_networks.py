"""Networks that let no websocket through, that cut every one after a while, or that are slow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import (
    drag_slider,
    find_map,
    read_state,
    wait_for_title,
    wait_until_at_rest,
)
from tests.browser.faults import FRAMEWORK, PATIENCE, wait_for_state
from tests.prefix_proxy import PrefixProxy

pytestmark = pytest.mark.browser

CUTS = 4
EMBED_SECONDS = 120_000
TITLES = {"en": "Not connected yet", "ru": "Соединения пока нет"}
# What is offered in place of some pages: path, and what of the query tells one from another.
OFFERED = {
    "?event=april-war-2016": [("", {"embed": ["1"], "event": ["april-war-2016"]})],
    "events": [("", {"embed": ["1"]})],
    "stories?story=five-articles": [
        ("", {"embed": ["1"]}),
        ("export/story.html", {"story": ["five-articles"]}),
    ],
    "compare?year=2010&b_year=2020": [
        ("", {"embed": ["1"], "year": ["2010"]}),
        ("export/comparison.html", {"year": ["2010"], "b_year": ["2020"]}),
    ],
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose websockets fail, which the console tells."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def read_links(words: Locator) -> list[tuple[str, dict[str, list[str]]]]:
    """Path below the root and query of every way that is offered."""
    links = words.locator(".ways a").evaluate_all("all => all.map((a) => a.href)")
    return [
        (urlsplit(link).path.removeprefix("/"), parse_qs(urlsplit(link).query)) for link in links
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_websockets_a_page_says_so_and_offers_what_needs_none(
    server: str, page: Page, language: str
) -> None:
    with PrefixProxy(server, websockets=False) as network:
        for path, offered in OFFERED.items():
            page.goto(f"{network.url}{path}{'&' if '?' in path else '?'}lang={language}")
            words = page.locator(".atlas-unconnected")
            words.locator("h1").wait_for()
            assert words.locator("h1").inner_text() == TITLES[language]
            assert page.evaluate(FRAMEWORK) == []
            expected = [(name, {**query, "lang": [language]}) for name, query in offered]
            assert read_links(words) == expected
        page.goto(f"{network.url}?event=april-war-2016&lang={language}")
        # The first one is made now.
        way = page.locator(".atlas-unconnected .ways a").first
        way.wait_for()
        assert page.request.get(way.get_attribute("href") or "", timeout=EMBED_SECONDS).ok
        way.click()
        element = page.wait_for_selector("iframe")
        frame = element.content_frame() if element else None
        assert frame is not None
        frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
        assert read_state(frame)["event"] == "april-war-2016"


def test_connections_that_are_cut_are_opened_again_and_nothing_is_lost(
    server: str, page: Page
) -> None:
    with PrefixProxy(server, cut_seconds=2) as network:
        page.goto(f"{network.url}?event=april-war-2016&lang=en")
        frame = find_map(page)
        frame.evaluate("() => { window.kept = true; }")
        before = network.cuts
        wait_for_state(page, "connected")
        while network.cuts < before + CUTS:
            page.wait_for_event("websocket")
        before = network.cuts
        drag_slider(page, frame, 0.95, 0.2)
        assert read_state(frame)["year"] == 1998
        while network.cuts < before + 2:
            page.wait_for_event("websocket")
        # A busy machine may need longer for an answer than a connection has lived so far.
        network.cut_seconds = None
        wait_for_title(page, "1998")
        assert read_state(frame)["year"] == 1998
        assert frame.evaluate("() => window.kept"), "the map was not drawn anew"
        assert page.evaluate(FRAMEWORK) == []


class HeldAnswers:
    """A network that lets through what a browser asks, and keeps the answers back when told to."""

    def __init__(self, page: Page) -> None:
        """Stand between a page that is yet to be opened and its server."""
        self.page = page
        self.holding = False
        self.answers: list[str | bytes] = []
        self.finished = 0
        page.route_web_socket(re.compile("_stcore/stream"), self.connect)

    def connect(self, browser: WebSocketRoute) -> None:
        """Carry messages both ways."""
        self.browser = browser
        server = browser.connect_to_server()
        browser.on_message(server.send)
        server.on_message(self.answer)

    def answer(self, message: str | bytes) -> None:
        """Take a message of the server."""
        assert isinstance(message, bytes)
        self.finished += ForwardMsg.FromString(message).HasField("script_finished")
        if self.holding:
            self.answers.append(message)
        else:
            self.browser.send(message)

    def wait_for_run(self, before: int) -> None:
        """Wait until the server has finished another run than those before."""
        for _look in range(PATIENCE // 50):
            if self.finished > before:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("the server finished no run")

    def release(self) -> None:
        """Deliver all that was kept back."""
        self.holding = False
        for message in self.answers:
            self.browser.send(message)


def test_answers_that_come_late_are_all_shown(server: str, page: Page) -> None:
    network = HeldAnswers(page)
    page.goto(f"{server}?event=april-war-2016&panel=BLR&lang=en")
    frame = find_map(page)
    wait_for_title(page, "Belarus")
    wait_until_at_rest(page)
    network.holding = True
    for panel in ("KAZ", "ARM", "TJK", "RUS", "BLR"):
        before = network.finished
        frame.evaluate("panel => window.atlas.choosePanel(panel)", panel)
        network.wait_for_run(before)
    page.evaluate("() => document.querySelector('.dossier h1').textContent = ''")
    network.release()
    wait_for_title(page, "Belarus")
    assert page.evaluate(FRAMEWORK) == []
    frame.evaluate("() => window.atlas.choosePanel('KAZ')")
    wait_for_title(page, "Kazakhstan")
