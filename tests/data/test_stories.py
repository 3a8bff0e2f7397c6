"""The stories that come with the atlas, and what is refused of a story's file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from data.languages import LANGUAGES
from data.load import read_record
from data.request_ledger import build_ledger
from data.stories import check_stories, read_stories
from data.story import Step
from data.story_errors import RULES, StoryError
from data.story_schema import SCHEMA
from data.story_yaml import MOST_BYTES, read_story

STORIES = read_stories()
ONE_STEP = "title: {en: A}\nsteps:\n  - view: year=1999\n"
REFUSED = {
    "unknown key": (ONE_STEP + "    colour: red\n", 4, "colour", "key"),
    "key twice": (ONE_STEP + "    view: year=2000\n", 4, "view", "twice"),
    "no view": ("title: {en: A}\nsteps:\n  - seconds: 3\n", 3, "", "missing"),
    "number for text": (ONE_STEP + "    headline: {en: 1999}\n", 4, "1999", "text"),
    "text for number": (ONE_STEP + '    seconds: "5"\n', 4, "5", "number"),
    "not a number": (ONE_STEP + "    seconds: .nan\n", 4, ".nan", "number"),
    "too short a time": (ONE_STEP + "    seconds: 0.5\n", 4, "0.5", "range"),
    "too long": (ONE_STEP + f"    headline: {{en: {'x' * 141}}}\n", 4, "x" * 59 + "…", "long"),
    "list for mapping": (ONE_STEP + "    text: [a, b]\n", 4, "", "mapping"),
    "text for mapping": (ONE_STEP + "    text: plain\n", 4, "plain", "mapping"),
    "bad event": (ONE_STEP + "    events: [../x]\n", 4, "../x", "name"),
    "control character": (ONE_STEP + '    text: {en: "a\\x07b"}\n', 4, "a�b", "control"),
    "surrogate": (ONE_STEP + '    text: {en: "a\\ud800b"}\n', 4, "a�b", "control"),
    "yes for text": (ONE_STEP + "    text: {en: yes}\n", 4, "yes", "text"),
    "no title": ("steps: []\n", 1, "", "missing"),
    "mapping for list": ("title: {en: A}\nsteps: {view: x}\n", 2, "", "list"),
    "alias": ("title: &a {en: A}\ndescription: *a\nsteps: []\n", 1, "", "alias"),
    "tag": ("title: !!python/object:os.system {en: A}\nsteps: []\n", 1, "", "tag"),
    "deep": ("steps: " + "[" * 9000 + "\n", 1, "", "depth"),
    "many parts": ("steps: [" + "a, " * 4000 + "]\n", 1, "", "parts"),
    "many steps": ("title: {en: A}\nsteps:\n" + "  - view: x\n" * 61, 63, "", "many"),
    "two documents": ("a: b\n---\na: c\n", 2, "", "documents"),
    "not YAML": ("title: {en: A\nsteps: ][\n", 2, "", "yaml"),
    "tab": ("title:\n\ten: A\n", 2, "", "yaml"),
    "null byte": ("title: \x00", 0, "", "yaml"),
    "empty": ("", 0, "", "empty"),
    "plain text": ("hello", 1, "hello", "mapping"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_files_are_refused_with_line_value_and_rule(name: str) -> None:
    text, line, value, rule = REFUSED[name]
    with pytest.raises(StoryError) as caught:
        read_story(text.encode(), "mine.yaml")
    found = caught.value.problems[0]
    assert (found.file, found.line, found.value, found.rule) == ("mine.yaml", line, value, rule)
    assert str(found).startswith("mine.yaml line" if line else "mine.yaml")


def test_a_key_with_nothing_after_it_is_empty() -> None:
    text = "title:\nsteps:\n  - view:\n    headline:\n    text: {en: }\n    seconds:\n    events:\n"
    story = read_story(text.encode(), "mine.yaml")
    assert (story.title, story.description) == ({}, {})
    assert story.steps == (Step(""),)
    assert read_story(b"title: {}\nsteps:\n", "mine.yaml").steps == ()


def test_bytes_that_are_no_text_and_large_files_are_refused() -> None:
    for content, rule in ((b"\xff\xfe\x00", "utf8"), (b"#" * (MOST_BYTES + 1), "size")):
        with pytest.raises(StoryError) as caught:
            read_story(content, "mine.yaml")
        assert [problem.rule for problem in caught.value.problems] == [rule]


def test_every_problem_of_a_file_is_told() -> None:
    text = ONE_STEP + "    seconds: x\n    colour: y\n    events: z\n"
    with pytest.raises(StoryError) as caught:
        read_story(text.encode(), "mine.yaml")
    assert [problem.rule for problem in caught.value.problems] == ["number", "key", "list"]
    assert {problem.rule for problem in caught.value.problems} <= set(RULES)


def test_shipped_stories_are_whole_and_name_events_of_the_record() -> None:
    events = {row["id"] for row in read_record().rows("events")}
    folder = Path(__file__).parents[2] / "data" / "stories"
    assert check_stories(folder, events) == []
    assert check_stories(folder, events - {"april-war-2016"})
    assert len(STORIES) >= 4
    for story in STORIES:
        assert all(step.events for step in story.steps)


def test_a_shipped_story_must_speak_both_languages(tmp_path: Path) -> None:
    (tmp_path / "1-one.yaml").write_text(ONE_STEP, encoding="utf-8")
    found = check_stories(tmp_path, set())
    assert {problem.rule for problem in found} == {"incomplete"}
    assert "step 1, text" in {problem.key for problem in found}


def test_each_request_of_the_ledger_has_its_step_in_order() -> None:
    story = next(story for story in STORIES if story.id == "every-request")
    ledger = build_ledger(read_record())
    requests, closing = story.steps[:-1], story.steps[-1]
    for row, step in zip(ledger, requests, strict=True):
        assert step.view.split("&")[:2] == [f"event={row.event_id}", f"toward={row.asked_by}"]
        says = {"met": "Met", "partly": "Partly", "unmet": "Unmet"}[row.response]
        assert step.headline["en"].split(". ")[-1].startswith(says)
    count = Counter(row.response for row in ledger)
    assert (len(ledger), count["met"], count["partly"], count["unmet"]) == (17, 5, 7, 5)
    assert closing.headline["en"].startswith("Seventeen requests: five met, seven partly, five")
    asked = Counter(row.asked_by for row in ledger)
    assert asked == {"ARM": 6, "TJK": 4, "KGZ": 4, "BLR": 1, "KAZ": 1, "RUS": 1}
    assert "met" not in {row.response for row in ledger if row.asked_by == "ARM"}


def test_thirty_five_years_take_three_minutes() -> None:
    story = next(story for story in STORIES if story.id == "thirty-five-years")
    assert story.seconds == 180


def test_the_schema_takes_texts_in_each_language_of_the_record() -> None:
    assert tuple(SCHEMA["$defs"]["text"]["properties"]) == LANGUAGES
