"""Visitors and replicas, in a real browser: who goes where, and what becomes of a visit."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data.load import HERE
from tests.browser.conftest import (
    PATIENCE,
    Watch,
    find_map,
    read_state,
    wait_for_title,
    wait_until_at_rest,
)
from tests.components.server.http_client import fetch
from tests.deploy.conftest import Hosted
from tests.proxy_process import ProxyProcess

pytestmark = pytest.mark.browser
VISIT = {"Accept": "text/html"}
# What a visitor whose replica died may have to wait, from then until the page has run on another.
RETURN_SECONDS = 15.0
# Of each page of the app; the static atlas answers the same paths (see test_static_site.py).
LINKS = (
    "/?event=april-war-2016&lang=ru",
    "/events?event=april-war-2016",
    "/members?panel=ARM",
    "/cohesion?part=pairs",
    "/compare?year=2010&b_year=2020",
    "/stories?story=five-articles&step=2",
    "/sources?part=downloads",
)
Visit = Callable[[Hosted, str], tuple[Page, "Sessions"]]


class Sessions:
    """The sessions a page was given, and how many runs of its script went to their end."""

    def __init__(self, page: Page) -> None:
        """Listen to the websockets that a page opens from now on."""
        self.ids: list[str] = []
        self.finished = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self.read))

    def read(self, payload: str | bytes) -> None:
        """Note what one message of the server says."""
        if isinstance(payload, bytes):
            message = ForwardMsg.FromString(payload)
            # A run that another follows at once has not made the files of its page.
            ended = message.WhichOneof("type") == "script_finished"
            self.finished += ended and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            if message.HasField("new_session"):
                self.ids.append(message.new_session.initialize.session_id)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page of the proxy, its sessions listened to; it must have been quiet afterwards."""
    with ExitStack() as stack:

        def open_(hosted: Hosted, path: str) -> tuple[Page, Sessions]:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            watch = Watch(urlsplit(hosted.url).netloc)
            watch.follow(page)
            stack.callback(watch.check)
            sessions = Sessions(page)
            page.goto(hosted.url + path)
            return page, sessions

        yield open_


def kill_and_wait(page: Page, sessions: Sessions, hosted: Hosted) -> None:
    """Kill the replica of a visitor; wait until the page has run to its end on another."""
    finished, known = sessions.finished, set(sessions.ids)
    killed = hosted.find_replica(page.context)
    # A typeface that is cut off half way is an error in the console, and no fault of the atlas.
    page.evaluate("() => document.fonts.ready.then(() => true)")
    limit = time.monotonic() + RETURN_SECONDS
    with page.expect_event("websocket", timeout=RETURN_SECONDS * 1000) as waiting:
        hosted.kill(killed)
    socket: WebSocket = waiting.value
    if sessions.finished == finished:
        socket.wait_for_event(
            "framereceived",
            lambda _: sessions.finished > finished,
            timeout=(limit - time.monotonic()) * 1000,
        )
    assert sessions.ids[-1] not in known
    assert hosted.find_replica(page.context) != killed


def test_a_killed_replica_s_visitor_returns_to_the_view(hosted: Hosted, visit: Visit) -> None:
    page, sessions = visit(hosted, "/?event=april-war-2016")
    frame = find_map(page)
    wait_for_title(page, "April war in Karabakh")
    frame.locator(".thumb").focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("() => !location.search.includes('april-war-2016')")
    page.wait_for_function(
        "() => document.querySelector('.dossier h1').textContent !== 'April war in Karabakh'"
    )
    address, title = page.url, page.locator(".dossier h1").inner_text()
    view = read_state(frame)
    frame.evaluate("window.kept = true")
    kill_and_wait(page, sessions, hosted)
    assert (page.url, page.locator(".dossier h1").inner_text()) == (address, title)
    assert read_state(frame) == view
    assert frame.evaluate("window.kept"), "the map was not drawn anew"
    frame.locator(".thumb").focus()
    page.keyboard.press("PageUp")
    wait_for_title(page, "April war in Karabakh")


def test_a_story_goes_on_while_its_replica_is_replaced(behind_caddy: Hosted, visit: Visit) -> None:
    hosted = behind_caddy
    page, sessions = visit(hosted, "/stories?story=five-articles&step=2")
    page.locator("section.caption h1").wait_for()
    page.locator(".count").filter(has_text="2").wait_for()
    page.keyboard.press("b")
    page.locator(".blackout").wait_for()
    kill_and_wait(page, sessions, hosted)
    assert page.locator(".blackout").is_visible()
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3*")


def test_downloads_come_from_the_visitor_s_replica(hosted: Hosted, visit: Visit) -> None:
    page, sessions = visit(hosted, "/sources?part=downloads")
    take_claims(page)
    kill_and_wait(page, sessions, hosted)
    take_claims(page)


def take_claims(page: Page) -> None:
    """Download a table of the method page and compare it with the record."""
    page.locator("[data-testid=stDownloadButton]").last.wait_for()
    # Until then a button may still lead to the replica of the run before.
    wait_until_at_rest(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="claims.csv", exact=True).click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    with (HERE / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(io.StringIO(text)))) == len(list(csv.reader(file)))


def test_files_stand_in_when_no_replica_is_left(hosted: Hosted, visit: Visit) -> None:
    for address in hosted.replicas:
        hosted.kill(address)
    refused = fetch(hosted.url, "/events?year=2016", VISIT)
    assert (refused.status, refused.headers["location"]) == (307, "/site/events?year=2016")
    assert refused.headers["cache-control"] == "no-store"
    assert refused.headers["retry-after"] == "30"
    for link in LINKS:
        led = fetch(hosted.url, link, VISIT)
        assert (led.status, led.headers["location"]) == (307, f"/site{link}")
    # Programs are told plainly.
    assert fetch(hosted.url, "/_stcore/health").status == 503
    page, _ = visit(hosted, "/events?year=2016")
    assert page.title() == "Events as a file"
    assert page.url == f"{hosted.url}/site/events/?year=2016"
    for address in hosted.replicas:
        hosted.revive(address)
    hosted.wait_until_seen()
    page.goto(f"{hosted.url}/?event=april-war-2016")
    find_map(page)


def test_a_full_replica_keeps_its_visitors_and_takes_no_more(
    behind_caddy: Hosted, visit: Visit
) -> None:
    address, replica = next(iter(behind_caddy.replicas.items()))
    with ProxyProcess([address], behind_caddy.site, max_visitors="1") as proxy:
        small = Hosted(proxy, {address: replica}, behind_caddy.site)
        small.wait_until_seen()
        page, _ = visit(small, "/sources?part=downloads")
        page.locator("[data-testid=stDownloadButton]").last.wait_for()
        assert fetch(small.url, "/sources", VISIT).headers["location"] == "/site/sources"
        take_claims(page)
        page.goto("about:blank")
        small.wait_until_seen()
        assert fetch(small.url, "/sources", VISIT).status == 200
