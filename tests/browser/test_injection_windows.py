"""No other window makes the map's frame, or the page around it, do anything.

A script that a message carries would set a marker, an attribute on the root of the document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page

from components.server.streamlit_static import FOLIUM_PAGE
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map
from tests.other_site import OtherSite

pytestmark = pytest.mark.browser

MARK = "document.documentElement.dataset.marker = 'ran';"
# Runs in an empty frame as the script of a map, and in a drawn one as a group of features.
RENDER = {
    "type": "streamlit:render",
    "disabled": False,
    "args": {
        **{name: "" for name in ("html", "header", "layer_control")},
        **{name: [] for name in ("js_links", "css_links", "returned_objects")},
        "script": MARK,
        "feature_group": MARK,
        "height": 100,
        "width": 100,
    },
}
# What Streamlit would take from the window around it.
STEER = {"stCommVersion": 1, "type": "UPDATE_HASH", "hash": "#marker"}
SAY = f"""
const messages = {json.dumps([RENDER, STEER])};
const say = (target) => {{ for (const message of messages) target.postMessage(message, "*"); }};
window.said = 0;
const saySoon = (find) => setInterval(() => {{
  try {{ say(find()); window.said += 1; }} catch (error) {{ window.refused = String(error); }}
}}, 50);
"""
ROUNDS = 40
DRAWN = """() => document.querySelector("iframe")
  ?.contentDocument?.documentElement?.dataset.atlas === 'complete'"""
HEAR = """() => {
  window.origins = new Set();
  addEventListener("message", ({ origin }) => origins.add(origin));
}"""
EMPTY = """() => typeof window.map === "undefined"
  && document.getElementById("map_div").childElementCount === 0"""
PAGES = {
    "/empty": "<!doctype html><title>empty</title>",
    "/opener": f"<!doctype html><title>opener</title><script>{SAY}</script>",
    "/framer": f"<!doctype html><title>framer</title><body><script>{SAY}</script></body>",
    "/sibling": f"""<!doctype html><title>sibling</title><script>{SAY}
      saySoon(() => parent.frames[0].frames[0] ?? parent.frames[0]);</script>""",
}


@pytest.fixture(scope="module")
def other_site() -> Iterator[OtherSite]:
    with OtherSite(PAGES) as site:
        yield site


@pytest.fixture(scope="module")
def trusting_server() -> Iterator[ServerProcess]:
    """An atlas that the other site may frame."""
    with ServerProcess({"ATLAS_FRAME_ANCESTORS": "'self' http://localhost:*"}) as process:
        yield process


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def wait_until_said(frame: Page | Frame) -> None:
    """Wait until a page of the other site has said its messages many times."""
    before = frame.evaluate("() => window.said")
    frame.wait_for_function("rounds => window.said > rounds", arg=before + ROUNDS)


def read_marker(frame: Page | Frame) -> str | None:
    marker: str | None = frame.evaluate("() => document.documentElement.dataset.marker ?? null")
    return marker


def frame_of(page: Page, path: str) -> Frame:
    """The frame of a page whose address has a path."""
    return next(frame for frame in page.frames if urlsplit(frame.url).path == path)


def add_frame(page: Page, address: str) -> None:
    page.evaluate(
        """address => new Promise((done) => {
          const frame = document.createElement("iframe");
          frame.style.cssText = "width: 1200px; height: 700px";
          frame.onload = () => done();
          frame.src = address;
          document.body.append(frame);
        })""",
        address,
    )


def test_the_page_of_the_atlas_alone_draws_in_its_map(server: str, page: Page) -> None:
    """The marker works: without this the other tests would show nothing."""
    page.goto(server)
    frame = find_map(page)
    assert read_marker(frame) is None
    page.evaluate(f"() => {{ {SAY} say(frames[0]); }}")
    frame.wait_for_function("() => document.documentElement.dataset.marker === 'ran'")


@pytest.mark.parametrize("path", ["/", FOLIUM_PAGE, "/no-such-page"])
def test_a_site_that_opens_the_atlas_loses_sight_of_it(
    server: str, other_site: OtherSite, page: Page, path: str
) -> None:
    page.goto(f"{other_site.url}/opener")
    with page.expect_popup() as opened:
        page.evaluate("address => { window.opened = window.open(address); }", server + path)
    popup = opened.value
    popup.wait_for_load_state()
    assert popup.evaluate("() => window.opener") is None
    page.wait_for_function("() => window.opened.closed")
    page.evaluate("() => { saySoon(() => window.opened); }")
    wait_until_said(page)
    assert read_marker(popup) is None


def test_the_frame_of_the_map_is_empty_on_its_own(server: str, page: Page) -> None:
    page.goto(server + FOLIUM_PAGE)
    page.evaluate(f"() => {{ {SAY} saySoon(() => window); }}")
    wait_until_said(page)
    assert read_marker(page) is None
    assert page.evaluate(EMPTY)


def test_a_trusted_site_that_frames_the_map_alone_gets_nothing(
    trusting_server: ServerProcess, other_site: OtherSite, page: Page
) -> None:
    page.goto(f"{other_site.url}/framer")
    add_frame(page, trusting_server.url + FOLIUM_PAGE)
    page.evaluate("() => { saySoon(() => frames[0]); }")
    wait_until_said(page)
    frame = frame_of(page, FOLIUM_PAGE)
    assert read_marker(frame) is None
    assert frame.evaluate(EMPTY)


def test_a_trusted_site_around_the_atlas_reaches_neither_page_nor_map(
    trusting_server: ServerProcess, other_site: OtherSite, page: Page
) -> None:
    page.goto(f"{other_site.url}/framer")
    page.evaluate("() => { saySoon(() => frames[0].frames[0]); saySoon(() => frames[0]); }")
    add_frame(page, f"{trusting_server.url}/")
    atlas = frame_of(page, "/")
    atlas.evaluate(HEAR)
    add_frame(page, f"{other_site.url}/sibling")
    atlas.wait_for_function(DRAWN)
    wait_until_said(page)
    wait_until_said(frame_of(page, "/sibling"))
    assert [read_marker(frame) for frame in (atlas, frame_of(page, FOLIUM_PAGE))] == [None, None]
    assert atlas.evaluate("() => location.hash") == ""
    # Not even a listener of the page hears them, as Streamlit's would.
    assert atlas.evaluate("() => [...window.origins]") == [trusting_server.url]


def test_a_site_that_is_not_trusted_frames_nothing(
    server: str, other_site: OtherSite, page: Page
) -> None:
    page.goto(f"{other_site.url}/framer")
    for path in ("/", FOLIUM_PAGE):
        with page.expect_event("framenavigated") as navigated:
            add_frame(page, server + path)
        assert navigated.value.url == "chrome-error://chromewebdata/"
