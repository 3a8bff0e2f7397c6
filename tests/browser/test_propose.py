"""Proposing a correction: from a claim to a file that the record takes, in the reader's browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.load import HERE
from data.proposals import main
from tests.browser.conftest import resize
from tests.browser.test_axe import SIZES, find_grave
from tests.injection_strings import FAMILIES

pytestmark = pytest.mark.browser
CLAIM = "april-war-2016-blr-aze-1"
KEY = "atlas-proposal-draft"
HOSTILE = f'{FAMILIES["handler"][0]} "{FAMILIES["script"][0]}"'


def test_from_a_claim_to_a_file_that_the_record_takes(
    server: str, open_page: Callable[..., Page], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(f"{server}/events?event=april-war-2016&toward=AZE&lang=en")
    page.locator(f'[data-claim="{CLAIM}"] a.correct').last.click()
    page.wait_for_url("**/propose?**")
    stance = page.get_by_label("Stance", exact=False).first
    expect(stance).to_have_value("TEP")
    expect(page.get_by_label("Identifier")).to_be_disabled()
    # Out of reach of its kind of answer: named at the field, and no file is made.
    stance.select_option("MAT")
    problem = page.locator('[data-column="stance"] .problem')
    expect(problem).to_contain_text("this kind of answer can only be")
    stance.select_option("DIP")
    expect(problem).to_have_text("")
    turn = page.locator(".stances li")
    expect(turn).to_contain_text("Belarus toward Azerbaijan")
    expect(turn.locator(".chip").last).to_have_attribute("data-code", "DIP")
    page.get_by_role("button", name="Download the proposal").click()
    reason = page.get_by_label("Reason *")
    expect(reason).to_be_focused()
    reason.fill(HOSTILE)
    page.get_by_label("Summary (English)").fill(HOSTILE)
    page.get_by_label("Source *").last.fill("A transcript, third answer")
    expect(page.locator("table.changes td").last).to_have_text(HOSTILE)
    for size in SIZES:
        resize(page, *size)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            assert find_grave(page) == [], (size, scheme)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]
    # The draft is of this browser, and is still there when the page is opened again.
    page.reload()
    expect(page.get_by_label("Reason *")).to_have_value(HOSTILE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the proposal").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    folder = Path(shutil.copytree(HERE, tmp_path / "data"))
    assert main(["apply", str(path)], folder) == 0, capsys.readouterr().err
    assert "BLR toward AZE: TEP -> DIP" in capsys.readouterr().out
    assert HOSTILE.replace('"', '""') in (folder / "claims.csv").read_text(encoding="utf-8")
    page.get_by_role("button", name="Remove the draft").click()
    expect(page.locator(".propose .row")).to_have_count(0)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
