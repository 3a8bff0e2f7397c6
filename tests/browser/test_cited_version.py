"""Links that cite a version of the record: made with it, and opened after it has changed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from components.core.cited_version import read_version
from tests.browser.conftest import find_map, wait_until_at_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
EVENT = "april-war-2016"
STRIP = ".atlas-cited"


def read_cited(link: str) -> str | None:
    """The version that a link names."""
    return parse_qs(urlsplit(link).query).get("v", [None])[0]


@pytest.mark.parametrize("path", ["", "events", "members", "compare", "sources"])
def test_an_old_link_says_what_changed_on_every_page(
    server: str, open_page: Open, path: str
) -> None:
    page = open_page(f"{server}/{path}?event={EVENT}&v=1.0.0&lang=en")
    strip = page.locator(STRIP)
    expect(strip).to_contain_text("This link cites version 1.0.0 of the record")
    expect(strip).to_contain_text("Kazakhstan toward Armenia")
    box, head = strip.bounding_box(), page.locator("[data-testid=stHeader]").bounding_box()
    assert box is not None
    assert head is not None
    assert box["y"] == pytest.approx(head["y"] + head["height"], abs=1)
    below = page.locator(".stMain :is(h1, h2, iframe)").first.bounding_box()
    assert below is not None
    assert below["y"] >= box["y"] + box["height"] - 1


def test_the_line_is_in_russian_and_leads_to_the_changes(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?event={EVENT}&v=1.0.0&lang=ru")
    strip = page.locator(STRIP)
    expect(strip).to_contain_text("Казахстан")
    strip.get_by_role("link", name="Что изменилось").click()
    heading = page.get_by_role("heading", name="Изменения данных")
    expect(heading).to_be_in_viewport()
    expect(page.locator(STRIP)).to_have_count(0)


def test_it_can_be_closed_and_goes_with_the_first_change_of_the_view(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/?event={EVENT}&v=1.0.0&lang=en", 390, 844)
    frame = find_map(page)
    wait_until_at_rest(page)
    assert read_cited(page.url) == "1.0.0"
    top = page.locator(".st-key-atlas-map").evaluate("map => map.getBoundingClientRect().top")
    page.locator(STRIP).get_by_role("button", name="Close").click()
    expect(page.locator(STRIP)).to_have_count(0)
    assert read_cited(page.url) is None
    after = page.locator(".st-key-atlas-map").evaluate("map => map.getBoundingClientRect().top")
    assert after < top - 20
    page.goto(f"{server}/?event={EVENT}&v=1.0.0&lang=en")
    frame = find_map(page)
    frame.evaluate("() => window.atlas.chooseYear(2001)")
    page.wait_for_url("**year=2001**")
    assert read_cited(page.url) is None


def test_a_wrong_version_is_ignored_and_named(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/events?event={EVENT}&v=<b>7&lang=en")
    line = page.locator(STRIP)
    expect(line).to_contain_text("v=<b>7 was ignored: the record has no such version")
    expect(line.get_by_role("link")).to_have_count(0)
    expect(page.locator(".event-dossier h2").first).to_be_visible()


@pytest.mark.parametrize("version", ["", f"&v={read_version()}"])
def test_links_without_a_version_and_of_this_one_say_nothing(
    server: str, open_page: Open, version: str
) -> None:
    page = open_page(f"{server}/events?event={EVENT}{version}&lang=en")
    expect(page.locator(".event-dossier h2").first).to_be_visible()
    assert page.locator(STRIP).count() == 0


def test_links_to_share_and_cite_name_the_version(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/events?event={EVENT}&v=1.0.0&lang=en")
    page.get_by_role("button", name="Share, export").click()
    dialog = page.get_by_role("dialog")
    link = dialog.get_by_role("textbox", name="Link").input_value()
    assert read_cited(link) == read_version()
    assert link.count("v=") == 1
    citation = dialog.get_by_role("textbox", name="Citation").input_value()
    assert link in citation
    # A frame shows the record as it is.
    code = dialog.get_by_role("textbox", name="Embed").input_value()
    assert read_cited(code.split('src="')[1].split('"')[0].replace("&amp;", "&")) is None
    with page.expect_download() as saved:
        dialog.locator("[data-format=csv]").click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    assert f"v={read_version()}" in text
