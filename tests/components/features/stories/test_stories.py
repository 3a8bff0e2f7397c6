"""Views of stories are valid links; a visitor's file is answered with a story or its problems."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.features.stories import payload
from components.features.stories.check_views import find_bad_views
from components.features.stories.parsing import read_upload
from data.load import read_record
from data.stories import read_stories
from data.story import Step, Story
from data.story_errors import RULES
from data.story_schema import SCHEMA, find_faults, name_place
from tests.components.core.test_user_layers import make_layer, pack_layers
from tests.scripts import run_script

REASONS = Path(__file__).parents[4] / "components/frontend/src/core/validation_messages.ts"
CHECK = """
  return argument.map((value) => {
    try {
      modules.story.checkStory(value);
    } catch (error) {
      const { key, rule, values } = error.problem;
      return [key, rule, values ?? {}];
    }
    return null;
  });
"""
LAYERS = base64.b64encode(pack_layers(make_layer(name="Mine"))).decode()


@pytest.mark.parametrize(
    ("layers", "name", "rule"),
    [
        (LAYERS, "Mine", ""),
        (LAYERS, "Yours", "layer"),
        ("", "Mine", "layer"),
        (base64.b64encode(b"no layers").decode(), "Mine", "layers"),
        (base64.b64encode(pack_layers(make_layer(lat="AAAA"))).decode(), "Incidents", "layers"),
        ("A", "Mine", "layers"),
        ("<b>", "Mine", "control"),
    ],
)
def test_a_story_has_the_layers_that_its_steps_name(layers: str, name: str, rule: str) -> None:
    story = {"title": {"en": "x"}, "steps": [{"view": "year=2001", "layers": [name]}]}
    answer = read_upload(json.dumps(story | ({"layers": layers} if layers else {})).encode())
    if not rule:
        assert answer["story"]["layers"] == layers
        assert answer["story"]["steps"][0]["layers"] == [name]
    else:
        assert [problem["rule"] for problem in answer["problems"]] == [rule]


# What breaks one rule each, as the parts of a step.
BROKEN_STEPS: list[object] = [
    "year=1999",
    {},
    {"view": 1999},
    {"view": "x" * 301},
    {"view": "", "colour": "red"},
    {"view": "", "text": ["a"]},
    {"view": "", "text": {"fr": "Calme"}},
    {"view": "", "text": {"en": "a\u0007b"}},
    {"view": "", "headline": {"ru": "ш" * 141}},
    {"view": "", "notes": {"en": True}},
    {"view": "", "seconds": "5"},
    {"view": "", "seconds": 1.9},
    {"view": "", "seconds": 121},
    {"view": "", "events": "osh-2010"},
    {"view": "", "events": ["osh-2010"] * 9},
    {"view": "", "events": [2010]},
    {"view": "", "events": ["Osh"]},
    {"view": "", "events": ["osh-2010\n"]},
    {"view": "", "events": ["a" * 61]},
]
LINK_RULES = build_link_rules(read_record(), read_today())


@pytest.mark.parametrize("story", read_stories(), ids=lambda story: story.id)
def test_every_view_of_a_shipped_story_is_a_valid_link(story: Story) -> None:
    assert find_bad_views(story, story.id, LINK_RULES) == []


@pytest.mark.parametrize(
    ("view", "why"),
    [
        ("event=nowhere", "there is no event with this id"),
        ("year=1066", "not a year"),
        ("date=2020-02-30", "there is no such day"),
        ("date=1990-12-31", "not a day from"),
        ("date=2020", "not a date"),
        ("date=2020-10-15&year=2019", "the date is in 2020"),
        ("date=2020-10-15&event=april-war-2016", "the days of the event are from 2016-04-02"),
        ("year=1999&year=2000", "stands twice"),
        ("year=1999&story=x", "story is not a part of a view"),
        ("event=april-war-2016&toward=KAZ", "not a reference party"),
        ("at=1e3,0,0", "not latitude"),
        ("layers=", "not a list of layers"),
    ],
)
def test_a_view_that_a_link_would_ignore_is_refused(view: str, why: str) -> None:
    story = Story("", {}, {}, (Step("year=1999"), Step(view, line=9)))
    (problem,) = find_bad_views(story, "mine.yaml", LINK_RULES)
    assert (problem.line, problem.key, problem.value) == (9, "step 2, view", view)
    assert why in str(problem)


def test_a_step_may_name_a_day() -> None:
    story = Story("", {}, {}, (Step("date=2020-10-15"), Step("year=2020&date=2020-10-15")))
    assert find_bad_views(story, "mine.yaml", LINK_RULES) == []
    steps = [{"view": "date=2020-10-15"}]
    assert list(find_faults({"title": {"en": "A"}, "steps": steps})) == []


def test_a_file_is_answered_with_the_story() -> None:
    body = read_upload(b"title: {ru: X}\nsteps:\n  - view: year=1999\n")
    assert body["story"]["title"] == {"ru": "X"}
    assert body["story"]["steps"][0]["seconds"] == 10


def test_a_bad_file_is_answered_with_its_problems_and_no_story() -> None:
    body = read_upload(b"title: {en: X}\nsteps:\n  - view: year=1066\n")
    assert set(body) == {"problems"}
    (problem,) = body["problems"]
    assert (problem["line"], problem["value"], problem["rule"]) == (3, "year=1066", "view")


def test_the_document_holds_every_story_in_both_languages() -> None:
    stories = json.loads(payload.build_documents()["stories.json"])["stories"]
    assert [story["id"] for story in stories] == [story.id for story in read_stories()]
    assert all(step["text"]["ru"] for story in stories for step in story["steps"])


def test_every_rule_can_be_said_to_a_visitor() -> None:
    source = REASONS.read_text(encoding="utf-8")
    said = dict(re.findall(r'^  (\w+): \(.*_\("([^"]*)"', source, re.M))
    assert said == RULES


def test_the_browser_finds_the_faults_that_python_finds() -> None:
    broken: list[object] = [{"title": {}, "steps": [step]} for step in BROKEN_STEPS]
    broken += [7, [], {"title": "A", "steps": []}, {"title": {}, "steps": {}}]
    broken.append({"title": {}, "steps": [{"view": ""}] * 61})
    whole = {"title": {"en": "😀" * 120}, "steps": [{"view": "", "text": {"en": "a\n\tb"}}]}
    found = []
    for value in broken:
        fault, *others = dict.fromkeys(find_faults(value))
        assert others == []
        place = name_place((*fault.path, fault.name) if fault.name else fault.path)
        found.append([place, fault.rule, dict(fault.values)])
    said = run_script({"story": "core/story_schema.ts"}, CHECK, [*broken, whole])
    assert said == [*found, None]
    assert list(find_faults(whole)) == []
    rules = {rule for _place, rule, _values in found}
    assert rules == {*SCHEMA["rules"].values(), *SCHEMA["itemRules"].values()} <= set(RULES)
