"""The pages beside the map on the bent record, and links no honest visitor would write."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from components.core.view_state import PARAMETERS, SECOND
from components.features.cohesion.query_params import PARAMETERS as COHESION
from components.features.compare.comparison_state import OWN
from components.features.events.query_params import PARAMETERS as EVENTS
from components.features.search.query_params import PARAMETERS as SEARCH
from components.features.votes.query_params import PARAMETERS as VOTES
from tests.app_process import ServerProcess
from tests.browser.injection_detectors import Surprises, assert_quiet, assert_shown
from tests.browser.injection_expectations import Shown, expect_cite, expect_discrepancy
from tests.browser.injection_project import HostileProject
from tests.browser.test_injection_links import encode
from tests.injection_strings import FAMILIES

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
# Cells of 10,000 letters take long to lay out, and the layout tells nothing here.
UNLAID = ":is(.event-dossier, .member-page, .cohesion, .differences, .document) { display: none; }"
DISPUTED = "april-war-2016"


def find_telling_events(project: HostileProject) -> list[str]:
    """One event of each kind, and those with a request, an answer or a discrepancy."""
    kinds = {event["kind"]: event["id"] for event in project.tables["events"]}
    named = [row["event_id"] for name in ("requests", "answers") for row in project.tables[name]]
    disputed = [row["event_id"] for row in project.tables["discrepancies"] if row["event_id"]]
    return list(dict.fromkeys([*kinds.values(), *named[:6], *disputed[:4], DISPUTED]))


def expect_dossier(project: HostileProject, event_id: str) -> Iterator[Shown]:
    """The dossier of an event on its own page, toward its first reference party."""
    event = project.row("events", event_id)
    toward = project.select("parties", event_id=event_id, role="reference")[0]["actor"]
    yield Shown("h2.title", event["title_en"])
    yield Shown("p.summary", event["summary"])
    for claim in project.select("claims", event_id=event_id, toward=toward):
        yield Shown("p.claim", claim["summary"], whole=False)
        yield Shown("h4", project.name(claim["actor"]))
        yield from expect_cite(project, claim["source_id"], claim["locator"])
    for row in project.select("discrepancies", event_id=event_id):
        yield from expect_discrepancy(project, row)
    for row in project.select("death_counts", event_id=event_id):
        yield Shown("li", row["scope"], whole=False)
        yield from expect_cite(project, row["source_id"], row["locator"])
    for row in project.select("answers", event_id=event_id):
        yield Shown("*", row["answer"], whole=False)


def test_events(project: HostileProject, visit: Visit) -> None:
    page = visit("/events")
    page.locator(".mark").first.wait_for(state="attached")
    page.add_style_tag(content=UNLAID)
    titles = sorted(event["title_en"] for event in project.tables["events"])
    assert sorted(page.locator(".behind tbody td:nth-child(2) a").all_text_contents()) == titles
    findings = sorted(request["finding_en"] for request in project.tables["requests"])
    assert sorted(page.locator(".behind tbody .told").all_text_contents()) == findings
    for event in find_telling_events(project):
        page.locator(f'.mark[data-event="{event}"]').dispatch_event("click")
        page.locator(f'.event-dossier[data-drawn="{event}"]').wait_for(state="attached")
        assert_shown(page, expect_dossier(project, event), ".event-dossier")
    for name in ("BibTeX", "CSL-JSON"):
        page.locator(".event-dossier button", has_text=name).dispatch_event("click")
    assert_quiet(page)


def expect_state(project: HostileProject, country: str) -> Iterator[Shown]:
    """The page of a state, its folded tables open."""
    yield Shown("h1", project.name(country))
    for row in project.select("memberships", country=country):
        yield Shown("*", row["basis"], whole=False)
        yield from expect_cite(project, row["source_id"], row["locator"])
    for row in project.select("threats", holder=country):
        yield Shown("h3", row["threat_en"])
        yield Shown("p", row["summary"])
    for claim in project.select("claims", actor=country):
        yield Shown("a", project.row("events", claim["event_id"])["title_en"])
    for row in project.select("votes", country=country):
        yield Shown("th", row["title"], whole=False)


def test_members(project: HostileProject, visit: Visit) -> None:
    page = visit("/members?panel=ARM")
    page.locator(".member-page[data-drawn=ARM]").wait_for(state="attached")
    page.add_style_tag(content=".member-page { height: 0; overflow: hidden; contain: strict; }")
    for country in ("ARM", "KGZ", "RUS", "GEO"):
        page.evaluate(
            """id => [...document.querySelectorAll('.member-page a')]
              .find((a) => new URL(a.href).searchParams.get('panel') === id).click()""",
            country,
        )
        page.locator(f".member-page[data-drawn={country}]").wait_for(state="attached")
        page.evaluate(
            "() => document.querySelectorAll('details').forEach((d) => { d.open = true; })"
        )
        page.wait_for_function(
            "() => [...document.querySelectorAll('.behind')].every((d) => d.querySelector('table'))"
        )
        assert_shown(page, expect_state(project, country), ".member-page")


def test_cohesion(project: HostileProject, visit: Visit) -> None:
    page = visit("/cohesion?size=read&pair=ARM-RUS")
    page.locator("#part-votes").wait_for(state="attached")
    page.add_style_tag(content=UNLAID)
    page.locator(".evidence").wait_for(state="attached")
    titles = {event["title_en"] for event in project.tables["events"]}
    shown = page.locator(".matrix th.what a, .evidence li a").all_text_contents()
    assert len(shown) > len(titles) / 2
    assert set(shown) <= titles
    answers = [Shown("p.answer", row["answer"], whole=False) for row in project.tables["answers"]]
    assert_shown(page, answers, ".cohesion")


def test_compare(project: HostileProject, visit: Visit) -> None:
    page = visit(f"/compare?event={DISPUTED}&b-event={DISPUTED}&b-toward=AZE")
    page.locator("tr[data-row=KGZ]").wait_for(state="attached")
    title = project.row("events", DISPUTED)["title_en"]
    heads = [f"{title}, toward {project.name(party)}" for party in ("ARM", "AZE")]
    expected = [*heads, project.name("KGZ"), project.name("BLR")]
    assert_shown(page, [Shown("a", text) for text in expected], ".differences")
    page.goto(page.url.split("?", maxsplit=1)[0] + "?year=1995&b-year=2010")
    page.locator("tr[data-row=GEO]").wait_for(state="attached")
    zones = {row["id"]: row["name_en"] for row in project.tables["zones"]}
    shown = page.locator("tr[data-row]").evaluate_all("rows => rows.map((r) => r.dataset.row)")
    assert set(shown) & zones.keys()
    found = [Shown("a", zones[row]) for row in shown if row in zones]
    assert_shown(page, found, ".differences")


def test_search(project: HostileProject, visit: Visit) -> None:
    """Every event, and claims with their speakers, are found and set as text."""
    page = visit("/search?from=1991")
    page.locator(".results a").first.wait_for(state="attached")
    while page.locator('[data-kind="event"] .more').count():
        page.locator('[data-kind="event"] .more').dispatch_event("click")
    titles = sorted(event["title_en"] for event in project.tables["events"])
    assert sorted(page.locator('[data-kind="event"] a:not(.correct)').all_text_contents()) == titles
    page.locator('.kinds [data-kind="claim"]').dispatch_event("click")
    page.locator('.kinds [data-kind="claim"][aria-pressed="true"]').wait_for(state="attached")
    summaries = {claim["summary"] for claim in project.tables["claims"]}
    shown = page.locator('[data-kind="claim"] a:not(.correct)').all_text_contents()
    assert len(shown) == 50
    assert set(shown) <= summaries
    for texts in FAMILIES.values():
        page.locator(".search-results input[type=search]").fill(texts[0][:80])
        page.wait_for_function("() => !document.querySelector('.status').textContent.includes('…')")
    assert_quiet(page)


PAGES = {
    "events": (*PARAMETERS, *EVENTS),
    "members": PARAMETERS,
    "cohesion": (*PARAMETERS, *COHESION),
    "votes": (*PARAMETERS, *VOTES),
    "compare": (*PARAMETERS, *(SECOND + name for name in OWN)),
    "sources": (*PARAMETERS, "source", "part"),
    "search": (*PARAMETERS, *SEARCH),
    "propose": (*PARAMETERS, "row"),
    "coding": PARAMETERS,
}
TEXTS = ("script", "template", "long", "surrogate")


@pytest.mark.parametrize("name", PAGES)
def test_links(name: str, server_process: ServerProcess, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server_process.url}/{name}", width=1000, height=600)
    surprises = Surprises()
    surprises.follow(page)
    for family in TEXTS:
        text = FAMILIES[family][0][:4000]
        query = "&".join(f"{parameter}={encode(text)}" for parameter in PAGES[name])
        answer = page.goto(f"{server_process.url}/{name}?{query}&{encode(text)[:99]}=1")
        assert answer is not None
        assert answer.status == 200
        page.locator("h1").first.wait_for()
        assert_quiet(page)
    assert surprises.found == []
    assert "Traceback" not in server_process.read_log()
