"""No text of a table or a link ever becomes markup, script or template: each is shown as text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from bench.project_copy import NOT_RUNTIME
from components.core.clock import read_today
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map
from tests.browser.injection_detectors import assert_quiet, assert_shown, wait_for_dossier
from tests.browser.injection_expectations import (
    expect_country,
    expect_event,
    expect_method,
    expect_year,
    expect_zone,
)
from tests.browser.injection_map import check_captions, check_cards, check_event, check_search
from tests.browser.injection_project import FITTING, HostileProject, spoil_table
from tests.injection_strings import CORPUS


def test_the_corpus_is_large_and_reaches_every_kind_of_text(project: HostileProject) -> None:
    assert len(CORPUS) == len(set(CORPUS)) >= 100
    assert len(FITTING) >= 60
    assert set(project.bent) >= {
        "events.title_en",
        "claims.summary",
        "sources.title",
        "countries.name_en",
        "zones.note",
        "zone_status.controller",
        "memberships.basis",
        "discrepancies.handling",
        "scale.definition_en",
        "votes.title",
        "adjudications.reason",
        "threats.threat_en",
    }
    for column in ("title_en", "summary", "place", "name_en", "controller", "statement_a", "note"):
        rows = [row for table in project.tables.values() for row in table if column in row]
        assert {row[column] for row in rows} >= set(FITTING), column


def test_the_server_does_not_start_on_such_a_table(project: HostileProject, tmp_path: Path) -> None:
    # Servers of other processes may be writing what they compile.
    root = shutil.copytree(project.root, tmp_path / "app", ignore=NOT_RUNTIME)
    spoil_table(root / "data" / "claims.csv")
    with pytest.raises(RuntimeError, match="did not start") as refusal, ServerProcess(root=root):
        pass
    assert "data/claims.csv line 2: not UTF-8" in str(refusal.value)


@pytest.mark.browser
def test_every_event_toward_every_party(project: HostileProject, visit: Callable[[], Page]) -> None:
    page = visit()
    frame = open_lightly(page)
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
            check_event(frame, event, name)


def open_lightly(page: Page) -> Frame:
    """The map with every event in view and little to paint; the dossier is read, not laid out."""
    frame = find_map(page)
    frame.evaluate("() => void map.setView([47, 62], 3, { animate: false })")
    layers = ["members", "zones", "events"]
    frame.evaluate("layers => window.atlas.store.set({ layers }, 'quiet')", layers)
    page.add_style_tag(content=".dossier { display: none; }")
    return frame


@pytest.mark.browser
def test_every_country_zone_and_year(project: HostileProject, visit: Callable[[], Page]) -> None:
    page = visit()
    frame = open_lightly(page)
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
        labels = frame.locator(".leaflet-marker-icon.event-marker").evaluate_all(
            "markers => markers.map((marker) => marker.getAttribute('aria-label'))"
        )
        findings = {row["event_id"]: row["finding_en"] for row in project.tables["requests"]}
        titles = {
            ". ".join(filter(None, [row["title_en"], findings.get(row["id"])]))
            for row in project.tables["events"]
        }
        assert all(label.split(": ", 1)[1] in titles for label in labels)


def list_countries_with_content(project: HostileProject) -> set[str]:
    """Countries whose dossier has more than their name."""
    columns = {"memberships": "country", "claims": "actor", "parties": "actor", "threats": "holder"}
    countries = {row["id"] for row in project.tables["countries"]}
    named = {row[column] for table, column in columns.items() for row in project.tables[table]}
    return countries & named


@pytest.mark.browser
def test_cards_captions_search_and_legend(
    project: HostileProject, visit: Callable[[], Page]
) -> None:
    page = visit()
    frame = find_map(page)
    check_cards(project, frame)
    assert_quiet(page)
    check_search(project, frame)
    check_captions(project, frame)
    legend = frame.locator(".legend .row .text").all_text_contents()
    assert {row["label_en"] for row in project.tables["scale"]} <= set(legend)


@pytest.mark.browser
def test_the_method_page(project: HostileProject, visit: Callable[[], Page]) -> None:
    page = visit()
    find_map(page)
    # Cells of 10,000 letters take long to lay out, and the layout tells nothing here.
    page.add_style_tag(content=".document { display: none; }")
    page.locator('a[href$="/sources"]').first.click()
    page.locator(".document h1").wait_for(state="attached")
    # What a source gave is laid out when it is opened.
    page.evaluate("() => document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    page.wait_for_function("() => !document.querySelector('.source .inside:empty')")
    assert_shown(page, expect_method(project), ".document")
