"""The stories that come with the atlas: `data/stories/*.yaml`, each in English and Russian."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from data.languages import LANGUAGES
from data.story import Step, Story, Text
from data.story_errors import StoryError, StoryProblem
from data.story_yaml import read_story

HERE = Path(__file__).parent / "stories"
# Its place in the list, then its id, as it stands in links.
NAME = re.compile(r"[0-9]+-(?P<id>[a-z0-9]+(-[a-z0-9]+)*)\.yaml")


def read_stories(folder: Path = HERE) -> tuple[Story, ...]:
    """Every story of a folder, by file name; StoryError naming every problem of every file."""
    stories, problems = collect_stories(folder)
    if problems:
        raise StoryError(list(problems))
    return tuple(stories.values())


@lru_cache(maxsize=4)
def collect_stories(folder: Path = HERE) -> tuple[dict[str, Story], tuple[StoryProblem, ...]]:
    """The stories of a folder that can be read, by file name, and every problem found."""
    stories: dict[str, Story] = {}
    problems: list[StoryProblem] = []
    ids: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        named = NAME.fullmatch(path.name)
        if named is None or named["id"] in ids:
            problems.append(StoryProblem(path.name, 0, "", "", "id" if named else "file"))
            continue
        ids.add(named["id"])
        try:
            story = read_story(path.read_bytes(), path.name, named["id"])
        except OSError:
            problems.append(StoryProblem(path.name, 0, "", "", "unread"))
            continue
        except StoryError as error:
            problems.extend(error.problems)
            continue
        stories[path.name] = story
        problems.extend(find_gaps(story, path.name))
    return stories, tuple(problems)


def check_stories(folder: Path, events: Collection[str]) -> list[StoryProblem]:
    """Every problem of every story; of events it names, unless ``events`` is empty: not known."""
    stories, found = collect_stories(folder)
    problems = list(found)
    if events:
        for file, story in stories.items():
            problems.extend(find_unknown_events(story, file, events))
    return problems


def find_gaps(story: Story, file: str) -> list[StoryProblem]:
    """Texts that are missing in one of the languages; notes may be left out in both."""

    def check(text: Text, key: str, line: int, *, optional: bool = False) -> None:
        if (optional and not text) or all(text.get(language) for language in LANGUAGES):
            return
        gaps.append(StoryProblem(file, line, key, "", "incomplete"))

    gaps: list[StoryProblem] = []
    check(story.title, "title", 0)
    check(story.description, "description", 0)
    for at, step in enumerate(story.steps, 1):
        check(step.headline, f"step {at}, headline", step.line)
        check(step.text, f"step {at}, text", step.line)
        check(step.notes, f"step {at}, notes", step.line, optional=True)
    return gaps


def find_unknown_events(story: Story, file: str, known: Collection[str]) -> list[StoryProblem]:
    """Events that a story names and the record does not have."""

    def name(step: Step, at: int, event: str) -> StoryProblem:
        return StoryProblem(file, step.line, f"step {at}, events", event, "event")

    return [
        name(step, at, event)
        for at, step in enumerate(story.steps, 1)
        for event in step.events
        if event not in known
    ]
