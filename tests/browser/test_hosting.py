"""A whole visit wherever hosts show the app: under a path kept or taken off, or in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Frame, Page

from components.core.cited_version import read_version
from data.stories import read_stories
from tests.app_process import ServerProcess
from tests.browser.conftest import (
    PATIENCE,
    drag_slider,
    find_map,
    read_state,
    wait_for_title,
    wait_until_at_rest,
)
from tests.browser.story_helpers import find_player, wait_for_step
from tests.prefix_proxy import (
    COMMUNITY_CLOUD,
    KEPT,
    NOTEBOOK,
    STRIPPED,
    Layout,
    PrefixProxy,
)

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
LAYOUTS = {"kept": KEPT, "stripped": STRIPPED, "cloud": COMMUNITY_CLOUD, "notebook": NOTEBOOK}
EVENT = "april-war-2016"
STEPS = len(next(story for story in read_stories() if story.id == "five-articles").steps)
# The pages beside the map: path, name in the navigation, what is drawn last.
PAGES = [
    ("events", "Events", ".event-timeline[data-drawn]"),
    ("members", "Members", ".member-page h1"),
    ("cohesion", "Cohesion", ".cohesion table"),
    ("votes", "Votes", ".votes-page .rolls"),
    ("compare", "Compare", ".differences h1"),
    ("stories", "Briefings", ".stories h1"),
    ("sources", "Sources", ".document table"),
]


@pytest.fixture(scope="module", params=list(LAYOUTS))
def host(request: pytest.FixtureRequest) -> Iterator[PrefixProxy]:
    """The app as a host shows it."""
    layout = LAYOUTS[request.param]
    if layout.strip:
        server = cast(str, request.getfixturevalue("server"))
        with PrefixProxy(server, layout) as proxy:
            yield proxy
        return
    settings = {"STREAMLIT_SERVER_BASE_URL_PATH": layout.prefix}
    with ServerProcess(settings) as process, PrefixProxy(process.url, layout) as proxy:
        yield proxy


def find_app(page: Page, layout: Layout) -> Page:
    """What holds the app: the page, or the frame that the host has laid around it."""
    if not layout.framed:
        return page
    element = page.wait_for_selector("#app")
    frame = element.content_frame() if element else None
    assert frame is not None
    # A frame answers to what these tests ask of a page.
    return cast(Page, frame)


def wait_for_path(app: Page, host: PrefixProxy, path: str) -> None:
    """Wait until the app is at a page of its own."""
    app.wait_for_function("path => location.pathname === path", arg=urlsplit(host.url).path + path)


def read_link(frame: Frame) -> tuple[str, str]:
    """The link and the embedded address that the map's dialog offers; leaves it open."""
    frame.get_by_role("button", name="Share, embed, export").click()
    dialog = frame.get_by_role("dialog", name="Share this view")
    dialog.wait_for()
    return (
        dialog.get_by_label("Link", exact=True).input_value(),
        dialog.get_by_label("Embed", exact=True).input_value(),
    )


def test_a_visit(host: PrefixProxy, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{host.visited}?lang=en")
    app = find_app(page, host.layout)
    frame = find_map(app)
    drag_slider(page, frame, 0.95, 0.2)
    wait_for_title(app, "1998")
    if host.layout.framed:
        # The host hears the view, and can put it into the address that the visitor sees.
        told = page.evaluate("() => heard.filter((m) => m.type === 'SET_QUERY_PARAM').at(-1)")
        assert "year=1998" in told["queryParams"]

    link, code = read_link(frame)
    assert link == f"{host.url}?year=1998&lang=en&v={read_version()}"
    assert f'src="{host.url}?embed=1&amp;year=1998&amp;lang=en"' in code
    # The first file of a server waits for its workers to start.
    with page.expect_download(timeout=2 * PATIENCE) as download:
        frame.get_by_role("button", name="CSV table with sources").click()
    saved = tmp_path / "saved.csv"
    download.value.save_as(saved)
    # The file leads back to where it was made.
    assert f"{host.url}?year=1998" in saved.read_text(encoding="utf-8-sig")
    page.keyboard.press("Escape")

    for path, name, drawn in PAGES:
        app.get_by_role("link", name=name, exact=True).click()
        wait_for_path(app, host, path)
        app.locator(drawn).first.wait_for()
        wait_until_at_rest(app)
    page.evaluate("() => history.back()")
    wait_for_path(app, host, "stories")
    app.locator(".stories h1").first.wait_for()
    app.get_by_role("link", name="Map", exact=True).click()
    wait_for_path(app, host, "")
    wait_for_title(app, "1998")

    app.locator('.atlas-language a[lang="ru"]').click()
    app.wait_for_function("() => document.documentElement.lang === 'ru'")
    frame = find_map(app)
    assert read_state(frame)["year"] == 1998
    assert frame.evaluate("() => document.documentElement.lang") == "ru"
    app.evaluate("() => location.reload()")
    app.wait_for_function("() => performance.getEntriesByType('navigation')[0].type === 'reload'")
    assert read_state(find_map(app))["year"] == 1998

    other = open_page(link)
    assert read_state(find_map(other))["year"] == 1998


def test_links_into_it(host: PrefixProxy, open_page: Open) -> None:
    page: Page | None = None
    for path, _name, drawn in PAGES:
        address = f"{host.visited}{path}?lang=en&event={EVENT}&toward=ARM"
        if page is None:
            page = open_page(address)
        else:
            page.goto(address)
        app = find_app(page, host.layout)
        app.locator(drawn).first.wait_for()
        wait_for_path(app, host, path)

    assert page is not None
    # The address of a page with a slash at its end leads to the page.
    page.goto(f"{host.url}events/?lang=en&event={EVENT}")
    page.locator(".event-dossier h2").first.wait_for()
    wait_for_path(page, host, "events")
    assert f"event={EVENT}" in page.url

    # And one of the static atlas, in Russian, to the same page here.
    page.goto(f"{host.url}ru/members/ARM.html")
    page.locator(".member-page h1").first.wait_for()
    wait_for_path(page, host, "members")
    assert page.evaluate("() => document.documentElement.lang") == "ru"
    # A link within a page leads on below the same path.
    page.locator(".member-page a[href^='./events?']").first.click()
    page.locator(".event-dossier h2").first.wait_for()
    wait_for_path(page, host, "events")

    page.goto(f"{host.visited}stories?story=five-articles&step=5&lang=en")
    app = find_app(page, host.layout)
    find_player(app)
    wait_for_step(app, 5, STEPS)
    app.locator("body").press("PageDown")
    wait_for_step(app, 6, STEPS)

    embed = f"{host.url}?embed=1&event={EVENT}&lang=en"
    # The first one is made now, which takes a while.
    assert page.request.get(embed, timeout=120_000).ok
    page = open_page(embed)
    element = page.wait_for_selector("iframe")
    frame = element.content_frame() if element else None
    assert frame is not None
    frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
    assert read_state(frame)["event"] == EVENT
    whole = frame.locator("a.whole").get_attribute("href") or ""
    assert whole.startswith(f"{host.url}?")
