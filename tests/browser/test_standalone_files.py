"""A comparison and a story as one file each, opened from a disk with no network."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.core.clock import read_today
from components.core.i18n import locale_context
from components.features.compare.diff import describe_pair
from components.outputs.export.export_request import ExportRequest, parse_export_request
from components.outputs.export.html_export import write_live_file
from components.outputs.export.worker_tasks import pack_day_documents
from data.stories import read_stories
from data.story import Step, Story, pick_text
from tests.browser.conftest import read_state
from tests.browser.injection_detectors import assert_quiet
from tests.browser.test_compare import find_pair
from tests.injection_strings import FAMILIES

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
CAMERA = "(_, { map } = window.atlas) => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
ATLAS = "https://atlas.example"
PAIR = {"event": "april-war-2016", "b-event": "april-war-2016", "b-toward": "AZE"}


def write(folder: Path, name: str, parameters: dict[str, str], story: Story | None = None) -> str:
    """The file of an order, on disk; its address."""
    file = folder / name
    file.write_bytes(write_order(parse_export_request(name, parameters, ATLAS, story)))
    return file.as_uri()


def write_order(order: ExportRequest) -> bytes:
    """The file of an order."""
    return write_live_file(order, pack_day_documents(order.today, order.language))


def open_alone(open_page: Open, address: str, **how: object) -> Page:
    """A page that can reach nothing."""
    page = open_page(address, **how)
    page.context.set_offline(True)
    return page


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_pair_moves_together_and_says_what_differs(
    tmp_path: Path, open_page: Open, language: str
) -> None:
    order = parse_export_request("comparison.html", {**PAIR, "lang": language}, ATLAS)
    page = open_alone(open_page, write(tmp_path, "comparison.html", {**PAIR, "lang": language}))
    left, right = find_pair(page)
    assert [read_state(frame)["toward"] for frame in (left, right)] == ["ARM", "AZE"]
    left.evaluate("() => void window.atlas.map.setView([41, 60], 5.5, { animate: false })")
    assert right.evaluate(CAMERA) == pytest.approx([41, 60, 5.5])

    assert order.other is not None
    with locale_context(language):
        said = describe_pair(order.view, order.other, read_today())
    rows = page.locator(".differences tbody tr")
    assert rows.count() == sum(len(said[name]) for name in ("stances", "statuses", "zones")) > 3
    for stance in said["stances"]:
        row = page.locator(f".differences tr[data-row={stance['id']}]")
        for side in ("first", "second"):
            if stance[side]:
                expect(row).to_contain_text(stance[side]["label"])
    # What the file does not hold is in the live atlas.
    evidence = page.locator(".differences thead a").first.get_attribute("href") or ""
    assert evidence.startswith(f"{ATLAS}/events?event=april-war-2016")

    # The list follows the maps: of another year it says what differs then.
    thumb = right.locator(".thumb")
    thumb.focus()
    thumb.press("ArrowLeft")
    expect(page.locator(".differences thead").first).to_contain_text("2015")
    assert read_state(right)["toward"] is None


def test_a_story_plays_to_its_end_and_its_notes_are_at_hand(
    tmp_path: Path, open_page: Open
) -> None:
    story = read_stories()[0]
    page = open_alone(open_page, write(tmp_path, "story.html", {"story": story.id}))
    headline = page.locator(".caption h1")
    for step in story.steps:
        expect(headline).to_have_text(pick_text(step.headline, "en"))
        expect(page.locator(".caption .words")).to_have_text(pick_text(step.text, "en"))
        page.keyboard.press("PageDown")
    expect(headline).to_have_text(pick_text(story.steps[-1].headline, "en"))
    evidence = page.locator(".caption .rests a").first.get_attribute("href") or ""
    assert evidence.startswith(f"{ATLAS}/events?event=")
    page.keyboard.press("Home")
    with page.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value.locator(".presenter .notes")
    expect(notes).to_have_text(pick_text(story.steps[0].notes, "en"))
    page.keyboard.press("ArrowRight")
    expect(notes).to_have_text(pick_text(story.steps[1].notes, "en"))
    opened.value.close()
    page.keyboard.press("Escape")
    expect(page.locator(".stories .list > li")).to_have_count(1)
    page.get_by_text("Present", exact=True).click()
    expect(headline).to_have_text(pick_text(story.steps[0].headline, "en"))


def test_a_story_prints_every_step(tmp_path: Path, open_page: Open) -> None:
    story = read_stories()[0]
    page = open_alone(open_page, write(tmp_path, "story.html", {"story": story.id, "lang": "ru"}))
    page.locator(".caption h1").wait_for()
    page.emulate_media(media="print")
    steps = page.locator(".sheet > li")
    assert steps.count() == len(story.steps)
    for step, shown in zip(story.steps, steps.all(), strict=True):
        expect(shown).to_be_visible()
        expect(shown).to_contain_text(pick_text(step.headline, "ru"))
    expect(page.locator(".briefing .bar")).to_be_hidden()
    expect(page).to_have_title(re.compile(re.escape(pick_text(story.steps[0].headline, "ru"))))


def test_a_visitors_story_is_text_and_said_to_be_theirs(tmp_path: Path, open_page: Open) -> None:
    texts = [text for family in ("script", "handler", "template") for text in FAMILIES[family]]
    steps = tuple(
        Step("event=april-war-2016", {"en": text}, {"en": text}, {"en": text}) for text in texts
    )
    story = Story("", {"en": texts[0]}, {"en": texts[-1]}, steps)
    page = open_alone(open_page, write(tmp_path, "story.html", {}, story))
    for text in texts:
        expect(page.locator(".caption h1")).to_have_text(text.strip())
        page.keyboard.press("ArrowRight")
    expect(page.locator(".caption .kicker")).to_contain_text("user briefing")
    # The name of a step is its title too, which runs nothing.
    assert_quiet(page, everywhere=False)


def test_a_file_of_no_atlas_leads_nowhere(tmp_path: Path, open_page: Open) -> None:
    story = read_stories()[0]
    file = tmp_path / "story.html"
    file.write_bytes(write_order(parse_export_request("story.html", {"story": story.id}, "")))
    page = open_alone(open_page, file.as_uri(), width=390, height=844, dark=True)
    page.locator(".caption .rests span").nth(1).wait_for()
    assert page.locator(".caption a").count() == 0
    assert json.loads(page.locator("#atlas-page").inner_text())["live"] == ""
    assert page.locator(".site-header a").count() == 0
