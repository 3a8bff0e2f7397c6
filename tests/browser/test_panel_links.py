"""From the panel beside the map to the pages that say more, in the same view."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import find_map

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("query", "path", "drawn"),
    [
        ("event=april-war-2016&toward=AZE", "/events", ".event-dossier[data-drawn=april-war-2016]"),
        ("event=april-war-2016&panel=KAZ", "/members", ".member-page[data-drawn=KAZ]"),
        ("year=2005&panel=UZB", "/members", ".member-page[data-drawn=UZB]"),
    ],
)
def test_panel_leads_to_the_page(
    server: str, open_page: Open, query: str, path: str, drawn: str
) -> None:
    page = open_page(f"{server}/?{query}")
    find_map(page)
    page.locator(".dossier .more a").first.click()
    page.locator(drawn).wait_for()
    address = urlsplit(page.url)
    assert address.path == path
    wanted, found = parse_qs(query), parse_qs(address.query)
    assert {name: found.get(name) for name in wanted} == wanted
    assert "Azerbaijan" in page.locator("body").inner_text() or "AZE" not in query


@pytest.mark.parametrize(
    ("lang", "rule"),
    [
        ("en", "The interpretation nearest to neutral is shown: "),
        ("ru", "Показана оценка, ближайшая к нейтральной: "),
    ],
)
def test_a_contested_stance_says_what_chose_its_reading(
    server: str, open_page: Callable[..., Page], lang: str, rule: str
) -> None:
    page = open_page(f"{server}/?event=karabakh-2020&toward=AZE&lang={lang}")
    row = page.locator(".dossier .rows:not(.came) > [data-actor=KAZ]")
    row.wait_for()
    label = row.locator(".chip").first.inner_text()
    assert f"{rule}{label}." in row.locator(".why").inner_text()
