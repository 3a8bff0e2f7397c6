"""The events page: filter, choose, read, cite, and find one's way with the keyboard alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.event_filter import EventFilter, filter_events
from data.load import read_record
from data.stances import resolve_event
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

EVENT = "kgz-tjk-2022-clash"
SIZES = [(1440, 900), (390, 844)]


def wait_for_marks(page: Page, number: int) -> None:
    """Wait until the timeline shows so many events, in its chart and in its table."""
    expect(page.locator(".mark")).to_have_count(number)
    expect(page.locator(".behind tbody tr")).to_have_count(number)


def wait_for_dossier(page: Page, event_id: str) -> None:
    """Wait until the dossier of an event is there with its map."""
    page.locator(f'.event-dossier[data-drawn="{event_id}"] .stance-map[data-drawn]').wait_for()


def read_address(page: Page) -> dict[str, str]:
    """The parameters of the page's address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def count(**wanted: Any) -> int:
    return len(filter_events(read_record(), EventFilter(**wanted)))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_filter_choose_switch_and_cite(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(f"{server}/events?keep=1", width, height)
    wait_for_marks(page, len(read_record().rows("events")))
    page.get_by_label("Country", exact=True).select_option("KGZ")
    wait_for_marks(page, count(member="KGZ"))
    page.get_by_role("button", name="No request for help").click()
    wait_for_marks(page, count(member="KGZ", response="none"))
    page.get_by_label("From year", exact=True).select_option("2020")
    wait_for_marks(page, count(member="KGZ", response="none", first=2020))
    assert read_address(page) == {
        "keep": "1", "member": "KGZ", "response": "none", "from": "2020",
    }  # fmt: skip

    page.locator(f'.mark[data-event="{EVENT}"]').click()
    wait_for_dossier(page, EVENT)
    expect(page.locator(".mark[aria-current]")).to_have_attribute("data-event", EVENT)
    assert read_address(page)["event"] == EVENT
    assert read_address(page)["member"] == "KGZ"
    expect(page.locator(".event-dossier h2.title")).to_be_in_viewport()
    before = page.locator('.stance-map path[data-actor="KAZ"]').get_attribute("fill")
    assert before

    page.get_by_role("button", name="Positions on Tajikistan").click()
    page.get_by_role("heading", name="Stances toward Tajikistan").wait_for()
    assert read_address(page)["toward"] == "TJK"
    page.get_by_role("button", name="BibTeX").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(f"@misc{{csto-stance-atlas-{EVENT},")
    assert f"event={EVENT}&toward=TJK" in copied
    page.get_by_role("button", name="CSL-JSON").click()
    assert json.loads(page.locator(".event-dossier pre").inner_text())[0]["type"] == "entry"

    page.get_by_role("button", name="Clear filters").click()
    wait_for_marks(page, len(read_record().rows("events")))
    assert read_address(page) == {"keep": "1", "event": EVENT, "toward": "TJK"}


def test_actors_stand_in_the_order_of_the_scale(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/events?event=karabakh-2020&toward=AZE")
    wait_for_dossier(page, "karabakh-2020")
    scale = [row["code"] for row in read_record().rows("scale")]
    codes = page.locator(".actors > li").evaluate_all("rows => rows.map((r) => r.dataset.code)")
    assert [scale.index(code) for code in codes] == sorted(scale.index(code) for code in codes)
    assert page.locator(".stance-map path[data-code]").count() > 5
    stances = resolve_event(read_record(), "karabakh-2020", "AZE")
    contested = {actor: stance for actor, stance in stances.items() if stance.contested}
    for actor, stance in contested.items():
        reading = next(code for code in stance.readings if code != stance.code)
        fill = page.locator(f'path[data-actor="{actor}"]').get_attribute("fill")
        assert fill == f"url(#stance-{stance.code}-{reading})"
    assert contested
    other = page.get_by_role("navigation", name="Previous and next event").get_by_role("link").last
    title = other.inner_text()
    other.click()
    page.get_by_role("heading", name=title, exact=True).wait_for()


def test_weak_evidence_has_a_broken_fill_and_is_counted(server: str, open_page: Open) -> None:
    stances = resolve_event(read_record(), "rubezh-2004", "KGZ")
    weak = {actor: stance for actor, stance in stances.items() if stance.weakness}
    page = open_page(f"{server}/?event=rubezh-2004&toward=KGZ")
    frame = find_map(page)
    row = frame.locator(".legend .row", has_text="Weak evidence")
    expect(row.locator(".count")).to_have_text(str(len(weak)))
    fill = f"url(#stance-{weak['KAZ'].code}-weak)"
    expect(frame.locator(f'path[fill="{fill}"]').first).to_be_attached()
    reason = "Weak evidence: rests on one sentence about several states."
    expect(page.locator('li[data-actor="KAZ"]')).to_contain_text(reason)
    shape = frame.locator('path[aria-label^="Kazakhstan,"]')
    expect(shape).to_have_attribute("aria-label", re.compile(reason.rstrip(".")))
    row.focus()
    expect(shape).not_to_have_class(re.compile("faded"))
    expect(frame.locator('path[aria-label^="Azerbaijan,"]')).to_have_class(re.compile("faded"))
    shape.hover()
    expect(frame.locator(".card")).to_contain_text(reason.rstrip("."))


def test_keyboard_reaches_and_opens_events(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/events?kind=crisis")
    wait_for_marks(page, count(kind="crisis"))
    page.locator(".answers button").last.focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.locator(".mark:focus").count():
            break
    rows = filter_events(read_record(), EventFilter(kind="crisis"))
    page.keyboard.press("ArrowRight")
    focused = page.locator(".mark:focus")
    expect(focused).to_have_attribute("data-event", rows[1]["id"])
    expect(page.locator(".readout strong")).to_have_text(rows[1]["title_en"])
    page.keyboard.press("Enter")
    wait_for_dossier(page, rows[1]["id"])
    expect(focused).to_have_attribute("data-event", rows[1]["id"])
    page.keyboard.press("End")
    expect(focused).not_to_have_attribute("data-event", rows[1]["id"])


def test_typing_is_never_interrupted_and_an_empty_filter_helps(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/events?kind=drill")
    wait_for_marks(page, count(kind="drill"))
    words = page.get_by_label("Keyword", exact=True)
    words.press_sequentially("qwrtzp of xqzvw", delay=60)
    page.get_by_role("heading", name="No event matches these filters").wait_for()
    assert words.input_value() == "qwrtzp of xqzvw"
    expect(words).to_be_focused()
    page.get_by_role("button", name="Without keyword").click()
    wait_for_marks(page, count(kind="drill"))
    assert read_address(page) == {"kind": "drill"}


@pytest.mark.parametrize("text", ["Лукашенко заявил", "Lukashenka", "peacekeepers of nowhere"])
def test_words_leave_the_events_that_the_search_finds(
    server: str, open_page: Open, text: str
) -> None:
    page = open_page(f"{server}/search?{urlencode({'q': text})}")
    page.locator(".search-results h2").first.wait_for()
    more = page.locator(".search-results .more")
    while more.count():
        more.first.click()
    links = page.locator(".search-results .results a:not(.correct)")
    addresses = links.evaluate_all("links => links.map((link) => link.href)")
    queries = [parse_qs(urlsplit(address).query) for address in addresses]
    found = {query["event"][0] for query in queries if "event" in query}
    assert 5 < len(found) < len(read_record().rows("events"))

    page.goto(f"{server}/events?{urlencode({'q': text})}")
    wait_for_marks(page, len(found))
    marks = page.locator(".mark").evaluate_all("marks => marks.map((mark) => mark.dataset.event)")
    assert set(marks) == found
    widened = page.get_by_text("Nothing has all these words; these have some of them.")
    expect(widened).to_have_count(1 if "nowhere" in text else 0)

    words = page.get_by_label("Keyword", exact=True)
    words.fill("")
    wait_for_marks(page, len(read_record().rows("events")))
    words.press_sequentially(text, delay=30)
    wait_for_marks(page, len(found))
    assert read_address(page) == {"q": text}
    page.get_by_role("link", name="All results for these words").click()
    page.locator(".search-results h2").first.wait_for()
    assert read_address(page) == {"q": text}


@pytest.mark.parametrize(
    ("width", "height", "dark"), [(1440, 900, False), (390, 844, True)], ids=["light", "dark-phone"]
)
def test_axe_finds_nothing_serious(
    server: str, open_page: Open, width: int, height: int, dark: bool
) -> None:
    page = open_page(f"{server}/events?event=april-war-2016", width, height, dark=dark)
    wait_for_dossier(page, "april-war-2016")
    page.locator(".behind summary").click()
    assert find_grave(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_link_opens_as_the_first_request_of_a_fresh_server(
    fresh_server: Callable[[], ServerProcess], open_page: Open
) -> None:
    link = "event=kgz-tjk-2022-clash&toward=TJK&member=TJK&from=2020&to=1999&kind=nonsense"
    page = open_page(f"{fresh_server().url}/events?{link}")
    wait_for_dossier(page, EVENT)
    page.get_by_role("heading", name="Stances toward Tajikistan").wait_for()
    notices = page.locator(".notices p")
    expect(notices).to_have_count(2)
    expect(notices.first).to_contain_text("kind=nonsense was ignored")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url(lambda url: "/events" not in url)
