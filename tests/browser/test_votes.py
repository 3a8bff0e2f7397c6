"""The page of votes in a browser: choose a state, sort, follow the evidence, take the table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.load import read_record
from data.roll_calls import list_roll_calls
from tests.browser.conftest import resize
from tests.browser.test_axe import find_grave
from tests.browser.test_cohesion import wait_for_query

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_journey(server: str, open_page: Callable[..., Page], dark: bool) -> None:
    calls = list_roll_calls(read_record())
    page = open_page(f"{server}/votes", dark=dark)
    rows = page.locator(".rolls tbody tr")
    expect(rows).to_have_count(len(calls))
    assert find_grave(page) == []
    page.locator("select[data-key=member]").select_option("KAZ")
    wait_for_query(page, {"member": "KAZ"})
    expect(page.locator(".summary tbody tr")).to_have_count(1)
    uncast = sum(call.votes.get("KAZ") == "not_voting" for call in calls)
    marks = page.locator(".rolls td[data-vote=not_voting]")
    expect(marks).to_have_count(uncast)
    expect(marks.first.locator(".unseen")).to_contain_text("not voting")
    if dark:
        resize(page, 390, 844)
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
        assert find_grave(page) == []
        return
    page.locator("select[data-key=by]").select_option("hub")
    wait_for_query(page, {"member": "KAZ", "by": "hub"})
    expect(rows.first.locator(".mean").first).to_have_text("0")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(text.splitlines()))
    assert len(found) == sum(len(call.sides) for call in calls if "KAZ" in call.votes)
    assert {row["country"] for row in found} == {"KAZ"}
    link = rows.first.locator(".toward a").first
    name = link.get_attribute("title") or ""
    link.click()
    page.wait_for_url("**/events?*")
    expect(page.locator(".event-dossier h2").first).to_contain_text(name)
