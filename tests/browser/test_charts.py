"""Every chart of every page: it has a name, a stop for the keyboard, and its content in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_cohesion import wait_for_page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

# A page, what says that it is drawn, and how many charts it has at least.
PAGES = {
    "events": ("events?event=april-war-2016", ".stance-map svg path", 2),
    "members": ("members?panel=ARM", ".member-page .time svg", 4),
    "cohesion": ("cohesion", "#part-votes", 8),
    "map": ("?event=april-war-2016", ".dossier h1", 0),
    "stories": ("stories", ".stories .strip", 0),
    "sources": ("sources", ".document h2", 0),
}
# What is drawn large enough to be looked at for what it says, and not hidden from a reader.
CHARTS = """() => [...document.querySelectorAll("svg, canvas, .frame, .matrix, table.grid")]
  .filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 150 && height > 40 && !each.closest("[aria-hidden=true]");
  })
  .map((chart) => {
    const vega = chart.closest(".stVegaLiteChart");
    const named = chart.closest("[aria-label]") ?? chart.querySelector("[aria-label]");
    const own = chart.querySelector(":scope > title, :scope > caption");
    const home = chart.closest(".pairs, .time, section, article") ?? chart;
    return {
      name: own?.textContent || named?.getAttribute("aria-label") || "",
      // The stop of one of Vega's charts is the reader over it, which is counted below.
      stop: Boolean(vega || home.querySelector("[tabindex='0'], a[href], button, select")),
    };
  })"""


@pytest.mark.parametrize("name", PAGES)
def test_charts_are_named_and_reached(server: str, open_page: Open, name: str) -> None:
    address, drawn, fewest = PAGES[name]
    page = open_page(f"{server}/{address}")
    page.locator(drawn).first.wait_for(state="attached")
    if name == "cohesion":
        wait_for_page(page)
    charts = page.evaluate(CHARTS)
    assert len(charts) >= fewest, charts
    assert [chart for chart in charts if len(chart["name"]) < 10 or not chart["stop"]] == []
    if name == "cohesion":
        check_values_by_arrow_keys(page)


def check_values_by_arrow_keys(page: Page) -> None:
    """Every chart of the cohesion page tells its values to the keyboard."""
    readers = page.locator(".reader")
    assert readers.count() == page.locator(".stVegaLiteChart").count() == 6
    for reader in readers.all():
        reader.focus()
        expect(reader).to_have_text(reader.get_attribute("aria-valuetext") or "no advice")
        page.keyboard.press("ArrowRight")
        first = reader.inner_text()
        page.keyboard.press("End")
        expect(reader).not_to_have_text(first)
        assert reader.get_attribute("aria-valuenow") == reader.get_attribute("aria-valuemax")
        page.keyboard.press("Home")
        expect(reader).to_have_text(first)
        expect(reader).to_have_attribute("aria-valuenow", "1")
    # The first value of the last chart is the first row of the table behind it.
    cells = page.locator("table[data-table=votes] tbody tr").first.locator("th, td")
    assert [cell for cell in cells.all_text_contents() if cell not in first] == []
