"""Briefings: keys, black screen, links to steps, the presenter's window, what the map shows."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from data.stories import read_stories
from data.story import Story
from tests.browser.story_helpers import (
    find_player,
    find_stage,
    read_view,
    wait_for_event,
    wait_for_step,
)
from tests.browser.test_axe import find_grave

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
STORIES = read_stories()
ARTICLES = next(story for story in STORIES if story.id == "five-articles")
COUNT = len(ARTICLES.steps)
# What lies over the place of each step's event. Motion is off, so that a step is a cut.
COVERED = """async () => {
  const frame = document.querySelector(".st-key-atlas-stage iframe");
  const stage = frame.getBoundingClientRect();
  const inside = (x, y, box) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const covered = [];
  for (const [place, tick] of [...document.querySelectorAll(".ticks button")].entries()) {
    tick.click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const caption = document.querySelector(".briefing .caption").getBoundingClientRect();
    const beside = caption.left >= stage.right - 1 || caption.top >= stage.bottom - 1;
    if (!beside) covered.push([place, "caption"]);
    const inner = frame.contentDocument;
    const at = inner.querySelector(".event-marker.chosen")?.getBoundingClientRect();
    if (!at) continue;
    const x = at.x + at.width / 2, y = at.y + at.height / 2;
    const whole = inner.documentElement.getBoundingClientRect();
    if (!inside(x, y, whole)) covered.push([place, "outside"]);
    for (const part of inner.querySelectorAll(".overlay")) {
      if (inside(x, y, part.getBoundingClientRect())) covered.push([place, part.className]);
    }
  }
  return covered;
}"""


def test_keys_in_the_page_and_in_the_frame(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?story=five-articles&step=5&lang=en")
    frame = find_player(page)
    wait_for_step(page, 5, COUNT)
    assert page.locator(".briefing h1").inner_text() == ARTICLES.steps[4].headline["en"]
    assert not page.locator("[data-testid=stHeader]").is_visible()
    page.keyboard.press("PageDown")
    wait_for_step(page, 6, COUNT)
    wait_for_event(frame, "april-war-2016")
    assert "step=6" in page.url
    # A click on the map goes on and takes the focus into the frame.
    page.mouse.click(300, 450)
    wait_for_step(page, 7, COUNT)
    assert page.evaluate("() => document.activeElement.tagName") == "IFRAME"
    for key, step in (("ArrowLeft", 6), (" ", 7), ("PageUp", 6), ("Home", 1), ("End", COUNT)):
        page.keyboard.press(key)
        wait_for_step(page, step, COUNT)
    page.keyboard.press("b")
    page.locator(".blackout").wait_for()
    page.keyboard.press("ArrowLeft")
    page.locator(".blackout").wait_for(state="hidden")
    wait_for_step(page, COUNT, COUNT)
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keyboard shortcuts").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog", name="Keyboard shortcuts").wait_for(state="hidden")
    page.get_by_role("button", name="Step 3:").click()
    wait_for_step(page, 3, COUNT)
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Briefings", exact=True).wait_for()


def test_a_link_to_a_step_and_back(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?lang=en")
    page.get_by_role("link", name="Armenia's road").click()
    frame = find_player(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3*")
    other = page.context.new_page()
    other.goto(page.url)
    seen = find_player(other)
    wait_for_event(seen, "csto-founded-2002")
    assert other.locator(".briefing h1").inner_text() == page.locator(".briefing h1").inner_text()
    other.close()
    wait_for_event(frame, "csto-founded-2002")
    # Steps replace each other in the address, so Back leaves the story.
    page.go_back()
    page.get_by_role("heading", name="Briefings", exact=True).wait_for()
    page.go_forward()
    find_player(page)
    wait_for_step(page, 3, 16)


def test_the_years_run_by_without_the_server(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?story=thirty-five-years&step=2&lang=en")
    frame = find_player(page)
    wait_for_event(frame, None)
    sent: list[object] = []
    page.on("request", lambda request: sent.append(request.url))
    frame.evaluate(
        """() => {
          window.seen = [];
          window.atlas.store.subscribe((view, before) => {
            if (view.year !== before.year) window.seen.push(view.year);
          });
        }"""
    )
    page.keyboard.press("End")
    wait_for_step(page, 18, 18)
    frame.wait_for_function("() => window.atlas.store.view.year === window.atlas.atlas.last")
    seen = frame.evaluate("() => window.seen")
    assert seen == sorted(seen)
    assert seen[0] > 1992
    assert len(seen) > 2
    assert [url for url in sent if "/_stcore/" in str(url)] == []


def test_reduced_motion_cuts(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories")
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{server}/stories?story=thirty-five-years&step=1&lang=en")
    frame = find_player(page)
    frame.evaluate(
        """() => {
          window.seen = [];
          window.atlas.store.subscribe((view) => window.seen.push(view.year));
        }"""
    )
    page.keyboard.press("End")
    frame.wait_for_function("() => window.atlas.store.view.year === window.atlas.atlas.last")
    assert set(frame.evaluate("() => window.seen")) == {
        frame.evaluate("() => window.atlas.atlas.last")
    }


@pytest.mark.parametrize(
    ("width", "height", "stories"), [(1440, 900, STORIES), (390, 844, STORIES[1:2])]
)
def test_nothing_covers_what_a_step_speaks_of(
    server: str, open_page: Open, width: int, height: int, stories: tuple[Story, ...]
) -> None:
    page = open_page(f"{server}/_stcore/health", width, height)
    page.emulate_media(reduced_motion="reduce")
    for story in stories:
        page.goto(f"{server}/stories?story={story.id}&step=1&lang=en")
        find_player(page)
        assert page.evaluate(COVERED) == [], story.id
        wait_for_step(page, len(story.steps), len(story.steps))


def test_the_presenters_window_follows_and_leads(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?story=five-articles&step=2&lang=en")
    find_player(page)
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.get_by_text(f"Step 2 of {COUNT}").wait_for()
    assert notes.locator(".notes").inner_text() == ARTICLES.steps[1].notes["en"]
    assert notes.locator(".coming h3").inner_text() == ARTICLES.steps[2].headline["en"]
    assert notes.locator(".elapsed").inner_text().startswith("0:")
    page.keyboard.press("ArrowRight")
    notes.get_by_text(f"Step 3 of {COUNT}").wait_for()
    notes.keyboard.press("PageDown")
    wait_for_step(page, 4, COUNT)
    notes.get_by_text(f"Step 4 of {COUNT}").wait_for()
    notes.get_by_role("button", name="Blank screen").click()
    page.locator(".blackout").wait_for()
    notes.get_by_text("Screen is black").wait_for()
    notes.set_viewport_size({"width": 1280, "height": 800})
    assert find_grave(notes) == []


def test_a_story_plays_by_itself(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/_stcore/health")
    page.clock.install()
    page.goto(f"{server}/stories?story=thirty-five-years&step=1&autoplay=1&lang=en")
    page.clock.resume()
    find_player(page)
    page.get_by_role("button", name="Pause").wait_for()
    page.clock.fast_forward(10_500)
    wait_for_step(page, 2, 18)
    page.keyboard.press("p")
    page.get_by_role("button", name="Autoplay").wait_for()


def test_wrong_links_lead_to_the_list(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/stories?story=__proto__&lang=en")
    page.get_by_role("alert").get_by_text("There is no briefing with this name").wait_for()
    page.goto(f"{server}/stories?story=five-articles&step=999&lang=en")
    find_player(page)
    wait_for_step(page, COUNT, COUNT)


@pytest.mark.parametrize(("width", "height", "dark"), [(1440, 900, False), (390, 844, True)])
def test_axe_on_list_and_player(
    server: str, open_page: Open, width: int, height: int, dark: bool
) -> None:
    page = open_page(f"{server}/stories?lang=en", width, height, dark=dark)
    find_stage(page)
    page.locator(".strip circle").first.wait_for()
    assert find_grave(page) == []
    page.get_by_role("link", name="Present").first.click()
    frame = find_player(page)
    page.locator(".briefing .body").evaluate(
        "body => Promise.all(body.getAnimations().map((each) => each.finished))"
    )
    assert find_grave(page) == []
    assert find_grave(frame) == []
    assert read_view(frame)["event"] == "cst-signed-1992"


def test_a_presenters_window_leads_its_own_briefing_alone(server: str, open_page: Open) -> None:
    """Stories carried in links have one id, and one story may be presented twice."""

    def carry(word: str) -> str:
        steps = [{"view": f"year={year}", "headline": {"en": word}} for year in (2001, 2002, 2003)]
        told = json.dumps({"title": {"en": word}, "steps": steps}).encode()
        packer = zlib.compressobj(wbits=-15)
        packed = base64.urlsafe_b64encode(packer.compress(told) + packer.flush())
        return f"{server}/stories?step=1&lang=en#story={packed.decode().rstrip('=')}"

    first = open_page(carry("First"))
    context = first.context
    others = [context.new_page(), context.new_page()]
    for page, word in zip(others, ("Second", "First"), strict=True):
        page.goto(carry(word))
    for page in (first, *others):
        find_player(page)
    with first.expect_popup() as opened:
        first.keyboard.press("n")
    notes = opened.value
    notes.get_by_text("Step 1 of 3").wait_for()
    notes.keyboard.press("PageDown")
    notes.get_by_text("Step 2 of 3").wait_for()
    wait_for_step(first, 2, 3)
    # What is said last has come to all who would hear it when it is answered.
    others[1].keyboard.press("ArrowRight")
    wait_for_step(others[1], 2, 3)
    notes.keyboard.press("PageDown")
    notes.get_by_text("Step 3 of 3").wait_for()
    wait_for_step(first, 3, 3)
    wait_for_step(others[0], 1, 3)
    wait_for_step(others[1], 2, 3)
    first.reload()
    find_player(first)
    wait_for_step(first, 3, 3)
    notes.keyboard.press("PageUp")
    wait_for_step(first, 2, 3)
