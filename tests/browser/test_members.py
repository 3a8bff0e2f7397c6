"""The members page in a real browser: a state chosen, a tile read, by keyboard and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.app_process import ServerProcess
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (390, 844)]
SIZE_IDS = ["desktop", "phone"]


def wait_for_state(page: Page, country: str) -> None:
    """Wait until the page of a state is laid out."""
    page.wait_for_selector(f".member-page[data-drawn='{country}']")


def read_query(page: Page) -> dict[str, list[str]]:
    """The parameters of the page's address."""
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(("width", "height"), SIZES, ids=SIZE_IDS)
def test_journey(server: str, open_page: Callable[..., Page], width: int, height: int) -> None:
    page = open_page(f"{server}/members?panel=ARM&event=april-war-2016", width, height)
    wait_for_state(page, "ARM")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    # A tile says what it stands for and leads to the evidence.
    tile = page.locator(".tile.chosen[aria-label^='Kazakhstan toward Armenia']").first
    tile.click()
    readout = page.locator(".readout")
    expect(readout).to_contain_text("Kazakhstan toward Armenia")
    evidence = readout.locator("a").first.evaluate("link => link.href")
    assert urlsplit(evidence).path == "/events"
    assert parse_qs(urlsplit(evidence).query)["event"] == ["april-war-2016"]
    assert urlsplit(readout.locator("a").nth(1).evaluate("link => link.href")).path == "/"

    # The table behind the chart holds every reading and names the gaps.
    fold = page.locator(
        "details", has_text="Stances toward Armenia: full list, including missing data"
    )
    fold.locator("summary").click()
    table = fold.locator("tbody tr")
    table.nth(50).wait_for()
    assert "No data" in fold.locator("tbody").inner_text()

    # Another state: the view stays, the address follows, and the way back is open.
    page.locator("nav[aria-label=States]").get_by_role("link", name="Russia", exact=True).click()
    wait_for_state(page, "RUS")
    expect(page.locator(".member-page h1")).to_have_text("Russia")
    expect(page.locator(".member-page .view")).to_contain_text("April war")
    page.wait_for_url("**/members?*panel=RUS*")
    assert read_query(page) == {"event": ["april-war-2016"], "panel": ["RUS"]}
    page.go_back()
    wait_for_state(page, "ARM")


def test_keyboard(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/members?panel=KGZ")
    wait_for_state(page, "KGZ")
    chart = page.locator("svg[role=group]").first
    assert chart.locator(".tile[tabindex='0']").count() == 1
    chart.locator(".tile[tabindex='0']").focus()
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowLeft")
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert before != last
    page.keyboard.press("Enter")
    expect(page.locator(".readout.held")).to_contain_text(before)
    assert chart.locator(".tile[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    # One press leaves a chart, however many tiles it has.
    assert chart.evaluate("chart => !chart.contains(document.activeElement)")


def test_absence_looks_and_counts_apart(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/members?panel=RUS")
    wait_for_state(page, "RUS")
    chart = page.locator("svg[role=group]").nth(1)
    paints = {
        words: chart.locator(f".tile[aria-label*='{words}'] rect").first.evaluate(
            "rect => getComputedStyle(rect).fill + rect.style.stroke"
        )
        for words in ("Neutral", "No reaction", "Party to", "No data", "Not a member")
    }
    assert len(set(paints.values())) == len(paints)
    assert all("url(" in paints[words] for words in ("No reaction", "No data", "Not a member"))
    row = page.locator(".standing li", has_text="Kazakhstan").first
    assert {"no reaction or no vote", "no data"} <= {
        text.split(" ", 1)[1] for text in row.locator(".gap").all_inner_texts()
    }


def test_a_state_without_a_record_says_so(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/members?panel=FRA&year=1066")
    wait_for_state(page, "FRA")
    expect(page.locator(".member-page .note[role=status]")).to_contain_text("year=1066 was ignored")
    assert page.locator(".member-page .none").count() >= 4
    page.locator("nav[aria-label=States] a").first.click()
    wait_for_state(page, "ARM")


@pytest.mark.parametrize(
    ("width", "height", "dark"), [(1440, 900, False), (390, 844, True)], ids=SIZE_IDS
)
def test_access(
    server: str, open_page: Callable[..., Page], width: int, height: int, dark: bool
) -> None:
    page = open_page(f"{server}/members?panel=ARM&event=april-war-2016", width, height, dark=dark)
    wait_for_state(page, "ARM")
    for fold in page.locator("details summary").all():
        fold.click()
    page.locator(".tile").first.hover()
    assert find_grave(page) == []


def test_first_request(
    fresh_server: Callable[[], ServerProcess], open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{fresh_server().url}/members?panel=UZB&year=2008")
    wait_for_state(page, "UZB")
    expect(page.locator(".member-page .view")).to_contain_text("31 December 2008")
    assert page.get_by_role("link", name="Map", exact=True).count() == 1
