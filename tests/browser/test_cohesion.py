"""The cohesion page in a real browser: sort, zoom, point, choose a pair, follow the evidence."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.app_process import ServerProcess
from tests.browser.conftest import resize, wait_until_at_rest
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (390, 844)]
SIZE_IDS = ["desktop", "phone"]
CHARTS = (
    "star-chart",
    "star-years-chart",
    "index-chart",
    "strain-chart",
    "index-cells-chart",
    "votes-chart",
)


def wait_for_page(page: Page, size: str = "by-kind") -> None:
    """Wait until every part is drawn, charts and arcs included."""
    page.locator(f".matrix.{size} a[data-cell]").first.wait_for(state="attached")
    page.locator(".arcs[data-drawn]").wait_for(state="attached")
    page.locator("#part-votes").wait_for(state="attached")
    for name in CHARTS:
        page.locator(f".st-key-atlas-{name} svg.marks").wait_for(state="attached")
    wait_until_at_rest(page)


def read_query(page: Page) -> dict[str, str]:
    """The parameters of the page's address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def wait_for_query(page: Page, wanted: dict[str, str]) -> None:
    """Wait until the address has exactly these parameters."""
    page.wait_for_function(
        """wanted => JSON.stringify([...new URLSearchParams(location.search)].sort())
            === JSON.stringify(Object.entries(wanted).sort())""",
        arg=wanted,
    )


@pytest.mark.parametrize(("width", "height"), SIZES, ids=SIZE_IDS)
def test_journey(server: str, open_page: Callable[..., Page], width: int, height: int) -> None:
    page = open_page(f"{server}/cohesion", width, height)
    wait_for_page(page)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width

    # Zoom in, sort by a member: the address follows, the focus stays where it was.
    page.get_by_role("button", name="Detailed").click()
    wait_for_query(page, {"size": "read"})
    page.locator(".matrix.read").wait_for()
    page.get_by_label("Sort by").focus()
    page.get_by_label("Sort by").select_option("KAZ")
    wait_for_query(page, {"size": "read", "by": "KAZ"})
    expect(page.get_by_label("Sort by")).to_be_focused()
    headings = page.locator(".matrix .group span")
    expect(headings.first).to_have_text("Material or military support")
    expect(headings.last).to_have_text("own case")

    # A pair shows the stances behind its mean; each leads to its evidence.
    page.get_by_role("button", name="Belarus toward Russia").click()
    evidence = page.locator(".evidence")
    expect(evidence).to_contain_text("Belarus toward Russia")
    expect(page.locator(".arc:not(.faded)")).to_have_count(1)
    wait_for_query(page, {"size": "read", "by": "KAZ", "pair": "BLR-RUS"})
    count = page.get_by_role("button", name="Belarus toward Russia").locator("small").inner_text()
    expect(evidence.locator(".sides > div").first.locator("li")).to_have_count(int(count))
    address = urlsplit(evidence.locator("li a").first.get_attribute("href") or "")
    assert address.path == "events"
    assert parse_qs(address.query)["toward"] == ["RUS"]
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".evidence")).to_have_count(0)

    # The table behind a chart opens, and the contents lead to their parts.
    page.get_by_text("Index as a table").click()
    expect(page.get_by_role("region", name="Index as a table")).to_be_visible()
    page.get_by_role("button", name="Requests for help and responses").click()
    expect(page.locator("#part-ledger")).to_be_in_viewport()
    answer = page.locator(".answers tr[data-event='kazakhstan-2022'] td[data-actor='ARM']")
    expect(answer).to_have_attribute("data-kind", "troops")
    expect(page.locator(".answers tr[data-event='kazakhstan-2022'] th")).to_contain_text(
        "every ally sent troops"
    )
    page.locator(".ledger details summary").first.click()
    expect(page.locator(".ledger .answer").first).to_be_visible()

    # A cell of the matrix opens its evidence; its marks are told apart by form, and in words.
    page.get_by_role("button", name="Words, votes, deeds").click()
    wait_for_query(page, {"by": "KAZ"})
    cell = page.locator(".matrix a[data-cell]:has(.deeds[data-code='MAT'])").first
    expect(cell.locator(".deeds")).to_have_text("+3")
    assert "did: Material or military support" in (cell.get_attribute("aria-label") or "")
    name = cell.get_attribute("aria-label") or ""
    cell.click()
    page.wait_for_url("**/events?*")
    page.wait_for_selector(".event-dossier h2")
    assert name.split(":")[0] in page.locator(".event-dossier h2").first.inner_text()


def test_keyboard(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/cohesion?from=2016&to=2016")
    wait_for_page(page)
    assert page.locator(".matrix a[data-cell][tabindex='0']").count() == 1
    first = page.locator(".matrix a[data-cell][tabindex='0']")
    first.focus()
    readout = page.locator(".readout")
    expect(readout).to_contain_text("Armenia")
    page.keyboard.press("ArrowRight")
    expect(readout).to_contain_text("Belarus")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    focused = page.locator("a[data-cell]:focus")
    expect(focused).to_have_attribute("tabindex", "0")
    assert (focused.get_attribute("aria-label") or "").split(":")[0] in readout.inner_text()
    target = focused.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")


def test_an_empty_choice_is_widened_by_a_button(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/cohesion?about=members&from=1991&to=1991&by=kind")
    page.locator(".empty").first.wait_for()
    expect(page.locator(".empty").first).to_contain_text("No event in 1991")
    page.locator(".empty").first.get_by_role("button", name="All years").click()
    wait_for_query(page, {"about": "members", "by": "kind"})
    wait_for_page(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_access(server: str, open_page: Callable[..., Page], dark: bool) -> None:
    size, shown = ("read", "read") if dark else ("answers", "by-kind")
    page = open_page(f"{server}/cohesion?size={size}&pair=ARM-RUS", *SIZES[0], dark=dark)
    wait_for_page(page, shown)
    for summary in page.locator(".cohesion > details > summary").all():
        summary.click()
    assert find_grave(page) == []
    if dark:
        return
    resize(page, *SIZES[1])
    page.get_by_role("button", name="Detailed").click()
    wait_for_page(page, "read")
    assert find_grave(page) == []


def test_first_request(
    fresh_server: Callable[[], ServerProcess], open_page: Callable[..., Page]
) -> None:
    link = "by=RUS&event=april-war-2016&from=2014&pair=ARM-KAZ&size=read"
    page = open_page(f"{fresh_server().url}/cohesion?{link}")
    wait_for_page(page, "read")
    expect(page.locator("select[data-key=from]")).to_have_value("2014")
    expect(page.locator("select[data-key=by]")).to_have_value("RUS")
    expect(page.locator(".evidence")).to_contain_text("Kazakhstan toward Armenia")
    expect(page.locator("tr.chosen")).to_contain_text("April war")
    page.locator(".matrix").evaluate("frame => frame.scrollIntoView({ block: 'end' })")
    expect(page.locator("tr.chosen")).to_be_in_viewport()
    assert read_query(page) == dict(pair.split("=") for pair in link.split("&"))
