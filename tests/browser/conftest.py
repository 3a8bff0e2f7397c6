"""A real Chromium for the tests, and pages that fail a test when anything is amiss behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Frame, Page, expect

from tests.browser.injection_fixtures import hostile_server, project, visit

__all__ = ["hostile_server", "project", "visit"]  # fixtures kept in a module of their own

FRAME = ".st-key-atlas-map iframe"
PATIENCE = 60_000
AT_REST = "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"

expect.set_options(timeout=PATIENCE)


@dataclass
class Watch:
    """What a page did behind the scenes."""

    host: str
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note console errors, exceptions, foreign requests and failed answers of a page."""
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._note_request(request.url))
        page.on("websocket", lambda socket: self._note_request(socket.url))
        page.on("response", self._note_response)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console.append(f"{message.text} {message.location.get('url', '')}")

    def _note_request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.foreign.append(url)

    def _note_response(self, response: Any) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def check(self) -> None:
        """Fail when anything was noted."""
        assert not self.errors, self.errors
        assert not self.console, self.console
        assert not self.foreign, self.foreign
        assert not self.failed, self.failed


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a url in a context of its own; after the test every page must have been quiet."""
    watches: list[Watch] = []
    contexts = []

    def open_(
        url: str,
        width: int = 1440,
        height: int = 900,
        *,
        dark: bool = False,
        timezone_id: str | None = None,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=has_touch(width),
            timezone_id=timezone_id,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch = Watch(urlsplit(url).netloc)
        watch.follow(page)
        watches.append(watch)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    for watch in watches:
        watch.check()


def resize(page: Page, width: int, height: int) -> None:
    """Give a page another size, touched by fingers as `open_page` has it, and wait for its map."""
    touch = has_touch(width)
    open_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": touch})
    page.set_viewport_size({"width": width, "height": height})
    fits = """([frames, width, touch]) => innerWidth === width
      && matchMedia("(pointer: coarse)").matches === touch
      && [...document.querySelectorAll(frames)].every((frame) =>
        Math.abs(frame.clientWidth - frame.contentWindow.innerWidth) < 2)"""
    page.wait_for_function(fits, arg=[FRAME, width, touch])
    # A map that is opened on a phone has its legend folded.
    page.evaluate(
        """([frames, touch]) => document.querySelectorAll(frames).forEach((frame) => touch
          && frame.contentDocument.querySelector(".legend:not(.folded) .fold")?.click())""",
        [FRAME, touch],
    )


@lru_cache(maxsize=1)
def open_session(page: Page) -> CDPSession:
    """The one session by which a page is resized: another would not undo what it set."""
    return page.context.new_cdp_session(page)


def has_touch(width: int) -> bool:
    """Whether a screen so wide is a phone's."""
    return width < 700


def find_map(page: Page) -> Frame:
    """The frame of the map, once every layer is drawn."""
    # Asked of the page each time anew: a frame that was replaced while it loaded never answers.
    drawn = "frame => document.querySelector(frame)?.contentDocument?.documentElement"
    page.wait_for_function(f"{drawn}?.dataset.atlas === 'complete'", arg=FRAME)
    element = page.query_selector(FRAME)
    frame = element.content_frame() if element else None
    assert frame is not None
    page.wait_for_selector(".dossier h1")
    return frame


def wait_until_at_rest(page: Page) -> None:
    """Wait until the server has nothing more to say to a page.

    Until then Streamlit may draw a part anew, or write the address over a step back.
    """
    page.wait_for_function(AT_REST)


def read_state(frame: Frame) -> dict[str, Any]:
    """The view the map is in."""
    return dict(frame.evaluate("() => structuredClone(window.atlas.store.view)"))


def wait_for_title(page: Page, title: str) -> None:
    """Wait until the dossier is headed by a title, or by all requests and then by it."""
    heads = "[...document.querySelectorAll('.dossier :is(h1, h2.year)')]"
    page.wait_for_function(f"title => {heads}.some(head => head.textContent === title)", arg=title)


def drag_slider(page: Page, frame: Frame, start: float, end: float, steps: int = 24) -> None:
    """Drag along the slider between two shares of its length, with real pointer events."""
    box = frame.locator(".track").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    for step in range(1, steps + 1):
        share = start + (end - start) * step / steps
        page.mouse.move(box["x"] + box["width"] * share, y)
    page.mouse.up()
