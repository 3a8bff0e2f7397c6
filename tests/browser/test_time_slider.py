"""The slider zooms from all years to single days, by wheel, mouse, keyboard and finger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import FloatRect, Frame, Page

from tests.browser.conftest import drag_slider, find_map, read_state

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

NOTE_MESSAGES = """() => {
  const send = window.Streamlit.setComponentValue;
  window.sent = [];
  window.Streamlit.setComponentValue = (value) => {
    window.sent.push(value);
    send.call(window.Streamlit, value);
  };
}"""
SENT = "() => window.sent.length"
UNIT = "() => document.querySelector('.track').dataset.unit"
HAS_UNIT = "unit => document.querySelector('.track').dataset.unit === unit"
HAS_DATE = "day => window.atlas.store.view.date === day"
IS_ZOOMED = "is => document.querySelector('.slider').classList.contains('zoomed') === is"
NEXT_FRAMES = (
    "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
)


def find_track(frame: Frame) -> FloatRect:
    """The box of the track on the page, in pixels."""
    box = frame.locator(".track").bounding_box()
    assert box is not None
    return box


def turn_wheel(page: Page, frame: Frame, share: float, unit: str, delta: int) -> None:
    """Turn the wheel over a place of the track until a unit is in view."""
    box = find_track(frame)
    page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
    for _ in range(40):
        if frame.evaluate(UNIT) == unit:
            return
        page.mouse.wheel(0, delta)
        frame.evaluate(NEXT_FRAMES)
    pytest.fail(f"the wheel does not lead to {unit}")


def test_wheel_zooms_to_days_and_a_drag_chooses_one(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?year=2020&lang=en")
    frame = find_map(page)
    frame.evaluate(NOTE_MESSAGES)
    before = page.evaluate("() => scrollY"), frame.evaluate("() => window.atlas.map.getZoom()")
    turn_wheel(page, frame, 0.82, "day", -200)
    assert before == (
        page.evaluate("() => scrollY"),
        frame.evaluate("() => window.atlas.map.getZoom()"),
    )
    # Zooming alone chooses nothing: the year as a whole is still shown, and says so.
    assert read_state(frame)["date"] is None
    thumb = frame.locator(".thumb")
    assert thumb.get_attribute("aria-valuetext") == "2020 as a whole, 6 members"
    frame.evaluate(
        "() => { window.told = []; window.atlas.store.subscribe((_view, _before, change) =>"
        " window.told.push([change, window.sent.length])); }"
    )
    drag_slider(page, frame, 0.2, 0.6)
    frame.wait_for_function("() => window.sent.length === 1")
    told = frame.evaluate("() => window.told")
    assert {sent for change, sent in told if change == "moving"} == {0}
    day = read_state(frame)["date"]
    assert page.url.endswith(f"date={day}")
    spoken = thumb.get_attribute("aria-valuetext") or ""
    chosen = date.fromisoformat(day)
    assert spoken.startswith(f"{chosen.day} {chosen:%B} {chosen.year}, ")
    assert thumb.get_attribute("aria-valuenow") == str((chosen - date(1991, 1, 1)).days)
    # The thumb is on the day that is under the pointer, which is some pixels wide.
    box, place = find_track(frame), thumb.bounding_box()
    assert place is not None
    pointer = box["x"] + box["width"] * 0.6
    assert abs(place["x"] + place["width"] / 2 - pointer) < 8
    turn_wheel(page, frame, 0.5, "decade", 400)
    assert read_state(frame)["date"] == day
    page.keyboard.press("0")
    frame.wait_for_function(IS_ZOOMED, arg=False)
    # Where years are in view a year is chosen, as a whole.
    drag_slider(page, frame, 0.95, 0.2)
    frame.wait_for_function("() => window.sent.length === 2")
    assert [read_state(frame)[name] for name in ("year", "date")] == [1998, None]
    assert page.url.endswith("year=1998")


def test_keys_go_by_the_unit_in_view(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?date=2020-10-31&lang=en")
    frame = find_map(page)
    frame.wait_for_function(HAS_UNIT, arg="day")
    frame.locator(".thumb").focus()

    def press(key: str, day: str | None) -> None:
        page.keyboard.press(key)
        frame.wait_for_function(HAS_DATE, arg=day)

    press("ArrowLeft", "2020-10-30")
    press("ArrowRight", "2020-10-31")
    press("Shift+ArrowRight", "2020-11-30")
    page.wait_for_url("**date=2020-11-30")
    page.keyboard.press("-")
    frame.wait_for_function(HAS_UNIT, arg="month")
    press("ArrowRight", "2020-12-30")
    press("Shift+ArrowLeft", "2019-12-30")
    press("Home", "1991-01-01")
    page.keyboard.press("0")
    frame.wait_for_function(HAS_UNIT, arg="decade")
    press("ArrowRight", None)
    assert read_state(frame)["year"] == 1992
    page.keyboard.press("Shift+ArrowRight")
    frame.wait_for_function("() => window.atlas.store.view.year === 2002")
    page.keyboard.press("+")
    frame.wait_for_function(IS_ZOOMED, arg=True)
    # Back leads to the day that was settled first.
    page.wait_for_url("**year=2002")
    page.go_back()
    frame.wait_for_function("() => window.atlas.store.view.year !== 2002")


def test_plays_by_day_and_from_event_to_event(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?date=2020-10-01&lang=en")
    frame = find_map(page)
    frame.wait_for_function(HAS_UNIT, arg="day")
    frame.evaluate(NOTE_MESSAGES)
    frame.get_by_role("button", name="Play through the days").click()
    frame.wait_for_function("() => window.atlas.store.view.date >= '2020-10-05'")
    assert frame.evaluate(SENT) == 0
    frame.get_by_role("button", name="Pause").click()
    frame.wait_for_function("() => window.sent.length === 1")
    day = date.fromisoformat(read_state(frame)["date"])
    assert page.url.endswith(f"date={day}")
    frame.get_by_role("button", name="Playback steps: Days").click()
    frame.get_by_role("button", name="Play through the events").click()
    frame.wait_for_function("() => window.atlas.store.view.event !== null")
    assert frame.evaluate(SENT) == 1
    start = frame.evaluate(
        "() => window.atlas.atlas.eventById.get(window.atlas.store.view.event).start"
    )
    assert date.fromisoformat(start) >= day
    frame.get_by_role("button", name="Pause").click()


def test_marks_lead_to_events_and_open(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?year=2005&lang=en")
    frame = find_map(page)
    # Every request stands out at any zoom, whatever else crowds there.
    asked = frame.evaluate("() => window.atlas.atlas.events.filter((each) => each.request).length")
    assert asked > 9
    assert frame.locator(".mark.flag").count() == asked
    crowd = frame.locator(".mark.density").last
    crowd.click()
    frame.wait_for_function(IS_ZOOMED, arg=True)
    assert read_state(frame)["year"] == 2005
    page.keyboard.press("0")
    frame.wait_for_function(HAS_UNIT, arg="decade")
    frame.locator(".mark.flag").first.click(position={"x": 1, "y": 4})
    frame.wait_for_function("() => window.atlas.store.view.event !== null")
    event = read_state(frame)["event"]
    assert frame.evaluate("id => window.atlas.atlas.eventById.get(id).request", event)


def test_two_fingers_zoom_and_one_chooses(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?year=2020&lang=en", 390, 844)
    frame = find_map(page)
    box = find_track(frame)
    y = box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *across: float) -> None:
        points = [
            {"x": box["x"] + box["width"] * share, "y": y, "id": place}
            for place, share in enumerate(across)
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    for _ in range(6):
        if frame.evaluate(UNIT) == "day":
            break
        touch("touchStart", 0.7)
        touch("touchStart", 0.7, 0.9)
        for step in range(1, 7):
            touch("touchMove", 0.7 - step * 0.1, 0.9 + step * 0.01)
        touch("touchEnd")
        frame.evaluate(NEXT_FRAMES)
    assert frame.evaluate(UNIT) == "day"
    # The first finger of a pinch chose nothing.
    assert [read_state(frame)[name] for name in ("year", "date")] == [2020, None]
    touch("touchStart", 0.3)
    touch("touchMove", 0.5)
    touch("touchEnd")
    frame.wait_for_function("() => window.atlas.store.view.date !== null")
    day = date.fromisoformat(read_state(frame)["date"])
    page.wait_for_url(f"**date={day}")
    sizes = frame.evaluate(
        "() => [...document.querySelectorAll('.slider button')]"
        ".map((each) => each.getBoundingClientRect())"
        ".filter((box) => box.width).map((box) => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 44
    assert box["width"] >= 160
