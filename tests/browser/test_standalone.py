"""The map as one file: opened from a disk, with no network, it is the map of the app."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.core.view_state import View
from components.features.map_panel.panel_data import describe_view
from components.outputs.static_site.panel_payload import number_claims
from components.outputs.static_site.standalone import build_standalone_map
from components.outputs.static_site.standalone_html import LiveAtlasLinks
from data.load import read_record
from tests.browser.conftest import drag_slider, find_map, read_state, wait_for_title
from tests.browser.static_site_server import serving

pytestmark = pytest.mark.browser
TODAY = read_today()
APRIL = View(year=2016, event="april-war-2016", toward="AZE")
ATLAS = "https://atlas.example"
LIVE = LiveAtlasLinks(ATLAS, f"{ATLAS}/?event=april-war-2016&toward=AZE")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("alone") / "map.html"
    file.write_bytes(build_standalone_map(APRIL, live=LIVE))
    return file.as_uri()


def test_a_journey_from_the_disk(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(address)
    page.context.set_offline(True)
    frame = find_map(page)
    title = read_record().row("events", "april-war-2016")["title_en"]
    wait_for_title(page, title)
    assert read_state(frame)["toward"] == "AZE"
    assert page.locator(".dossier .claim").count() > 0
    drag_slider(page, frame, 0.5, 0.02)
    page.wait_for_function("() => /^19/.test(document.querySelector('.dossier h1')?.textContent)")
    page.go_back()
    wait_for_title(page, title)
    page.get_by_role("button", name="Armenia", exact=True).first.click()
    wait_for_title(page, "Armenia")
    assert "panel=ARM" in page.url
    more = page.locator(".dossier .more a").first.get_attribute("href") or ""
    assert more.startswith(f"{ATLAS}/members?"), "other pages are those of the live atlas"
    fonts = "() => document.fonts.check('16px \"Source Sans 3\"')"
    assert page.evaluate(fonts)
    assert frame.evaluate(fonts)


def test_it_prints_the_map_and_the_whole_dossier(
    address: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(address)
    find_map(page)
    said = page.locator(".dossier").inner_text().split()
    page.pdf(path=tmp_path / "map.pdf", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "map.pdf").pages]
    assert len(sheets) > 2
    assert "2016" in sheets[0]
    printed = Counter("".join(sheets[1:]).split())
    assert sum((Counter(said) - printed).values()) < len(said) / 20


def test_on_a_narrow_screen_in_the_dark(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(address, 390, 844, dark=True)
    frame = find_map(page)
    assert frame.evaluate("() => document.documentElement.dataset.theme") == "dark"
    page.locator(".site-type").click()
    frame.wait_for_function("() => document.documentElement.dataset.type === 'large'")
    page.locator(".site-scheme").click()
    frame.wait_for_function("() => document.documentElement.dataset.theme === 'light'")
    box = page.locator(".st-key-atlas-map iframe").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 100, "the map comes first"


def test_the_panel_says_what_the_app_says(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(address)
    find_map(page)
    rules = build_link_rules(read_record(), TODAY)
    zone = sorted(rules.subjects - {row["id"] for row in read_record().rows("countries")})[0]
    views = [
        View(year=2010),
        APRIL,
        View(year=2016, event="april-war-2016", toward="ARM", panel="KAZ"),
        View(year=2016, event="april-war-2016", toward="ARM", panel="FRA"),
        View(year=2016, event="april-war-2016", toward="ARM", panel=zone),
        View(year=rules.last_year, panel="RUS"),
        View(year=rules.last_year, panel=zone),
        View(year=2010, panel="off"),
        View(year=2020, date=date(2020, 10, 15)),
        View(year=2024, date=date(2024, 2, 22)),
        View(year=1991, date=date(1991, 1, 1), panel="ARM"),
    ]
    for view in views:
        asked = {name: getattr(view, name) for name in ("year", "event", "toward", "panel")}
        asked["date"] = view.date.isoformat() if view.date else None
        said = page.evaluate("view => window.atlasPage.stage.describe(view)", asked)
        content = describe_view(view, TODAY)
        if content["panel"] == "country":
            content = number_claims(content)
        expected = json.loads(json.dumps(content))
        # The document of an event is its whole dossier, which has all that the panel shows.
        assert {name: said.get(name) for name in expected} == expected, view


IN_A_FRAME = """async ([kind, sandbox, saved]) => {
  const text = await (await fetch(saved)).text();
  const frame = document.createElement("iframe");
  Object.assign(frame, { width: 1100, height: 700 });
  if (sandbox) frame.setAttribute("sandbox", sandbox);
  if (kind === "srcdoc") frame.srcdoc = text;
  else frame.src = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  document.body.replaceChildren(frame);
}"""


def test_it_opens_its_view_in_frames_that_have_no_address(
    address: str, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><link rel=icon href=data:,>")
    (tmp_path / "map.html").write_bytes(Path(address.removeprefix("file://")).read_bytes())
    title = read_record().row("events", "april-war-2016")["title_en"]
    with serving(tmp_path) as place:
        page = open_page(place)
        for kind in ("srcdoc", "blob"):
            page.evaluate(IN_A_FRAME, [kind, "", "map.html"])
            saved = page.frame_locator("iframe")
            expect(saved.locator(".dossier h1")).to_have_text(title)
            inner = saved.frame_locator(".st-key-atlas-map iframe")
            expect(inner.locator(".headline .first")).to_have_text(title)
            # A choice is drawn on both sides, though no address can say it.
            inner.locator(".thumb").press("Home")
            expect(inner.locator(".headline .year")).to_have_text("1991")
            expect(saved.locator(".dossier h1")).to_have_text("1991")
        page.evaluate(IN_A_FRAME, ["srcdoc", "allow-scripts", "map.html"])
        words = page.frame_locator("iframe").get_by_text("does not allow it to run.")
        expect(words).to_be_visible()


def test_it_is_the_same_each_time_and_asks_for_nothing() -> None:
    content = build_standalone_map(APRIL, live=LIVE)
    assert content == build_standalone_map(APRIL, live=LIVE)
    assert len(content) < 2_500_000
    assert b"<noscript><p class=unscripted>This map needs JavaScript" in content
    policy = re.search(rb'Content-Security-Policy"? content="([^"]*)"', content)
    assert policy is not None
    assert policy[1].startswith(b"default-src 'none';")
    assert not re.search(rb"'unsafe|\*|https?:", policy[1])
    with pytest.raises(ValueError, match="http"):
        LiveAtlasLinks(permalink="javascript:alert(1)")
