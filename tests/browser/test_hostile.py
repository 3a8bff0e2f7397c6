"""No text of a table or a link ever becomes markup, script or template: each is shown as text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from components.session import read_today
from tests.browser.conftest import find_map
from tests.browser.hostile_project import FITTING, HostileProject, build_hostile_project
from tests.browser.hostile_shown import (
    Shown,
    expect_country,
    expect_event,
    expect_method,
    expect_year,
    expect_zone,
    find_missing,
)
from tests.browser.hostile_traces import Surprises, assert_quiet, wait_for_dossier
from tests.data.test_hostile_cells import spoil
from tests.hostile import CORPUS, TOUCHED
from tests.server_process import ServerProcess

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> HostileProject:
    return build_hostile_project(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_server(project: HostileProject) -> Iterator[ServerProcess]:
    with ServerProcess(root=project.root) as process:
        yield process


@pytest.fixture
def visit(
    project: HostileProject, hostile_server: ServerProcess, open_page: Open
) -> Iterator[Callable[[str], Page]]:
    """Open an address of the bent app; at the end nothing has run, there or on the server."""
    pages: list[Page] = []
    surprises = Surprises()

    def open_(path: str = "/") -> Page:
        page = open_page(hostile_server.url + path)
        surprises.follow(page)
        pages.append(page)
        return page

    yield open_
    for page in pages:
        assert_quiet(page)
    assert surprises.found == []
    assert not list(project.root.rglob(f"{TOUCHED}*"))
    assert "Traceback" not in hostile_server.read_log()


def assert_shown(page: Page, expected: Iterable[Shown], host: str = ".dossier") -> None:
    """Every text stands in its element, and nothing came of it."""
    assert find_missing(page, host, expected) == []
    assert_quiet(page, everywhere=False)


def test_the_corpus_is_large_and_reaches_every_table(project: HostileProject) -> None:
    assert len(CORPUS) == len(set(CORPUS)) >= 100
    assert len(FITTING) >= 60
    tables = {name.partition(".")[0] for name in project.bent}
    assert tables == set(project.tables)
    for column in ("title_en", "summary", "place", "name_en", "controller", "statement_a", "note"):
        rows = [row for table in project.tables.values() for row in table if column in row]
        assert {row[column] for row in rows} >= set(FITTING), column


def test_the_server_does_not_start_on_such_a_table(project: HostileProject, tmp_path: Path) -> None:
    root = shutil.copytree(project.root, tmp_path / "app")
    spoil(root / "data" / "claims.csv")
    with pytest.raises(RuntimeError, match="did not start") as refusal, ServerProcess(root=root):
        pass
    assert "claims.csv: not UTF-8" in str(refusal.value)


@pytest.mark.browser
def test_every_event_toward_every_party(project: HostileProject, visit: Callable[[], Page]) -> None:
    page = visit()
    frame = open_wide(page)
    for event in project.tables["events"]:
        references = project.select("parties", event_id=event["id"], role="reference")
        frame.evaluate("id => window.atlas.chooseEvent(id)", event["id"])
        wait_for_dossier(page, "event", event["id"])
        for row in references:
            frame.evaluate("id => window.atlas.toward(id)", row["actor"])
            name = project.name(row["actor"])
            page.wait_for_function(
                "title => [...document.querySelectorAll('.dossier h2')]"
                ".some((heading) => heading.textContent === title)",
                arg=f"Stances toward {name}",
            )
            assert_shown(page, expect_event(project, event["id"], row["actor"]))
            assert_map_says(frame, event, name)


def open_wide(page: Page) -> Frame:
    """The map with everything in view; the dossier is not laid out, which would be slow."""
    frame = find_map(page)
    frame.evaluate("() => map.setView([47, 62], 3, { animate: false })")
    page.add_style_tag(content=".dossier { display: none; }")
    return frame


def assert_map_says(frame: Frame, event: dict[str, str], toward: str) -> None:
    """The headline, the legend, the slider and the markers name the event as it is written."""
    said = frame.evaluate(
        """() => ({
          first: document.querySelector(".headline .first").textContent,
          second: document.querySelector(".headline .second").textContent,
          legend: [...document.querySelectorAll(".legend h2")].map((title) => title.textContent),
          spoken: document.querySelector(".thumb").getAttribute("aria-valuetext"),
        })"""
    )
    assert said["first"] == event["title_en"]
    assert f" · stances toward {toward} · " in said["second"]
    assert f"Stance toward {toward}" in said["legend"]
    assert said["spoken"].endswith(f", {event['title_en']}")


@pytest.mark.browser
def test_every_country_zone_and_year(project: HostileProject, visit: Callable[[], Page]) -> None:
    page = visit()
    frame = open_wide(page)
    for country in sorted(list_countries_with_content(project)):
        frame.evaluate("id => window.atlas.choosePanel(id)", country)
        wait_for_dossier(page, "country", country)
        assert_shown(page, expect_country(project, country))
    for zone in project.tables["zones"]:
        frame.evaluate("id => window.atlas.choosePanel(id)", zone["id"])
        wait_for_dossier(page, "zone", zone["id"])
        assert_shown(page, expect_zone(project, zone["id"]))
    for year in range(1991, read_today().year + 1):
        frame.evaluate("year => window.atlas.chooseYear(year)", year)
        wait_for_dossier(page, "year", str(year))
        assert_shown(page, expect_year(project, year))
        labels = frame.locator(".event-marker").evaluate_all(
            "markers => markers.map((marker) => marker.getAttribute('aria-label'))"
        )
        titles = [row["title_en"] for row in project.tables["events"]]
        assert all(label.split(": ", 1)[1] in titles for label in labels)


def list_countries_with_content(project: HostileProject) -> set[str]:
    """Countries whose dossier has more than their name."""
    columns = {"memberships": "country", "claims": "actor", "parties": "actor", "threats": "holder"}
    countries = {row["id"] for row in project.tables["countries"]}
    named = {row[column] for table, column in columns.items() for row in project.tables[table]}
    return countries & named


HOVER = """({ view, kinds }) => {
  window.atlas.store.set(view, "moving");
  const cards = [];
  const pointer = { originalEvent: new PointerEvent("mousemove", { clientX: 300, clientY: 300 }) };
  map.eachLayer((layer) => {
    const kind = layer.getElement?.()?.localName;
    if (!layer.options.interactive || !kinds.includes(kind)) return;
    layer.fire("mousemove", pointer);
    const card = document.querySelector(".card");
    const lines = [...card.querySelectorAll("span")].map((line) => line.textContent);
    if (!card.hidden) cards.push([card.querySelector("strong").textContent, lines]);
    layer.fire("mouseout");
  });
  return cards;
}"""
CAPTIONS = """(year) => {
  window.atlas.store.set({ year, layers: ["zones", "control"] }, "moving");
  const captions = [...document.querySelectorAll(".control-caption")];
  return captions.map((caption) => caption.textContent).filter(Boolean);
}"""
SEARCH = """(queries) => queries.map((query) => {
  const input = document.querySelector(".search input");
  input.value = query;
  input.dispatchEvent(new Event("input"));
  return [...document.querySelectorAll("#found li")].map(
    (option) => (option.querySelector("span") ?? option).textContent);
})"""


@pytest.mark.browser
def test_cards_captions_search_and_legend(
    project: HostileProject, visit: Callable[[], Page]
) -> None:
    page = visit()
    frame = open_wide(page)
    check_cards(project, frame)
    assert_quiet(page)
    check_search(project, frame)
    check_captions(project, frame)
    legend = frame.locator(".legend .row .text").all_text_contents()
    assert {row["label_en"] for row in project.tables["scale"]} <= set(legend)


def check_cards(project: HostileProject, frame: Frame) -> None:
    """The card under the pointer: countries and zones at three dates, events always."""
    tables = project.tables
    at_year: dict[str, Any] = {"event": None, "toward": None}
    event = tables["events"][-1]
    toward = project.select("parties", event_id=event["id"], role="reference")[0]["actor"]
    at_event = {"year": int(event["date_start"][:4]), "event": event["id"], "toward": toward}
    views = [at_event, {"year": 1995, **at_year}, {"year": 2021, **at_year}]
    cards = [frame.evaluate(HOVER, {"view": view, "kinds": ["path"]}) for view in views]
    years = sorted({int(row["date_start"][:4]) for row in tables["events"]})
    for year in years:
        view = {"year": year, **at_year}
        cards.append(frame.evaluate(HOVER, {"view": view, "kinds": ["div"]}))
    titles = {title for group in cards for title, _ in group}
    lines = {line for group in cards for _, beside in group for line in beside}
    drawn = [row for row in tables["events"] if float(row["lon"]) > -30]
    assert titles >= {row["name_en"] for row in [*tables["countries"], *tables["zones"]]}
    assert titles >= {row["title_en"] for row in drawn}
    assert lines >= {row["place"] for row in drawn}
    assert lines & {f"Held by {row['controller']}" for row in tables["zone_status"]}
    assert lines & {f"{row['label_en']} toward {project.name(toward)}" for row in tables["scale"]}


def check_search(project: HostileProject, frame: Frame) -> None:
    """What search finds, and what is typed into it."""
    tables = project.tables
    for name, column in (("events", "title_en"), ("zones", "name_en")):
        ids = [row["id"] for row in tables[name]]
        for row, options in zip(tables[name], frame.evaluate(SEARCH, ids), strict=True):
            assert row[column] in options
    for found in frame.evaluate(SEARCH, list(CORPUS)):
        assert set(found) <= {*FITTING, "Nothing found"}


def check_captions(project: HostileProject, frame: Frame) -> None:
    """The captions of the control view, in every year."""
    kinds = {row["id"]: row["kind"] for row in project.tables["zones"]}
    captioned = [
        row
        for row in project.tables["zone_status"]
        if row["status"] in {"held", "peacekept"} and kinds[row["zone_id"]] != "district"
    ]
    for year in range(1991, read_today().year):
        day = f"{year}-12-31"
        then = [row for row in captioned if row["date_start"] <= day <= (row["date_end"] or "9999")]
        captions = frame.evaluate(CAPTIONS, year)
        assert sorted(captions) == sorted(row["controller"] for row in then)


@pytest.mark.browser
def test_the_method_page(project: HostileProject, visit: Callable[[str], Page]) -> None:
    page = visit("/method")
    page.locator(".document h1").wait_for()
    assert_shown(page, expect_method(project), ".document")
