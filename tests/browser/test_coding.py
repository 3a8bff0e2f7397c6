"""Coding blind: from a draw by keyboard to a file that the record takes, and two files compared."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.coding import main
from data.coding_cells import draw_cells, list_coding_cells
from data.load import HERE, read_record
from tests.browser.conftest import resize
from tests.browser.test_axe import SIZES, find_grave
from tests.injection_strings import FAMILIES

pytestmark = pytest.mark.browser
KEY = "atlas-coding-draft"
HOSTILE = f'{FAMILIES["handler"][0]} "{FAMILIES["script"][0]}"'
RECORD = read_record()
VOTES = {row["event_id"] for row in RECORD.rows("vote_layers")}


def find_seed() -> int:
    """A seed that draws no vote first, so that the codes of the test are within reach."""
    cells = list_coding_cells(RECORD)
    return next(
        seed
        for seed in count(1)
        if not {cell.key[0] for cell in draw_cells(cells, seed, 0, 1)[:3]} & VOTES
    )


SEED = find_seed()


def assert_accessible(page: Page) -> None:
    for size in SIZES:
        resize(page, *size)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            assert find_grave(page) == [], (size, scheme)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]


def test_a_sample_is_coded_by_keyboard_into_a_file_that_the_record_takes(
    server: str, open_page: Callable[..., Page], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(f"{server}/sources?part=agreement&lang=en")
    page.get_by_role("link", name="Code a sample blind").click()
    page.get_by_label("Coder", exact=True).fill(HOSTILE)
    page.get_by_label("Seed").fill(str(SEED))
    page.get_by_label("Cases of the five articles").fill("0")
    page.get_by_label("Cases of all other sources").fill("1")
    expect(page.get_by_text("4 cases will be drawn.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Draw the cases").press("Enter")
    heading = page.locator(".case h2")
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("Case 1 of 4")
    problem = page.locator(".case .problems")
    # Out of reach of its kind of answer, then within it; below 0 by minus or by Shift.
    for key in ("3", "e", "t"):
        page.keyboard.press(key)
    expect(problem).to_contain_text("This kind of answer can only be DIP")
    page.keyboard.press("Shift+Digit2")
    expect(problem).to_have_text("")
    expect(page.get_by_label("Open opposition")).to_be_checked()
    assert_accessible(page)
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("Case 2 of 4")
    for key in ("-", "1", "q", "t", "Enter", "n", "o", "r", "Enter", "x"):
        page.keyboard.press(key)
    expect(page.get_by_text("4 of 4 coded")).to_be_visible()
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_label("No reaction")).to_be_checked()
    # The sample is of this browser, and is still there when the page is opened again.
    page.reload()
    expect(page.get_by_text("4 of 4 coded")).to_be_visible()
    expect(page.locator(".progress")).to_contain_text(HOSTILE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    path = tmp_path / "a.json"
    download.value.save_as(path)
    found = json.loads(path.read_text(encoding="utf-8"))
    drawn = draw_cells(list_coding_cells(RECORD), SEED, 0, 1)
    assert [cell["event_id"] for cell in found["cells"]] == [cell.key[0] for cell in drawn]
    codes = [(cell["stance"], cell["certainty"], cell["mode"]) for cell in found["cells"]]
    assert codes == [
        *[("OPP", "explicit", "statement"), ("LEAN", "quoted", "statement")],
        *[("SIL", "opinion", "report"), ("", "", "")],
    ]
    folder = Path(shutil.copytree(HERE, tmp_path / "data"))
    assert main(["apply", str(path)], folder) == 0, capsys.readouterr().err
    assert "3 cells read by" in capsys.readouterr().out
    remove = page.get_by_role("button", name="emove")
    remove.click()
    remove.click()
    expect(page.get_by_label("Coder", exact=True)).to_be_focused()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_two_hostile_files_are_compared_and_settled(
    server: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    drawn = draw_cells(list_coding_cells(RECORD), SEED, 2, 4)
    names = ("event_id", "actor", "toward", "source_id")
    told = {"certainty": "explicit", "mode": "statement", "unread": False}
    cells = [
        {**dict(zip(names, cell.key, strict=True)), **told, "note": HOSTILE, "note_ru": HOSTILE}
        for cell in drawn
    ]
    # An event that is not in the record is named as the file has it.
    cells[0]["event_id"] = HOSTILE
    top = {"format": 1, "record": "2.0.0", "seed": SEED, "core": 2, "others": 4}
    codes = [["DIP", "NEU", "TEP"][at % 3] for at in range(len(cells))]
    files: list[Path] = []
    for coder in (HOSTILE, "B"):
        own = ["OPP" if at == 0 and coder == "B" else code for at, code in enumerate(codes)]
        coded = [{**cell, "stance": code} for cell, code in zip(cells, own, strict=True)]
        path = tmp_path / f"{len(files)}.json"
        content = {**top, "coder": coder, "drawn_on": "2026-12-01", "cells": coded}
        path.write_text(json.dumps(content), encoding="utf-8")
        files.append(path)
    wrong = tmp_path / "wrong.json"
    text = files[0].read_text(encoding="utf-8")
    wrong.write_text(text.replace(f'"seed": {SEED}', '"seed": "<b>7"'), encoding="utf-8")
    page = open_page(f"{server}/coding?lang=en")
    page.get_by_label("First coder's file").set_input_files(wrong)
    expect(page.get_by_role("alert").get_by_text("seed “<b>7”")).to_be_visible()
    page.get_by_label("First coder's file").set_input_files(files[0])
    page.get_by_label("Second coder's file").set_input_files(files[1])
    row = page.get_by_role("row").filter(has_text="Same code")
    expect(row).to_contain_text(str(len(cells)))
    difference = page.locator(".differences > li")
    expect(difference).to_have_count(1)
    expect(difference).to_contain_text(HOSTILE)
    assert_accessible(page)
    difference.get_by_label("Open opposition").check()
    expect(page.get_by_text("Settled: 1 of 1")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the settled file").click()
    settled = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [cell["stance"] for cell in settled["cells"]] == ["OPP", *codes[1:]]
    assert settled["coder"] == f"{HOSTILE} and B"
    assert page.locator(".coding :is(img, script, b)").count() == 0
