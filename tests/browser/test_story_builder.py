"""A visitor's own story: built, kept, carried in a link and in a file, refused when it is bad."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from playwright.sync_api import Page, expect

from data.story import describe_story
from data.story_schema import LENGTHS, LONGEST, MOST_EVENTS, SCHEMA, SHORTEST
from data.story_yaml import read_story
from tests.browser.conftest import find_map
from tests.browser.story_helpers import find_player, find_stage, wait_for_step
from tests.browser.test_axe import find_grave
from tests.browser.test_permalinks import collect
from tests.injection_strings import FAMILIES
from tests.scripts import run_script

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
WORDS = Draft202012Validator(SCHEMA["$defs"]["words"])
KEEP = "text => localStorage.setItem('atlas-story-draft', text)"
READ = "() => JSON.parse(localStorage.getItem('atlas-story-draft') ?? 'null')"
CARRY = """
  const { encodeStory, decodeStory, writeYaml } = modules.codec;
  const carried = [];
  for (const story of argument) {
    const again = await decodeStory(await encodeStory(story));
    carried.push([again, writeYaml(again)]);
  }
  return carried;
"""
TWO_STEPS = {
    "title": {"en": "Mine"},
    "steps": [
        {"view": "year=1999", "headline": {"en": "One"}},
        {"view": "event=april-war-2016", "headline": {"en": "Two"}, "seconds": 7},
    ],
}


def make_text(key: str) -> st.SearchStrategy[dict[str, str]]:
    words = st.text(min_size=1, max_size=LENGTHS[key]).filter(WORDS.is_valid)
    return st.dictionaries(st.sampled_from(["en", "ru"]), words, max_size=2)


STEPS = st.fixed_dictionaries(
    {
        "view": st.sampled_from(["", "year=1999", "event=april-war-2016&toward=AZE&at=43,52,4.5"]),
        "headline": make_text("headline"),
        "text": make_text("text"),
        "notes": make_text("notes"),
        "seconds": st.integers(SHORTEST, LONGEST)
        | st.integers(SHORTEST * 100, LONGEST * 100).map(lambda n: n / 100),
        "events": st.lists(st.sampled_from(["april-war-2016", "osh-2010"]), max_size=MOST_EVENTS),
    }
)
STORIES = st.fixed_dictionaries(
    {
        "title": make_text("title"),
        "description": make_text("description"),
        "steps": st.lists(STEPS, max_size=5),
    }
)


def open_builder(page: Page, server: str, draft: dict[str, Any] | None = None) -> None:
    """Open the builder, over a draft that is already there."""
    if draft is not None:
        page.evaluate(KEEP, json.dumps(draft))
    page.goto(f"{server}/stories?build=1&lang=en")
    page.locator(".builder .tools .add").wait_for()
    find_stage(page)


def test_a_story_survives_link_and_file() -> None:
    stories = collect(STORIES, 40)
    carried = run_script({"codec": "stories/story_codec.ts"}, CARRY, stories)
    for story, (again, file) in zip(stories, carried, strict=True):
        assert again == {"id": "", **story}
        assert describe_story(read_story(file.encode(), "mine.yaml")) == {"id": "", **story}


def test_built_from_the_map_and_carried_in_a_link(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?event=april-war-2016&lang=en")
    frame = find_map(page)
    frame.get_by_role("button", name="Add this view to my briefing").click()
    frame.get_by_text("Added to your briefing as step 1").wait_for()
    open_builder(page, server)
    stage = find_stage(page)
    stage.evaluate("() => window.atlas.chooseYear(1999)")
    page.get_by_role("button", name="Add this view").click()
    cards = page.locator(".card-step")
    cards.nth(1).get_by_label("Headline").fill("Three leave")
    cards.nth(1).get_by_label("Caption").fill("Six extend it.\nThree do not.")
    page.get_by_label("Title", exact=True).fill("My briefing")
    page.keyboard.press("Tab")
    cards.nth(1).get_by_label("Headline").press("Alt+ArrowUp")
    page.get_by_text("Step 2 is now step 1.").wait_for()
    assert cards.nth(0).get_by_label("Headline").input_value() == "Three leave"
    page.get_by_role("button", name="Move step 1 down").click()
    page.get_by_role("button", name="Undo").click()
    assert cards.nth(0).get_by_label("Headline").input_value() == "Three leave"
    page.get_by_role("button", name="Delete step 2").click()
    page.get_by_role("button", name="Undo").click()
    assert [step["view"] for step in page.evaluate(READ)["steps"]] == [
        "year=1999",
        "event=april-war-2016",
    ]
    assert find_grave(page) == []
    page.get_by_role("button", name="Share as a link").click()
    link = page.get_by_label("Link to your briefing").input_value()
    assert link == page.evaluate("() => navigator.clipboard.readText()")
    assert not urlsplit(link).query.count("Three")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    story = read_story(Path(saved.value.path()).read_bytes(), saved.value.suggested_filename)
    assert saved.value.suggested_filename == "my-briefing.yaml"
    assert story.steps[0].text == {"en": "Six extend it.\nThree do not."}

    reader = open_page(link)
    find_player(reader)
    wait_for_step(reader, 1, 2)
    assert reader.locator(".briefing h1").inner_text() == "Three leave"
    assert "user briefing" in reader.locator(".kicker").inner_text()
    reader.keyboard.press("ArrowRight")
    wait_for_step(reader, 2, 2)
    assert urlsplit(reader.url).fragment == urlsplit(link).fragment
    assert reader.evaluate(READ) is None


def test_files_are_loaded_or_refused_whole(server: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{server}/_stcore/health")
    open_builder(page, server, TWO_STEPS)
    before = page.evaluate(READ)
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: {en: X}\nsteps:\n  - view: event=nowhere\n    colour: <b>red</b>\n")
    page.locator("input[type=file]").set_input_files(bad)
    page.get_by_text("The file was not accepted").wait_for()
    assert page.locator(".said li").all_inner_texts() == ["line 4: step 1 “colour”: unknown key"]
    assert page.evaluate(READ) == before
    bad.write_text("title: {en: X}\nsteps:\n  - view: event=nowhere\n")
    page.locator("input[type=file]").set_input_files(bad)
    page.get_by_text("there is no event with this id").wait_for()
    assert "line 3: step 1, view “event=nowhere”" in page.locator(".said li").inner_text()
    good = tmp_path / "good.yaml"
    good.write_text("title: {en: Loaded}\nsteps:\n  - view: year=1994\n")
    page.locator("input[type=file]").set_input_files(good)
    page.get_by_text("File loaded.").wait_for()
    assert page.get_by_label("Title", exact=True).input_value() == "Loaded"
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(READ) == before


def test_hostile_words_stay_words(server: str, open_page: Open) -> None:
    texts = [
        text for family in FAMILIES.values() for text in family if len(text) <= LENGTHS["text"]
    ]
    # Halves of a character are no Unicode, which the validator refuses with an error of its own.
    whole = [text for text in texts if text.encode("utf-8", "ignore").decode() == text]
    texts = [text for text in whole if WORDS.is_valid(text) and text.strip()]
    steps: list[dict[str, Any]] = [
        {"view": "year=1999", "headline": {"en": text[:140]}, "text": {"en": text}}
        for text in texts[::2][:24]
    ]
    page = open_page(f"{server}/_stcore/health")
    page.emulate_media(reduced_motion="reduce")
    draft = {"title": {"en": texts[0][:120]}, "steps": steps}
    page.evaluate(KEEP, json.dumps(draft))
    page.goto(f"{server}/stories?story=draft&step=1&lang=en")
    find_player(page)
    for at, step in enumerate(steps, 1):
        wait_for_step(page, at, len(steps))
        assert page.locator(".briefing .words").text_content() == step["text"]["en"]
        page.keyboard.press("ArrowRight")
    open_builder(page, server)
    assert page.locator(".card-step").count() == len(steps)
    assert page.locator(".stories :is(script, img, iframe, object)").count() == 0
    assert page.evaluate("() => window.__pwned") is None


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        ("", "complete briefing"),
        ("%%%", "complete briefing"),
        ("A" * 17_000, "longer than 16000 characters"),
        ("{zeros}", "complete briefing"),
        ("{key}", "colour: unknown key"),
        ("{view}", "step 1, view: not a valid view"),
    ],
)
def test_broken_links_are_refused_with_a_reason(
    server: str, open_page: Open, packed: str, why: str
) -> None:
    page = open_page(f"{server}/_stcore/health")
    made = {
        # Two megabytes in two kilobytes.
        "{zeros}": {"title": {"en": "0" * 2_000_000}, "steps": []},
        "{key}": {"colour": "red", "steps": []},
        "{view}": {"steps": [{"view": "event=nowhere"}]},
    }
    if packed in made:
        pack = """async (story) => {
          const text = new Blob([JSON.stringify(story)]).stream();
          const deflated = text.pipeThrough(new CompressionStream("deflate-raw"));
          const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
          const letters = [...bytes].map((byte) => String.fromCharCode(byte)).join("");
          return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
        }"""
        packed = page.evaluate(pack, made[packed])
    page.goto(f"{server}/stories?story=link&lang=en#story={packed}")
    page.get_by_role("alert").get_by_text(why).wait_for()
    assert page.get_by_role("heading", name="Briefings", exact=True).is_visible()


def test_undo_in_one_tab_leaves_what_another_did(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/_stcore/health")
    open_builder(page, server)
    add, undo = (page.get_by_role("button", name=name) for name in ("Add this view", "Undo"))
    add.click()
    expect(undo).to_be_enabled()
    other = page.context.new_page()
    open_builder(other, server)
    other.get_by_role("button", name="Add this view").click()
    expect(page.locator(".card-step")).to_have_count(2)
    expect(undo).to_be_disabled()
    page.keyboard.press("Control+z")
    add.click()
    undo.click()
    assert len(page.evaluate(READ)["steps"]) == 2
    expect(other.locator(".card-step")).to_have_count(2)
