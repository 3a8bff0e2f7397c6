"""The share dialog on every page, embedded maps in pages of others, and what messengers read."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page

from components.core.cited_version import read_version
from data.load import read_record
from tests.browser.conftest import PATIENCE, find_map
from tests.browser.test_axe import find_grave
from tests.browser.test_compare import find_pair
from tests.components.server.http_client import fetch

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
EVENT = "april-war-2016"
# Tab goes through the dialog and, at its end, to the browser itself.
HELD = """() => document.activeElement === document.body
  || !!document.activeElement?.closest('dialog')"""
FILES = {"png", "png2", "svg", "pdf", "pptx", "csv", "xlsx", "html"}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *values: object) -> None:
        """Nothing."""


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of somebody else's site and the folder of its pages."""
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}", tmp_path
        site.shutdown()


def open_dialog(page: Page) -> Locator:
    """The share dialog of a page outside the map."""
    page.locator(".share-button").first.click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


def list_files(dialog: Locator) -> set[str]:
    """The formats a dialog offers."""
    buttons = dialog.locator("[data-format]").all()
    return {button.get_attribute("data-format") or "" for button in buttons}


def test_the_map_is_embedded_by_a_page_of_another_origin(
    server: str, open_page: Open, browser: Browser, other_site: tuple[str, Path]
) -> None:
    page = open_page(f"{server}/?event={EVENT}&lang=en")
    frame = find_map(page)
    frame.get_by_role("button", name="Share, embed, export").click()
    dialog = frame.get_by_role("dialog", name="Share this view")
    assert find_grave(frame) == []
    assert list_files(dialog) == FILES
    code = dialog.get_by_label("Embed", exact=True).input_value()
    iframe = ElementTree.fromstring(code)
    address = urlsplit(iframe.attrib["src"])
    assert iframe.tag == "iframe"
    assert parse_qs(address.query) == {"embed": ["1"], "event": [EVENT], "lang": ["en"]}
    dialog.get_by_label("Static map").check()
    frozen = dialog.get_by_label("Embed", exact=True).input_value()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert frame.evaluate("() => document.activeElement.ariaLabel") == "Share, embed, export"

    site, folder = other_site
    body = f"<!doctype html><title>Secret</title>{code}{frozen}"
    (folder / "index.html").write_text(body, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 1300})
    other = context.new_page()
    other.set_default_timeout(PATIENCE)
    other.goto(site)
    for place, frozen_here in enumerate((False, True)):
        outer = other.locator("iframe").nth(place).element_handle().content_frame()
        assert outer is not None
        element = outer.wait_for_selector("iframe")
        inner = element.content_frame() if element else None
        assert inner is not None
        inner.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
        assert inner.evaluate("() => window.atlas.store.view.event") == EVENT
        reading = "() => { try { return top.document.title } catch { return 'kept' } }"
        assert inner.evaluate(reading) == "kept"
        assert inner.locator(".thumb").is_visible() is not frozen_here
        before = inner.evaluate(
            "() => [window.atlas.map.getCenter().lng, window.atlas.map.getZoom()]"
        )
        box = other.locator("iframe").nth(place).bounding_box()
        assert box is not None
        other.mouse.move(box["x"] + 500, box["y"] + 250)
        other.mouse.down()
        other.mouse.move(box["x"] + 300, box["y"] + 250, steps=4)
        other.mouse.up()
        after = inner.evaluate(
            "() => [window.atlas.map.getCenter().lng, window.atlas.map.getZoom()]"
        )
        assert (before == after) is frozen_here
    context.close()


def test_a_dossier_is_shared_and_saved(server: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{server}/events?event={EVENT}&lang=en", dark=True)
    page.wait_for_selector(".event-dossier .title")
    dialog = open_dialog(page)
    assert find_grave(page) == []
    assert list_files(dialog) == FILES
    link = parse_qs(urlsplit(dialog.get_by_label("Link", exact=True).input_value()).query)
    assert link == {"event": [EVENT], "lang": ["en"], "v": [read_version()]}
    with page.expect_download() as download:
        dialog.get_by_role("button", name="CSV table with sources").click()
    path = tmp_path / "file.csv"
    download.value.save_as(path)
    assert EVENT in path.read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename in (dialog.get_by_role("status").text_content() or "")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(HELD)
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.className") == "share-button"


def test_a_comparison_is_shared_with_both_views(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?year=2016&b-year=1994&lang=ru")
    find_pair(page)
    dialog = open_dialog(page)
    link = parse_qs(urlsplit(dialog.locator("textarea").first.input_value()).query)
    assert link == {"year": ["2016"], "b-year": ["1994"], "lang": ["ru"], "v": [read_version()]}
    assert list_files(dialog) == FILES
    said = page.locator(".announced[role=status]").text_content() or ""
    assert "2016" in said
    assert "1994" in said
    assert re.search("[а-я]", said)


def test_a_story_is_shared_and_a_problem_is_told(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?lang=en")
    dialog = open_dialog(page)
    link = parse_qs(urlsplit(dialog.get_by_label("Link", exact=True).input_value()).query)
    assert (link["story"], link["lang"]) == (["five-articles"], ["en"])
    problem = '{"problem": "<b>Busy</b>"}'
    page.route("**/export/**", lambda route: route.fulfill(body=problem + "\n"))
    dialog.get_by_role("button", name="PDF").click()
    dialog.get_by_text("<b>Busy</b>", exact=True).wait_for()
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_head_of_a_link_names_its_event(server: str, language: str) -> None:
    hostile = '"><script>alert(1)</script>'
    title = read_record().row("events", EVENT)[f"title_{language}"]
    page = fetch(server, f"/?event={EVENT}&lang={language}&toward={hostile}").text
    assert f"<title>{html.escape(title)}" in page
    assert f'property="og:title" content="{html.escape(title)}' in page
    assert "alert(1)" not in page
    picture = re.search(r'property="og:image" content="([^"]+)"', page)
    assert picture
    assert f"event={EVENT}" in html.unescape(picture[1])
