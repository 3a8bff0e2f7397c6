"""What a browser may withhold: the clipboard of a page on plain http, windows of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import find_map
from tests.browser.story_helpers import find_player

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

# As a browser has it where a page came by plain http from another machine.
PLAIN = """for (const name of ["clipboard", "share"])
  Object.defineProperty(Navigator.prototype, name, { value: undefined, configurable: true })"""
BLOCKED = "window.open = () => null"


def open_without(open_page: Open, server: str, path: str, script: str) -> Page:
    """A page of a browser that withholds something from the start."""
    page = open_page(f"{server}/_stcore/health")
    page.add_init_script(script)
    page.goto(f"{server}{path}")
    return page


def test_a_link_can_be_copied_by_hand_on_plain_http(server: str, open_page: Open) -> None:
    page = open_without(open_page, server, "/?event=april-war-2016&lang=en", PLAIN)
    frame = find_map(page)
    assert frame.evaluate("() => [navigator.clipboard, navigator.share]") == [None, None]
    frame.get_by_role("button", name="Copy link").click()
    field = frame.get_by_label("Link to this view")
    expect(field).to_be_focused()
    assert "event=april-war-2016" in field.input_value()
    selected = "field => field.selectionEnd - field.selectionStart === field.value.length"
    assert field.evaluate(selected)


def test_the_dialog_says_how_to_copy_on_plain_http(server: str, open_page: Open) -> None:
    page = open_without(open_page, server, "/events?event=april-war-2016&lang=en", PLAIN)
    page.get_by_role("button", name="Share, export").click()
    dialog = page.get_by_role("dialog")
    for name in ("Link", "Citation", "Embed"):
        button = dialog.get_by_role("button", name=f"Copy: {name}")
        button.click()
        expect(button).to_have_text("Press Ctrl+C")
        expect(dialog.get_by_role("textbox", name=name, exact=True)).to_be_focused()


def test_a_blocked_presenter_view_is_told_and_the_story_goes_on(
    server: str, open_page: Open
) -> None:
    page = open_without(open_page, server, "/stories?story=five-articles&step=2&lang=en", BLOCKED)
    find_player(page)
    page.keyboard.press("n")
    expect(page.get_by_text("The browser blocked the presenter view.")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3**")
