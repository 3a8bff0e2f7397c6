"""What the first and the second visit fetch, as the browser's network stack counts it."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import PATIENCE, Watch

pytestmark = pytest.mark.browser
# The frame itself and Streamlit's check that it can be had: neither may come from the cache.
TWICE = "/component/streamlit_folium.st_folium/index.html"
DRAWN = ".leaflet-container path"


def visit(context: BrowserContext, url: str) -> tuple[dict[str, dict[str, Any]], Watch]:
    """Open the atlas until its map is drawn: the requests by id, and what else was noted."""
    page = context.new_page()
    watch = Watch(urlsplit(url).netloc)
    watch.follow(page)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    requests: dict[str, dict[str, Any]] = {}

    def note(event: dict[str, Any], **values: Any) -> None:
        requests.setdefault(event["requestId"], {"cached": False, "bytes": 0}).update(values)

    network.on("Network.requestWillBeSent", lambda e: note(e, url=e["request"]["url"]))
    network.on("Network.requestServedFromCache", lambda e: note(e, cached=True))
    network.on("Network.loadingFinished", lambda e: note(e, bytes=e["encodedDataLength"]))
    network.on(
        "Network.responseReceived",
        lambda e: note(e, cached=True) if e["response"].get("fromDiskCache") else None,
    )
    page.goto(url)
    page.frame_locator("iframe").locator(DRAWN).first.wait_for(state="attached", timeout=PATIENCE)
    page.locator(".dossier h1").first.wait_for(timeout=PATIENCE)
    # The images of the relief are the last to be asked for.
    page.frame_locator("iframe").locator("html[data-atlas=complete]").wait_for(
        state="attached", timeout=PATIENCE
    )
    page.wait_for_load_state("networkidle")
    page.close()
    return requests, watch


def test_each_file_is_fetched_once_and_a_second_visit_fetches_next_to_nothing(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    first, watch = visit(context, server)
    watch.check()
    fetched = Counter(
        urlsplit(request["url"])._replace(query="").geturl().removeprefix(server)
        for request in first.values()
        if request["url"].startswith("http") and not request["cached"]
    )
    assert {path: count for path, count in fetched.items() if count > 1} in ({}, {TWICE: 2})
    assert sum(request["bytes"] for request in first.values()) < 1_500_000

    again, watch = visit(context, server)
    # Had "not modified" replaced the page's policy, this visit would show it.
    watch.check()
    assert sum(request["bytes"] for request in again.values()) < 30_000
    context.close()
