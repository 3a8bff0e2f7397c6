"""The journeys a reader makes, at a desk and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from components.core.cited_version import read_version
from data.load import read_record
from data.modes import select_reading
from data.stances import resolve_event
from tests.browser.conftest import drag_slider, find_map, read_state, wait_for_title

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (390, 844)]
Open = Callable[..., Page]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_drag_follows_at_once_and_settles_once(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(server, width, height)
    frame = find_map(page)
    before = page.url
    frame.evaluate(
        "() => { window.seen = []; window.atlas.store.subscribe((v) => seen.push(v.year)); }"
    )
    frame.evaluate(
        "() => { const send = window.Streamlit.setComponentValue;"
        " window.sent = []; window.Streamlit.setComponentValue = (value) =>"
        " { window.sent.push(value); send.call(window.Streamlit, value); }; }"
    )
    drag_slider(page, frame, 0.95, 0.2)
    wait_for_title(page, "1998")
    sent = frame.evaluate("() => window.sent")
    seen = frame.evaluate("() => window.seen")
    assert len(sent) == 1
    assert sent[0]["view"]["year"] == 1998
    assert len(set(seen)) > 8
    assert page.url != before
    assert page.url.endswith("?year=1998")
    assert frame.locator(".headline .year").inner_text() == "1998"
    assert frame.locator(".thumb").get_attribute("aria-valuetext") == "1998, 9 members"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_keyboard_alone(server: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{server}/?year=2015", width, height)
    frame = find_map(page)
    thumb = frame.locator(".thumb")
    thumb.focus()
    page.keyboard.press("ArrowRight")
    wait_for_title(page, "2016")
    page.keyboard.press("ArrowLeft")
    wait_for_title(page, "2015")
    page.keyboard.press("PageDown")
    frame.wait_for_function("window.atlas.store.view.event !== null")
    first = read_state(frame)
    assert first["year"] == 2015
    page.keyboard.press("PageDown")
    frame.wait_for_function("id => window.atlas.store.view.event !== id", arg=first["event"])
    page.keyboard.press("PageUp")
    frame.wait_for_function("id => window.atlas.store.view.event === id", arg=first["event"])
    page.keyboard.press("Home")
    wait_for_title(page, "1991")
    page.keyboard.press("End")
    frame.wait_for_function("window.atlas.store.view.year > 2025")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_play_and_pause(server: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{server}/?year=2000", width, height)
    frame = find_map(page)
    frame.get_by_role("button", name="Speed 1×").click()
    frame.get_by_role("button", name="Speed 2×").click()
    frame.get_by_role("button", name="Play through the years").click()
    frame.wait_for_function("window.atlas.store.view.year >= 2003")
    frame.get_by_role("button", name="Pause").click()
    year = read_state(frame)["year"]
    wait_for_title(page, str(year))
    assert page.url.endswith(f"?year={year}")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_choose_event_by_search_and_read_the_evidence(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(server, width, height)
    frame = find_map(page)
    frame.get_by_role("combobox").fill("april")
    frame.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    frame.wait_for_function("window.atlas.store.view.event === 'april-war-2016'")
    belarus = page.locator(".dossier .rows:not(.came) > [data-actor=BLR]")
    belarus.wait_for()
    assert belarus.locator(".claim").count() >= 2
    assert "§" in belarus.locator(".cite").first.inner_text()
    assert page.locator(".dossier .rows:not(.came) > [data-actor=BLR] .chip").first.inner_text()
    assert "event=april-war-2016" in page.url
    if width < 700:
        return
    frame.get_by_role("button", name="Show full year").click()
    wait_for_title(page, "2016")
    assert page.url.endswith("?year=2016")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_switch_reference_party(server: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{server}/?event=kgz-tjk-2022-clash", width, height)
    frame = find_map(page)
    before = read_state(frame)["toward"]
    frame.locator(".headline .toward button[aria-pressed=false]").click()
    frame.wait_for_function("id => window.atlas.store.view.toward !== id", arg=before)
    other = read_state(frame)["toward"]
    assert f"toward={other}" in page.url
    page.wait_for_function(
        "() => document.querySelector('.dossier .switch [aria-pressed=true]').textContent"
        " === document.querySelectorAll('.dossier .switch button')[1].textContent"
    )


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_marker_opens_its_event_and_country_its_dossier(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(f"{server}/?year=2022", width, height)
    frame = find_map(page)
    # Where there are many they are one sign, which opens.
    frame.locator(".event-cluster").first.press("Enter")
    marker = frame.locator(".leaflet-marker-icon.event-marker:not(.gathered)").first
    # Of a request its finding follows.
    title = str(marker.get_attribute("aria-label")).split(": ", 1)[1].split(". ")[0]
    marker.press("Enter")
    wait_for_title(page, title)
    frame.evaluate("() => window.atlas.choosePanel('KAZ')")
    wait_for_title(page, "Kazakhstan")
    assert page.locator(".dossier svg.over-time circle").count() > 3
    frame.evaluate("() => window.atlas.choosePanel('vorukh')")
    page.get_by_role("heading", name="Boundary accuracy").wait_for()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_copy_link_and_open_it_fresh(server: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{server}/?event=su-24-2015", width, height)
    frame = find_map(page)
    frame.get_by_role("button", name="Layers").click()
    frame.get_by_label("Relief").uncheck()
    frame.get_by_role("button", name="Zoom in").click()
    page.wait_for_url("**at=*")
    state = read_state(frame)
    if width < 700:
        frame.get_by_role("button", name="More tools").click()
    frame.get_by_role("button", name="Copy link").click()
    frame.get_by_text("Link copied").wait_for()
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link == f"{page.url}&lang=en&v={read_version()}"
    again = find_map(open_page(link, width, height))
    restored = read_state(again)
    assert {key: restored[key] for key in state if key != "at"} == {
        key: state[key] for key in state if key != "at"
    }
    assert restored["at"] == pytest.approx(state["at"], abs=0.01)
    camera = again.evaluate("() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    assert camera == pytest.approx(state["at"], abs=0.02)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_back_and_forward(server: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{server}/?year=2010", width, height)
    frame = find_map(page)
    frame.evaluate("() => window.atlas.chooseEvent('april-war-2016')")
    page.wait_for_url("**event=april-war-2016*")
    frame.evaluate("() => window.atlas.choosePanel('BLR')")
    wait_for_title(page, "Belarus")
    page.go_back()
    frame.wait_for_function("window.atlas.store.view.panel === null")
    page.locator(".dossier .rows:not(.came) > [data-actor=BLR]").wait_for()
    page.go_back()
    wait_for_title(page, "2010")
    assert read_state(frame)["event"] is None
    page.go_forward()
    page.locator(".dossier .rows:not(.came) > [data-actor=BLR]").wait_for()
    assert read_state(frame)["event"] == "april-war-2016"


NO_EVENT = {"event": None, "toward": None, "date": None, "panel": None}
VIEWS = [
    {**NO_EVENT, "year": 2026},
    {**NO_EVENT, "year": 1996},
    {**NO_EVENT, "year": 2020, "date": "2020-10-15"},
    {**NO_EVENT, "year": 2016, "event": "april-war-2016", "toward": "ARM"},
    {**NO_EVENT, "year": 2022, "event": "armenia-2022", "toward": "ARM"},
]
# The share of the map that its title, legend and slider lie over.
COVERED = """() => ['.headline', '.legend', '.slider'].reduce((sum, name) => {
  const { width, height } = document.querySelector(name).getBoundingClientRect();
  return sum + width * height / (innerWidth * innerHeight);
}, 0)"""


def test_wrong_values_are_named_and_nothing_breaks(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?year=1066&event=nowhere&layers=members,bogus&panel=ATL")
    frame = find_map(page)
    notice = frame.locator(".notice").inner_text()
    for wrong in ("year=1066", "event=nowhere", "layers=members,bogus", "panel=ATL"):
        assert wrong in notice
    assert read_state(frame)["event"] is None
    assert page.locator(".dossier h1").count() == 1


def test_hiding_the_panel_gives_the_map_the_page(server: str, open_page: Open) -> None:
    page = open_page(server)
    frame = find_map(page)
    frame.get_by_role("button", name="Hide the panel").click()
    frame.wait_for_function("window.innerWidth > 1400")
    assert page.url.endswith("?panel=off")
    frame.get_by_role("button", name="Show the panel").click()
    frame.wait_for_function("window.innerWidth < 1100")


def test_pages_share_the_view(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?event=april-war-2016&toward=AZE")
    find_map(page)
    page.get_by_role("link", name="Sources").click()
    page.get_by_role("heading", name="Which borders are shown").wait_for()
    page.get_by_role("link", name="Map").click()
    frame = find_map(page)
    assert read_state(frame)["event"] == "april-war-2016"
    assert read_state(frame)["toward"] == "AZE"
    assert "event=april-war-2016&toward=AZE" in page.url


def test_buttons_of_the_legend_colour_by_one_kind_of_answer(
    server: str, open_page: Callable[..., Page]
) -> None:
    """The map, the panel, the address and other pages follow the choice."""
    event, toward = "april-war-2016", "ARM"
    deeds = resolve_event(select_reading(read_record(), "deeds"), event, toward)
    assert deeds["KAZ"].code == "ND"
    page = open_page(f"{server}/?event={event}&toward={toward}")
    frame = find_map(page)
    shape = frame.locator('path[aria-label^="Kazakhstan,"]')
    before = shape.get_attribute("fill")
    frame.locator('.legend [data-mode="deeds"]').click()
    page.wait_for_url("**mode=deeds**")
    expect(shape).not_to_have_attribute("fill", before or "")
    expect(shape).to_have_attribute("aria-label", re.compile("deeds only"))
    expect(page.locator(".dossier .mode-note")).to_contain_text("deeds only")
    page.get_by_role("link", name="Members", exact=True).first.click()
    expect(page.locator('.mode-switch [data-mode="deeds"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    page.locator('.mode-switch [data-mode=""]').click()
    page.wait_for_function("() => !location.search.includes('mode=')")
    expect(page.locator('.mode-switch [data-mode=""]')).to_have_attribute("aria-pressed", "true")


def test_the_legend_shows_what_the_map_shows_and_all_on_demand(
    server: str, open_page: Open
) -> None:
    frame = find_map(open_page(f"{server}/?event=armenia-2022&lang=en"))
    rows = frame.locator(".legend .rows.event .row")
    seen = rows.evaluate_all(
        "all => all.filter((row) => row.checkVisibility()).map((row) => row.textContent)"
    )
    assert seen
    assert not [text for text in seen if text.endswith("0") and not text[-2].isdigit()]
    frame.get_by_role("button", name="Full legend").click()
    shown = rows.evaluate_all("all => all.filter((row) => row.checkVisibility()).length")
    assert shown == rows.count() > len(seen)
    frame.get_by_role("button", name="Full legend").click()
    for view in VIEWS:
        frame.evaluate("(view) => atlas.store.set(view, 'settled')", view)
        assert frame.evaluate(COVERED) <= 0.18, view
