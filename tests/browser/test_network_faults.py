"""What is lost on its way: asked for again when lost once, said in words when it never comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from data.event_filter import EventFilter, filter_events
from data.load import read_record
from tests.browser.conftest import PATIENCE, find_map

pytestmark = pytest.mark.browser
FRAME = "**/component/streamlit_folium.st_folium/index.html*"
ENTRY = "**/static/js/index.*.js"
LEAFLET = "**/vendor/leaflet.js"
UNHEARD = """
addEventListener("message", (event) => {
  if (event.data?.type !== "streamlit:componentReady" || window.unheard) return;
  window.unheard = true;
  event.stopImmediatePropagation();
});
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, whose complaints are part of the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def is_needed(request: Request) -> bool:
    """Whether something waits for the answer: what is only fetched early is asked for again."""
    early = request.resource_type == "fetch" and request.frame.parent_frame is None
    return not early or "bundle" in request.url


def lose(page: Page, pattern: str, times: int | None = 1) -> list[str]:
    """Cut off requests for an address, the first few or (None) all; gives those that were cut."""
    lost: list[str] = []

    def answer(route: Route) -> None:
        if (times is None or len(lost) < times) and is_needed(route.request):
            lost.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route(pattern, answer)
    return lost


@pytest.mark.parametrize(
    "pattern",
    [
        ENTRY,
        "**/static/js/ComponentInstance.*.js",
        FRAME,
        "**/component/**/main.*.js",
        LEAFLET,
        "**/map/bundle.js",
        "**/map/deferred.js",
        "**/atlas-en.json",
        "**/water.topo.json",
        "**/map/map.css",
        "**/page/page.css",
        "**/panel/panel.bundle.js",
    ],
)
def test_a_visitor_who_loses_a_file_once_gets_the_map(
    server: str, page: Page, pattern: str
) -> None:
    lost = lose(page, pattern)
    page.goto(f"{server}/?event=april-war-2016")
    frame = find_map(page)
    assert len(lost) == 1
    assert page.locator(".atlas-lost").count() == 0
    held = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"
    for each in (page, frame):
        each.wait_for_function(held)


def test_a_document_that_is_never_answered_is_asked_for_again(server: str, page: Page) -> None:
    held: list[str] = []

    def answer(route: Route) -> None:
        if held or not is_needed(route.request):
            route.continue_()
        else:
            held.append(route.request.url)

    page.route("**/messages-ru.json", answer)
    page.goto(f"{server}/?lang=ru")
    frame = find_map(page)
    assert len(held) == 1
    assert frame.title() == "Карта"


def test_a_map_that_streamlit_did_not_hear_is_drawn(server: str, page: Page) -> None:
    page.add_init_script(UNHEARD)
    page.goto(server)
    find_map(page)
    assert page.evaluate("() => window.unheard")


def test_a_map_that_cannot_be_drawn_says_so_and_comes_when_asked_again(
    server: str, page: Page
) -> None:
    lost = lose(page, LEAFLET, times=None)
    page.goto(f"{server}/?lang=ru")
    said = page.get_by_role("alert")
    said.wait_for()
    assert "Карта не загрузилась" in said.inner_text()
    assert len(lost) == 3
    page.unroute(LEAFLET)
    said.get_by_role("button", name="Повторить").press("Enter")
    find_map(page)
    assert page.locator(".atlas-lost").count() == 0


def test_a_page_that_cannot_be_loaded_says_so_and_comes_when_asked_again(
    server: str, page: Page
) -> None:
    lost = lose(page, ENTRY, times=None)
    page.goto(server)
    said = page.get_by_role("alert")
    said.wait_for()
    assert "could not be loaded" in said.inner_text()
    assert lost.count(lost[0]) == 3
    page.unroute(ENTRY)
    said.get_by_role("button", name="Try again").click()
    find_map(page)


def test_words_are_looked_for_as_written_while_the_search_is_lost(server: str, page: Page) -> None:
    page.route("**/search-en.json", lambda route: route.abort("connectionreset"))
    page.goto(f"{server}/events?q=Talish")
    page.get_by_text("The search could not be loaded. Try again.").wait_for()
    found = filter_events(read_record(), EventFilter(text="Talish"))
    expect(page.locator(".mark")).to_have_count(len(found))
    assert found
