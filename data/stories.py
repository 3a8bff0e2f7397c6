"""The stories that come with the atlas: `data/stories/*.yaml`, each in English and Russian."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from data.story import LANGUAGES, Step, Story, Text
from data.story_file import read_story
from data.story_problem import StoryError, StoryProblem

HERE = Path(__file__).parent / "stories"


@lru_cache(maxsize=4)
def read_stories(folder: Path = HERE) -> tuple[Story, ...]:
    """Every story of a folder, by file name; StoryError naming every problem of every file."""
    stories, problems = collect_stories(folder)
    if problems:
        raise StoryError(problems)
    return tuple(stories)


def collect_stories(folder: Path = HERE) -> tuple[list[Story], list[StoryProblem]]:
    """The stories of a folder that can be read, and every problem found."""
    stories: list[Story] = []
    problems: list[StoryProblem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            story = read_story(path.read_bytes(), path.name, path.stem.split("-", 1)[1])
        except StoryError as error:
            problems.extend(error.problems)
            continue
        stories.append(story)
        problems.extend(find_gaps(story, path.name))
    return stories, problems


def check_stories(folder: Path, events: Collection[str]) -> list[StoryProblem]:
    """Every problem of every story, the events it names included."""
    stories, problems = collect_stories(folder)
    for story in stories:
        problems.extend(find_unknown_events(story, f"{story.id}.yaml", events))
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
