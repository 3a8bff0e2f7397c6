"""The two readers and writers of links, in Python and in the browser, and the address they keep."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.core.view_state import (
    LANGUAGE,
    LAYERS,
    PARAMETERS,
    LinkRules,
    View,
    read_link,
    write_link,
)
from components.features.map.payload import build_documents
from data.load import read_record
from data.modes import READINGS
from tests.browser.conftest import find_map, read_state, wait_for_title, wait_until_at_rest
from tests.injection_strings import RAW_LINK_VALUES
from tests.scripts import run_script

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
T = TypeVar("T")

MANY = 400
COLLECTING = settings(
    max_examples=MANY,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def read_rules() -> LinkRules:
    """What a link may name; read when a test runs, so that a broken record stops no collection."""
    return build_link_rules(read_record(), read_today())


def sample(choose: Callable[[LinkRules], Iterable[str]]) -> st.SearchStrategy[str]:
    """One of what the rules name."""
    return st.deferred(lambda: st.sampled_from(sorted(choose(read_rules()))))


EVENTS = sample(lambda rules: rules.event_years)
ACTORS = sample(lambda rules: {actor for pair in rules.references.values() for actor in pair})
SUBJECTS = sample(lambda rules: rules.subjects)
NUMBERS = st.one_of(
    st.floats(-200, 200).map(lambda number: f"{number:.4f}"),
    st.floats(3, 11).map(lambda number: f"{number:.2f}"),
    st.from_regex(r"-{0,2}[0-9]{0,13}\.{0,2}[0-9]{0,4}(e1)?", fullmatch=True),
)
DAYS = st.deferred(lambda: st.dates(date(read_rules().first_year, 1, 1), read_rules().last_day))
VALUES = {
    "year": st.integers(1985, 2030).map(str) | st.from_regex(r"[0-9]{3,5}", fullmatch=True),
    "date": DAYS.map(str)
    | st.dates(date(1980, 1, 1), date(2040, 1, 1)).map(str)
    | st.from_regex(r"20[12][0-9]-[0-3][0-9]?-[0-3][0-9]", fullmatch=True),
    "event": EVENTS,
    "toward": ACTORS,
    "mode": st.sampled_from([*READINGS, "deed", "DEEDS", ""]),
    "layers": st.lists(st.sampled_from([*LAYERS, "none", "bogus", ""])).map(",".join),
    "at": st.lists(NUMBERS, min_size=2, max_size=4).map(",".join),
    "panel": SUBJECTS | st.sampled_from(["off", "OFF", "on"]),
    "lang": st.sampled_from(["en", "ru", "RU", "qps", "ru-RU", ""]),
}
NAMES = (*PARAMETERS, LANGUAGE)
ESCAPES = st.lists(
    st.sampled_from([*"%+;=,.-_~?/", "%23", "%2C", "%2B", "%ED%A0%80", "%FF", "%F0%9F%98%80"])
    | st.integers(0, 255).map("%{:02x}".format)
    | st.sampled_from("aZ09"),
    max_size=8,
).map("".join)


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view the map can be in, its place as a link has it."""
    rules = read_rules()
    event = draw(st.none() | EVENTS)
    days = st.dates(*rules.event_days[event]) if event else DAYS
    day = draw(st.none() | days)
    year = day.year if day else draw(st.integers(rules.first_year, rules.last_year))
    at = (st.integers(-11_000, 82_000), st.integers(-29_000, 189_000), st.integers(300, 1100))
    lat, lon, zoom = (draw(number) for number in at)
    layers = draw(st.frozensets(st.sampled_from(LAYERS)))
    return View(
        year=rules.event_years[event] if event else year,
        date=day,
        event=event,
        toward=draw(st.sampled_from(rules.references[event])) if event else None,
        mode=draw(st.none() | st.sampled_from(sorted(READINGS))),
        layers=tuple(layer for layer in LAYERS if layer in layers),
        at=draw(st.sampled_from([None, (lat / 1000, lon / 1000, zoom / 100)])),
        panel=draw(st.none() | st.just("off") | SUBJECTS),
    )


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query string: a view's link, or values right, nearly right, wrong, escaped, repeated."""
    pairs = write_link(draw(views()), read_rules()).split("&") if draw(st.booleans()) else []
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=4)):
        # Mostly what the parameter is for, so that values meet each other.
        value = draw(st.one_of(VALUES[name], VALUES[name], VALUES[name], ESCAPES))
        pairs.append(f"{name}={value}" if value or draw(st.booleans()) else name)
    if draw(st.booleans()):
        pairs.append(f"{draw(ESCAPES)}={draw(ESCAPES)}")
    return "&".join(draw(st.permutations(pairs)))


def collect(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    """What a strategy makes of no chance: the same each time."""
    found: list[T] = []

    @settings(COLLECTING, max_examples=number)
    @given(strategy)
    def keep(made: T) -> None:
        found.append(made)

    keep()
    return found


def list_raw_queries() -> list[str]:
    """Each raw value in each parameter, and as the party of an event."""
    event = min(read_rules().event_years)
    found = [f"{name}={raw}" for name in NAMES for raw in RAW_LINK_VALUES]
    return found + [f"event={event}&toward={raw}" for raw in RAW_LINK_VALUES]


def read_first_values(query: str) -> dict[str, str]:
    """The first value of each parameter of a query string, as `URLSearchParams` decodes them."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    return dict(reversed([pair for pair in pairs if pair[0] in NAMES]))


def as_plain(view: View) -> dict[str, Any]:
    """A view as the browser writes it."""
    plain = asdict(view)
    plain["date"] = view.date.isoformat() if view.date else None
    return {**plain, "layers": list(view.layers), "at": list(view.at) if view.at else None}


READ_ALL = """
  const { record, queries } = argument;
  const { readLink, withLanguage, writeLink } = modules.links;
  const atlas = modules.snapshot.indexAtlas(record);
  return queries.map((query) => {
    const { view, notices, language } = readLink(query, atlas);
    const link = writeLink(view, atlas);
    return { view, notices, language, link, told: withLanguage(link) };
  });
"""


def test_both_readers_and_both_writers_agree() -> None:
    made = collect(queries(), MANY)
    assert len(set(made)) > MANY * 0.8
    asked = [*made, *list_raw_queries()]
    told = run_script(
        {"links": "core/view_state.ts", "snapshot": "core/snapshot.ts"},
        READ_ALL,
        {
            "record": json.loads(build_documents()["atlas-en.json"]),
            "queries": [f"?{query}" for query in asked],
        },
    )
    named: set[str] = set()
    refused: set[str] = set()
    for query, by_browser in zip(asked, told, strict=True):
        read = read_link(read_first_values(query), read_rules())
        link = write_link(read.view, read_rules())
        by_server = {
            "view": as_plain(read.view),
            "notices": read.notices,
            "language": read.language,
            "link": link,
            "told": write_link(read.view, read_rules(), language="en"),
        }
        assert by_browser == by_server, query
        refused |= {notice.partition("=")[0] for notice in read.notices}
        named |= dict(parse_qsl(link)).keys() | ({LANGUAGE} if read.language else set())
    # Every parameter was taken and refused, so that agreeing means something.
    assert named == refused == set(NAMES)


# Back to an address restores its view; the next quiet change writes that address again.
RESTORE = """async (links) => {
  const read = [];
  for (const link of links) {
    parent.history.replaceState({}, "", `/?embed_options=&keep=%22${link && "&"}${link}`);
    parent.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    const view = structuredClone(window.atlas.store.view);
    parent.history.replaceState({}, "", "/?embed_options=&keep=%22&year=1999");
    window.atlas.store.set({}, "stepped");
    read.push({ view, search: parent.location.search });
    await new Promise(requestAnimationFrame);
  }
  return read;
}"""


def test_back_restores_every_view_and_writes_its_link_again(server: str, open_page: Open) -> None:
    page = open_page(server)
    frame = find_map(page)
    kept = collect(views(), 80)
    links = [write_link(view, read_rules()) for view in kept]
    assert len(set(links)) > 40
    for view, link, told in zip(kept, links, frame.evaluate(RESTORE, links), strict=True):
        assert told["view"] == as_plain(view)
        assert told["search"] == "&".join(["?embed_options=&keep=%22", *filter(None, [link])])
    wait_for_title(page, read_title(kept[-1]))


def read_title(view: View) -> str:
    """The title of the dossier of a view."""
    record = read_record()
    if view.panel not in (None, "off"):
        tables = {row["id"]: row for name in ("countries", "zones") for row in record.rows(name)}
        return str(tables[view.panel]["name_en"])
    if view.date:
        return f"{view.date.day} {view.date:%B %Y}"
    return str(record.row("events", view.event)["title_en"]) if view.event else str(view.year)


FRESH = [
    "year=2010&year=2016",
    "event=no-such&event=april-war-2016",
    "panel=KAZ&panel=off",
    "event=kgz-tjk-2022-clash&toward=TJK&panel=vorukh",
    "event=kazakhstan-2022&year=1999&panel=ARM",
    "year=2016&unknown=1&layers=none&at=40.2,46.6,7",
]


@pytest.mark.parametrize("query", FRESH)
def test_map_and_dossier_agree_on_a_link(server: str, open_page: Open, query: str) -> None:
    page = open_page(f"{server}/?{query}")
    frame = find_map(page)
    read = read_link(read_first_values(query), read_rules())
    view = frame.evaluate("() => ({ ...window.atlas.store.view })")
    # The map stands on whole pixels and quarter zooms, so the place may move by a trifle.
    assert view.pop("at") == pytest.approx(read.view.at, abs=0.01)
    assert view.items() < as_plain(read.view).items()
    wait_for_title(page, read_title(read.view))
    assert (frame.locator(".notice").is_visible()) == bool(read.notices)


def read_history(page: Page) -> list[str]:
    """The addresses that Back and Forward walk through.

    Not `history.length`: Chromium's pages count wrong for a while when their processor is busy.
    """
    session = page.context.new_cdp_session(page)
    return [entry["url"] for entry in session.send("Page.getNavigationHistory")["entries"]]


TITLES = {
    "events": "Events · CSTO Stance Atlas",
    "compare": "1998 and 1995 compared · CSTO Stance Atlas",
    "stories": "Briefings · CSTO Stance Atlas",
    "sources": "Sources · CSTO Stance Atlas",
    "members": "Members · CSTO Stance Atlas",
}


def test_each_page_is_one_step_of_the_history(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?year=1998&lang=en")
    find_map(page)
    before = len(read_history(page))
    visited = {
        "events": ("Events", ".event-timeline[data-drawn]"),
        "compare": ("Compare", ".differences h1"),
        "stories": ("Briefings", ".stories h1"),
        "sources": ("Sources", ".document table"),
        "members": ("Members", ".member-page h1"),
    }

    def wait_for_page(path: str, drawn: str) -> None:
        page.wait_for_function("path => location.pathname === path", arg=f"/{path}")
        page.locator(drawn).first.wait_for()
        wait_until_at_rest(page)

    for path, (name, drawn) in visited.items():
        page.get_by_role("link", name=name, exact=True).click()
        wait_for_page(path, drawn)
        # Each is called after what it shows; a briefing that is none yet after the page.
        expect(page).to_have_title(TITLES[path])
    # In another tab a page has the view; English is the browser's own language.
    events = page.get_by_role("link", name="Events", exact=True)
    for held in (True, False):
        with page.context.expect_page() as tab:
            if held:
                events.click(modifiers=["Control"])
            else:
                events.click(button="middle")
        tab.value.wait_for_url(lambda url: url.endswith("/events?year=1998"))
        tab.value.close()
    assert len(read_history(page)) == before + len(visited)


def test_map_and_address_agree_after_home_and_end(server: str, open_page: Open) -> None:
    # The link stood in brackets at the end of a sentence, and is mended.
    page = open_page(f"{server}/?lang=en).")
    frame = find_map(page)
    steps = len(read_history(page))
    frame.locator(".thumb").press("Home")
    wait_for_title(page, "1991")
    expect(page).to_have_title("1991 · CSTO Stance Atlas")
    frame.locator(".thumb").press("End")
    wait_for_title(page, str(read_today().year))
    wait_until_at_rest(page)
    assert page.url == f"{server}/?lang=en"
    assert read_state(frame)["year"] == read_today().year
    # A run of keys is one step.
    assert len(read_history(page)) == steps + 1
    page.go_back()
    expect(page).to_have_title("CSTO Stance Atlas")
