"""What the first and the second visit fetch, as the browser's network stack counts it."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import PATIENCE, Watch, find_map

pytestmark = pytest.mark.browser
# The frame itself and Streamlit's check that it can be had: neither may come from the cache.
TWICE = "/component/streamlit_folium.st_folium/index.html"
ICON_FONT = "MaterialSymbols"
DRAWN = ".leaflet-container path"
# How often each shape was drawn, from the first script of the frame on.
COUNT_DRAWN = """(() => {
  const set = Element.prototype.setAttribute;
  window.drawn = new Map();
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'd') window.drawn.set(this, (window.drawn.get(this) ?? 0) + 1);
    return set.call(this, name, value);
  };
})()"""


def visit(context: BrowserContext, url: str) -> tuple[dict[str, dict[str, Any]], int, Watch]:
    """Open the atlas until its map is drawn, each of its shapes once.

    Returns the requests by id, how often the page was run, and what else was noted.
    """
    page = context.new_page()
    page.add_init_script(COUNT_DRAWN)
    watch = Watch(urlsplit(url).netloc)
    watch.follow(page)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    requests: dict[str, dict[str, Any]] = {}
    runs: list[float] = []

    def note(event: dict[str, Any], **values: Any) -> None:
        requests.setdefault(event["requestId"], {"cached": False, "bytes": 0}).update(values)

    network.on("Network.requestWillBeSent", lambda e: note(e, url=e["request"]["url"]))
    network.on("Network.requestServedFromCache", lambda e: note(e, cached=True))
    network.on("Network.loadingFinished", lambda e: note(e, bytes=e["encodedDataLength"]))
    network.on(
        "Network.responseReceived",
        lambda e: note(e, cached=True) if e["response"].get("fromDiskCache") else None,
    )
    network.on("Network.webSocketFrameSent", lambda event: runs.append(event["timestamp"]))
    page.goto(url)
    page.frame_locator("iframe").locator(DRAWN).first.wait_for(state="attached", timeout=PATIENCE)
    page.locator(".dossier h1").first.wait_for(timeout=PATIENCE)
    # The images of the relief are the last to be asked for.
    page.frame_locator("iframe").locator("html[data-atlas=complete]").wait_for(
        state="attached", timeout=PATIENCE
    )
    page.wait_for_load_state("networkidle")
    assert find_map(page).evaluate("[...new Set(window.drawn.values())]") == [1]
    page.close()
    return requests, len(runs), watch


def test_each_file_is_fetched_once_and_a_second_visit_fetches_next_to_nothing(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    first, runs, watch = visit(context, server)
    watch.check()
    # The map that is drawn asks for no second run of the page.
    assert runs == 1
    fetched = Counter(
        urlsplit(request["url"])._replace(query="").geturl().removeprefix(server)
        for request in first.values()
        if request["url"].startswith("http") and not request["cached"]
    )
    assert {path: count for path, count in fetched.items() if count > 1} in ({}, {TWICE: 2})
    # Streamlit's icon font comes six seconds late, into slow visits alone.
    ours = [request for request in first.values() if ICON_FONT not in request.get("url", "")]
    assert sum(request["bytes"] for request in ours) < 1_500_000

    again, runs, watch = visit(context, server)
    assert runs == 1
    # Had "not modified" replaced the page's policy, this visit would show it.
    watch.check()
    assert sum(request["bytes"] for request in again.values()) < 30_000
    context.close()
