"""What a reader does on the sources page, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from data.load import HERE
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map, resize
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (390, 844)]
Open = Callable[..., Page]


def open_sources(open_page: Open, url: str, width: int = 1440, height: int = 900) -> Page:
    page = open_page(url, width, height)
    page.get_by_role("heading", name="Sources and method").wait_for()
    page.locator("[data-testid=stDownloadButton]").last.wait_for()
    return page


def take(page: Page, file: str) -> bytes:
    """Press a button and read what is downloaded."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=file, exact=True).click()
    assert waiting.value.suggested_filename == file
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_find_a_source_and_read_what_it_gave(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_sources(open_page, f"{server}/sources", width, height)
    page.get_by_label("Filter sources").fill("kucera")
    page.get_by_role("status").filter(has_text="1 of ").wait_for()
    source = page.locator("#source-kucera-2016")
    source.locator("summary").first.click()
    source.get_by_role("heading", name="Claims by country and event").wait_for()
    assert source.locator("th.actor").count() > 3
    assert source.locator("table a.to").first.get_attribute("href", timeout=2000)
    page.get_by_label("Filter sources").fill("qwertyuiop")
    page.get_by_role("status").filter(has_text="No source matches").wait_for()
    page.get_by_role("button", name="Clear the filter").click()
    assert page.locator(".document .source:visible").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_opens_a_source_on_a_fresh_server(
    fresh_server: Callable[[], ServerProcess], open_page: Open
) -> None:
    url = f"{fresh_server().url}/sources?source=gottesman-2015&event=april-war-2016&year=2016"
    page = open_sources(open_page, url)
    page.locator("#source-gottesman-2015[open] .inside").wait_for()
    page.wait_for_function(
        "() => document.activeElement && document.activeElement.id === 'source-gottesman-2015'"
    )
    assert "source=gottesman-2015" in page.url
    page.get_by_role("button", name="Only sources for").click()
    assert page.get_by_label("Filter sources").input_value()
    page.get_by_role("link", name="Map").click()
    find_map(page)
    assert "event=april-war-2016" in page.url


def test_a_dispute_leads_to_the_other_source_and_to_the_discrepancy(
    server: str, open_page: Open
) -> None:
    page = open_sources(open_page, f"{server}/sources?source=kucera-2016")
    source = page.locator("#source-kucera-2016")
    source.locator(".against .jump").first.click()
    page.wait_for_function(
        "() => document.activeElement.matches('.source[open]:not(#source-kucera-2016)')"
    )
    source.locator("[class=rows] li > .jump").first.click()
    page.wait_for_function("() => document.activeElement.matches('details.case[open]')")


def test_the_rule_is_worked_through_claim_by_claim(server: str, open_page: Open) -> None:
    page = open_sources(open_page, f"{server}/sources?part=rule")
    page.wait_for_function("() => document.activeElement.id === 'part-rule'")
    for kind in ("contested", "group"):
        example = page.locator(f".example[data-kind={kind}]")
        assert example.locator("tbody tr").count() >= 2
        assert example.locator(".shown .chip").first.inner_text()


def test_files_are_what_they_say(server: str, open_page: Open) -> None:
    page = open_sources(open_page, f"{server}/sources?part=downloads")
    rows = list(csv.reader(io.StringIO(take(page, "claims.csv").decode("utf-8-sig"))))
    with (HERE / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert len(rows) == len(list(csv.reader(file)))
    zones = json.loads(take(page, "zones-osm.geojson"))
    assert zones["licence"] == "ODbL 1.0"
    name = page.get_by_role("button", name=".zip").inner_text()
    with zipfile.ZipFile(io.BytesIO(take(page, name))) as archive:
        assert archive.read("claims.csv") == (HERE / "claims.csv").read_bytes()
        assert json.loads(archive.read("datapackage.json"))["resources"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_serious_for_axe(server: str, open_page: Open, dark: bool) -> None:
    page = open_page(f"{server}/sources?source=kucera-2016", *SIZES[0], dark=dark)
    page.locator("#source-kucera-2016[open]").wait_for()
    page.locator("[data-testid=stDownloadButton]").last.wait_for()
    for size in SIZES:
        resize(page, *size)
        assert find_grave(page) == [], size
