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


KEEP_LAYER = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("atlas-user-layers", 1);
  opening.onupgradeneeded = () => ["settings", "data"].forEach((name) => opening.result.createObjectStore(name));
  opening.onerror = reject;
  opening.onsuccess = () => {
    const change = opening.result.transaction(["settings", "data"], "readwrite");
    change.objectStore("settings").put({
      id: "a", name: "Kept before", file: "kept.csv", layout: "", sizeName: "", categoryName: "",
      isVisible: true, opacity: 0.85, span: "view", order: 0, version: 1,
    }, "a");
    change.objectStore("data").put({
      count: 1, lat: Float32Array.of(40), lon: Float32Array.of(45), start: Int32Array.of(-(2 ** 31)),
      end: Int32Array.of(-(2 ** 31)), size: Float32Array.of(NaN), category: Uint8Array.of(0), row: Uint32Array.of(2),
      shape: Int32Array.of(-1), shapes: [], labels: [""], categories: [""], country: Int16Array.of(-1),
      zone: Int16Array.of(-1), longest: 0, hasDates: false,
    }, "a");
    localStorage.setItem("atlas-user-layers", "1");
    change.oncomplete = () => (opening.result.close(), resolve());
  };
})"""  # noqa: E501


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


def test_the_map_reads_the_layers_that_it_kept(server: str, open_page: Open) -> None:
    """As version 1 keeps them: IndexedDB `atlas-user-layers`, and a key that tells of it."""
    page = open_page(f"{server}/?year=2016&lang=en")
    find_map(page)
    page.evaluate(KEEP_LAYER)
    page.reload()
    frame = find_map(page)
    frame.locator("canvas.user-layer").wait_for(state="attached")
    frame.get_by_role("button", name="Your data").click()
    expect(frame.locator(".user-layers .shown")).to_contain_text("1 of 1 rows")
    expect(frame.get_by_label("Name of the layer")).to_have_value("Kept before")


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
