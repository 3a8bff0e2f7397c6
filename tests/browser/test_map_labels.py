"""Names on the map: those the view is about are there, whole, and no two touch."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import find_map

pytestmark = pytest.mark.browser

FONT_DELAY = 1  # seconds
BOLD = ".map-label span:is(.member, .party)"

NAMES = """() => {
  const frame = map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll(".map-label span")].map((name) => {
    const { left, top, right, bottom } = name.getBoundingClientRect();
    const whole = left >= 0 && top >= 0 && right <= frame.right && bottom <= frame.bottom;
    const party = name.classList.contains("party");
    return { text: name.textContent, party, whole, box: [left, top, right, bottom] };
  });
}"""


# Names of parties whose middle is not on their own shape.
ASTRAY = """() => [...document.querySelectorAll(".map-label span.party")].filter((name) => {
  const { left, top, right, bottom } = name.getBoundingClientRect();
  const shape = [...document.querySelectorAll("path[aria-label]")]
    .find((path) => path.getAttribute("aria-label").startsWith(name.textContent));
  const at = new DOMPoint((left + right) / 2, (top + bottom) / 2);
  return !shape.isPointInFill(at.matrixTransform(shape.getScreenCTM().inverse()));
}).map((name) => name.textContent)"""

# Names of parties from west to east, as they stand and as their shapes lie.
IN_ORDER = """() => {
  const middle = (element) => {
    const { left, right } = element.getBoundingClientRect();
    return left + right;
  };
  const names = [...document.querySelectorAll(".map-label span.party")];
  const shapes = [...document.querySelectorAll("path[aria-label]")];
  const shapeOf = ({ textContent }) =>
    shapes.find((path) => path.getAttribute("aria-label").startsWith(textContent));
  const sort = (measure) =>
    names.toSorted((one, other) => measure(one) - measure(other)).map((name) => name.textContent);
  return [sort(middle), sort((name) => middle(shapeOf(name)))];
}"""

HAS_EXACT_BORDERS = "document.querySelector('.leaflet-frontier-pane path') !== null"


@pytest.mark.parametrize("link", ["at=39.9,46,8", "at=40.3,45,7"])
def test_a_name_stands_on_its_own_country_where_that_fills_the_map(
    server: str, open_page: Callable[..., Page], link: str
) -> None:
    frame = find_map(open_page(f"{server}/?event=armenia-2022&lang=ru&{link}", 1440, 900))
    names = {name["text"] for name in frame.evaluate(NAMES) if name["party"]}
    assert names == {"Армения", "Азербайджан"}
    assert frame.evaluate(ASTRAY) == []
    assert frame.evaluate(HAS_EXACT_BORDERS)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1440, 900), (390, 844)])
@pytest.mark.parametrize(
    ("link", "parties"),
    [
        ("event=april-war-2016&lang=en", {"Armenia", "Azerbaijan"}),
        ("event=april-war-2016&lang=ru", {"Армения", "Азербайджан"}),
        ("event=karabakh-2020&lang=en", {"Armenia", "Azerbaijan"}),
        ("event=kgz-tjk-2022-clash&lang=en", {"Kyrgyzstan", "Tajikistan"}),
    ],
)
def test_parties_are_named_and_names_keep_apart(
    server: str,
    open_page: Callable[..., Page],
    link: str,
    parties: set[str],
    width: int,
    height: int,
) -> None:
    frame = find_map(open_page(f"{server}/?{link}", width, height))
    names = frame.evaluate(NAMES)
    assert {name["text"] for name in names if name["party"]} == parties
    assert [name["text"] for name in names if not name["whole"]] == []
    assert touching(names) == []
    # One that stands beside its country stands on the side where the other is not.
    placed, drawn = frame.evaluate(IN_ORDER)
    assert placed == drawn
    # They are drawn once they can be seen.
    assert frame.evaluate(HAS_EXACT_BORDERS) == (frame.evaluate("atlas.map.getZoom()") >= 6.5)


def test_names_keep_apart_when_their_face_comes_late_or_grows_bolder(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?event=april-war-2016&lang=ru", 390, 844)
    usual = find_map(page).evaluate(NAMES)

    def delay(route: Route) -> None:
        sleep(FONT_DELAY)
        route.continue_()

    page.context.route("**/source-serif-4-cyrillic*", delay)
    page.reload()
    frame = find_map(page)
    assert frame.evaluate(NAMES) == usual
    bold = len(frame.query_selector_all(BOLD))
    slider = frame.get_by_role("slider")
    slider.press("Home")
    assert touching(frame.evaluate(NAMES)) == []
    slider.press("End")
    assert touching(frame.evaluate(NAMES)) == []
    assert len(frame.query_selector_all(BOLD)) != bold


def touching(names: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of names whose boxes share a point."""
    return [
        (one["text"], two["text"])
        for one, two in combinations(names, 2)
        if one["box"][0] < two["box"][2]
        and two["box"][0] < one["box"][2]
        and one["box"][1] < two["box"][3]
        and two["box"][1] < one["box"][3]
    ]


def test_a_dated_front_says_from_close_by_what_it_leaves_out(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?date=2022-03-25&at=50,33,4&lang=en")
    frame = find_map(page)
    caption = frame.locator(".control-caption span:not([hidden])").filter(has_text="Schematic")
    day = "Schematic: front as of 25 March 2022"
    expect(caption).to_have_text(day)
    frame.evaluate("() => map.setZoom(6)")
    expect(caption).to_contain_text(f"{day}; not drawn: ")
