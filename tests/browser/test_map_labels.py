"""Names on the map: those the view is about are there, whole, and no two touch."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import find_map

pytestmark = pytest.mark.browser

NAMES = """() => {
  const frame = map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll(".map-label span")].map((name) => {
    const { left, top, right, bottom } = name.getBoundingClientRect();
    const whole = left >= 0 && top >= 0 && right <= frame.right && bottom <= frame.bottom;
    const party = name.classList.contains("party");
    return { text: name.textContent, party, whole, box: [left, top, right, bottom] };
  });
}"""


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1440, 900), (390, 844)])
@pytest.mark.parametrize(
    ("link", "parties"),
    [
        ("event=april-war-2016&lang=en", {"Armenia", "Azerbaijan"}),
        ("event=april-war-2016&lang=ru", {"Армения", "Азербайджан"}),
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
    frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
    names = frame.evaluate(NAMES)
    assert {name["text"] for name in names if name["party"]} == parties
    assert [name["text"] for name in names if not name["whole"]] == []
    touching = [
        (one["text"], two["text"])
        for one, two in combinations(names, 2)
        if one["box"][0] < two["box"][2]
        and two["box"][0] < one["box"][2]
        and one["box"][1] < two["box"][3]
        and two["box"][1] < one["box"][3]
    ]
    assert touching == []
