"""Two maps side by side: they move together, differ in time, and one link restores the pair."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page

from tests.app_process import ServerProcess
from tests.browser.conftest import drag_slider, read_state
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
CAMERA = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def find_pair(page: Page) -> tuple[Frame, Frame]:
    """The frames of both maps, drawn."""
    frames = []
    for side in ("left", "right"):
        element = page.wait_for_selector(f".st-key-atlas-{side} iframe")
        frame = element.content_frame() if element else None
        assert frame is not None
        frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
        frames.append(frame)
    page.wait_for_selector(".differences h1")
    return frames[0], frames[1]


def test_maps_move_together_and_keep_their_own_time(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?year=2016&b-year=1994")
    left, right = find_pair(page)
    assert (read_state(left)["year"], read_state(right)["year"]) == (2016, 1994)
    left.evaluate("() => void map.setView([41, 60], 5.5, { animate: false })")
    assert right.evaluate(CAMERA) == pytest.approx([41, 60, 5.5])
    right.evaluate("() => void map.panBy([50, 20], { animate: false })")
    assert left.evaluate(CAMERA) == pytest.approx(right.evaluate(CAMERA))
    drag_slider(page, right, 0.1, 0.6)
    page.wait_for_url("**b-year=2012*")
    assert read_state(left)["year"] == 2016
    left.evaluate("() => window.atlas.peer.echo('KAZ')")
    assert "Kazakhstan" in right.locator(".card").inner_text()


def test_one_link_for_the_pair(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?event=april-war-2016")
    left, right = find_pair(page)
    page.wait_for_url("**b-toward=AZE*")
    assert read_state(left)["toward"] == "ARM"
    assert read_state(right)["toward"] == "AZE"
    assert page.locator(".differences tbody tr").count() >= 3
    again = open_page(page.url)
    assert read_state(find_pair(again)[1])["toward"] == "AZE"


def test_back_restores_both_maps_and_where_they_were(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?year=2016&b-year=1994")
    left, right = find_pair(page)
    at_first = right.evaluate(CAMERA)
    right.get_by_role("slider").press("ArrowRight")
    page.wait_for_url("**b-year=1995*")
    left.evaluate("() => void map.setView([41, 60], 5.5, { animate: false })")
    page.wait_for_url("**at=41,60,5.5*")
    page.go_back()
    right.wait_for_function("() => window.atlas.store.view.year === 1994")
    right.wait_for_function("() => map.getZoom() !== 5.5")
    assert read_state(left)["year"] == 2016
    assert "b-year=1994" in page.url
    assert right.evaluate(CAMERA) == pytest.approx(at_first, abs=0.05)


def test_the_link_names_a_second_map_of_today(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?year=2010&b-year=2011")
    slider = find_pair(page)[1].get_by_role("slider")
    slider.focus()
    slider.press("End")
    page.wait_for_url(lambda url: "b-year=2011" not in url)
    left, right = find_pair(open_page(page.url))
    assert read_state(left)["year"] == 2010
    assert str(read_state(right)["year"]) == slider.get_attribute("aria-valuenow")


def test_deep_link_first(fresh_server: Callable[[], ServerProcess], open_page: Open) -> None:
    page = open_page(
        f"{fresh_server().url}/compare?year=1995&b-event=kazakhstan-2022", 390, 844, dark=True
    )
    left, right = find_pair(page)
    assert read_state(left)["year"] == 1995
    assert read_state(right)["event"] == "kazakhstan-2022"
    assert find_grave(page) == []
    assert find_grave(left) == []


# Counts, in both frames, redraws that came outside an animation frame, and moves of either map.
WATCH_MOVES = """() => {
  window.moves = 0;
  map.on("move", () => { window.moves += 1; });
}"""
WATCH_YEARS = """() => {
  window.years = new Map();
  let frame = 0;
  const count = () => { frame += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const note = () => {
    const drawn = window.years.get(frame) ?? new Set();
    drawn.add(document.querySelector(".thumb").getAttribute("aria-valuenow"));
    window.years.set(frame, drawn);
  };
  new MutationObserver(note).observe(document.querySelector(".thumb"), { attributes: true });
}"""


@pytest.mark.parametrize("side", [0, 1], ids=["left", "right"])
def test_dragging_draws_once_a_frame_and_tells_nobody(
    server: str, open_page: Open, side: int
) -> None:
    page = open_page(f"{server}/compare?year=2016&b-year=1994")
    frames = find_pair(page)
    dragged, still = frames[side], frames[1 - side]
    sent: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameSent", lambda event: sent.append("message"))
    # The front end puts off its icon font until it is at rest.
    session.on(
        "Network.requestWillBeSent",
        lambda event: (
            sent.append(url) if "/static/" not in (url := event["request"]["url"]) else None
        ),
    )
    box = dragged.locator(".track").bounding_box()
    assert box is not None
    kept = read_state(still)
    dragged.evaluate(WATCH_YEARS)
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.1, y)
    page.mouse.down()
    for step in range(80):
        page.mouse.move(box["x"] + box["width"] * (0.1 + step / 100), y)
    dragged.evaluate("() => new Promise(requestAnimationFrame)")
    assert sent == []
    drawn = dragged.evaluate("() => [...window.years.values()].map((found) => found.size)")
    assert len(drawn) > 5
    assert set(drawn) == {1}
    assert read_state(still) == kept
    page.mouse.up()
    page.wait_for_url("**/compare?*year=*")
    page.wait_for_function("() => document.querySelector('.differences h1') !== null")


def test_the_other_map_follows_each_move_without_the_server(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?event=april-war-2016")
    left, right = find_pair(page)
    page.wait_for_url("**b-toward=AZE*")
    for frame in (left, right):
        frame.evaluate(WATCH_MOVES)
    box = left.locator(".leaflet-container").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 30):
        page.mouse.move(x - 4 * step, y + step)
    left.evaluate("() => new Promise(requestAnimationFrame)")
    assert right.evaluate(CAMERA) == pytest.approx(left.evaluate(CAMERA))
    moves = [frame.evaluate("() => window.moves") for frame in (left, right)]
    assert moves[0] == moves[1] > 5
    page.mouse.up()


def test_differences_carry_patterns_and_lead_to_evidence(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/compare?event=april-war-2016")
    find_pair(page)
    page.wait_for_url("**b-toward=AZE*")
    chips = page.locator("tr[data-row=KGZ] .chip.tiled")
    chips.first.wait_for()
    tiles = chips.evaluate_all(
        "chips => chips.map((chip) => getComputedStyle(chip, '::before').maskImage)"
    )
    assert tiles
    assert all(tile.startswith("url(") for tile in tiles)
    assert "2 steps more supportive" in page.locator("tr[data-row=BLR]").inner_text()
    for name, path in (("toward Azerbaijan", "/events"), ("Belarus", "/members")):
        href = page.locator(".differences table").first.get_by_role("link", name=name)
        assert path in str(href.first.get_attribute("href"))
