"""A live embed on a page of another site: it reports its height, and names who is to be named."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.other_site import OtherSite

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

LISTEN = """<script>window.told = []; addEventListener("message", ({ data, origin }) => {
  if (data?.type === "csto-stance-atlas:height") told.push({ ...data, origin }); })</script>"""
COMPLETE = "() => document.documentElement.dataset.atlas === 'complete'"


def find_map(page: Page) -> Frame:
    """The map of the embed on a page, complete."""
    page.wait_for_function("() => window.frames[0]?.length")
    frame = page.frames[-1]
    frame.wait_for_function(COMPLETE)
    return frame


@pytest.mark.parametrize(("width", "height"), [(320, 256), (480, 320), (800, 600)])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_small_embed_names_whom_it_must(
    server: str, browser: Browser, width: int, height: int, language: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{server}/?embed=1&event=april-war-2016&lang={language}")
    frame = page.frames[-1]
    frame.wait_for_function(COMPLETE)
    credit = frame.locator(".credit")
    text = credit.inner_text()
    for name in ("Natural Earth", "GeoNames", "CC BY 4.0", "OpenStreetMap", "ODbL"):
        assert name in text
    whole = credit.evaluate("credit => credit.scrollHeight - credit.clientHeight")
    assert whole <= 1
    box = credit.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    for other in (".slider", "a.whole"):
        above = frame.locator(other).bounding_box()
        assert above is not None
        apart = (
            above["y"] + above["height"] <= box["y"] + 1 or above["x"] >= box["x"] + box["width"]
        )
        assert apart, other
    page.close()


def test_it_reports_its_height_and_nothing_else(server: str, browser: Browser) -> None:
    frame = f'<iframe src="{server}/?embed=1&year=2016&lang=en" width="500" height="300"></iframe>'
    with OtherSite({"/": f"<!doctype html>{LISTEN}{frame}"}) as site:
        page = browser.new_page(viewport={"width": 900, "height": 900})
        page.goto(f"{site.url}/")
        find_map(page)
        page.wait_for_function("() => window.told.length")
        (first, *_more) = page.evaluate("window.told")
        assert set(first) == {"type", "height", "origin"}
        assert first["origin"] == "{0.scheme}://{0.netloc}".format(urlsplit(server))
        assert isinstance(first["height"], int)
        assert 300 < first["height"] < 1200
        # Given what it asked for, it asks for no more.
        height = page.evaluate("window.told.at(-1).height")
        page.locator("iframe").evaluate("(frame, height) => { frame.height = height; }", height)
        page.wait_for_timeout(1000)
        assert page.evaluate("window.told.at(-1).height") <= height + 60
        page.close()


def test_the_code_of_the_dialog_follows_the_height(
    server: str, open_page: Open, browser: Browser
) -> None:
    opened = open_page(f"{server}/events?event=april-war-2016&lang=en")
    opened.get_by_role("button", name="Share, export").click()
    dialog = opened.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="Fits the page (script)").check()
    code = dialog.get_by_role("textbox", name="Embed").input_value()
    assert 'width="100%"' in code
    with OtherSite({"/": f"<!doctype html>{code}"}) as site:
        page = browser.new_page(viewport={"width": 420, "height": 900})
        page.goto(f"{site.url}/")
        page.wait_for_function("() => document.querySelector('iframe').height !== '600'")
        height = int(page.locator("iframe").get_attribute("height") or 0)
        assert 300 < height < 1200
        # Another page's word for it counts nothing.
        page.evaluate("() => postMessage({ type: 'csto-stance-atlas:height', height: 5 }, '*')")
        page.wait_for_timeout(300)
        assert int(page.locator("iframe").get_attribute("height") or 0) >= height
        page.close()
    dialog.get_by_role("checkbox", name="Static map").check()
    assert "<script" not in dialog.get_by_role("textbox", name="Embed").input_value()
