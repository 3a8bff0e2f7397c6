"""What a browser keeps of a visitor is read under the keys of every earlier version."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.outputs.static_site.output_manifest import SiteFiles
from tests.browser.conftest import find_map

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
STORE = (
    "values => { for (const [key, value] of Object.entries(values)) localStorage[key] = value; }"
)
READ = "() => Object.fromEntries(Object.entries(localStorage))"


def make_draft(title: str) -> str:
    step = {"view": "event=april-war-2016", "headline": {"en": "A step"}}
    return json.dumps({"title": {"en": title}, "steps": [step]})


def test_the_app_reads_what_it_kept(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?lang=en")
    page.evaluate(
        STORE,
        {
            "atlas-type": "large",
            "atlas-story-draft": make_draft("Kept before"),
            "atlas-story-former": make_draft("Set aside before"),
        },
    )
    page.goto(f"{server}/stories?build=1&lang=en")
    expect(page.get_by_label("Title", exact=True)).to_have_value("Kept before")
    assert page.evaluate("() => document.documentElement.dataset.type") == "large"
    page.locator(".atlas-type").click()
    expect(page.locator(".atlas-type")).to_have_attribute("aria-pressed", "false")
    kept = page.evaluate(READ)
    assert kept["atlas-type"] == ""
    assert json.loads(kept["atlas-story-draft"])["title"] == {"en": "Kept before"}


def test_the_static_atlas_reads_what_it_kept(
    plain_site: SiteFiles, tmp_path: Path, open_page: Open
) -> None:
    plain_site.write(tmp_path)
    home = (tmp_path / "index.html").as_uri()
    page = open_page(home)
    find_map(page)
    page.evaluate(STORE, {"atlas-type": "large", "atlas-scheme": "dark", "atlas-language": "ru"})
    page.goto(home)
    page.wait_for_url("**/ru/index.html")
    root = page.evaluate("() => ({ ...document.documentElement.dataset })")
    assert (root["type"], root["scheme"]) == ("large", "dark")
