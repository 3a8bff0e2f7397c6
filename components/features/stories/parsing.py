"""What a worker makes of a visitor's story file: plain values, since it is another process."""

from __future__ import annotations

from typing import Any

from components.core.link_rules import read_rules
from components.core.user_layers.reading import InvalidLayers, read_story_layers
from components.features.stories.check_views import find_bad_views
from data.errors import shorten
from data.story import Story, describe_story
from data.story_errors import StoryError, StoryProblem
from data.story_yaml import read_story

FILE, SENT = "file", "story"
MOST_PROBLEMS = 20


def read_upload(content: bytes) -> dict[str, Any]:
    """The answer for a file's bytes: the story as plain data, or its problems."""
    found = read_sent_story(content, FILE)
    if isinstance(found, Story):
        return {"story": describe_story(found)}
    return {"problems": [describe_problem(problem) for problem in found]}


def read_sent_story(content: bytes, file: str = SENT) -> Story | list[StoryProblem]:
    """The story in a file's bytes, or the first problems of its form and its views."""
    try:
        story = read_story(content, file)
    except StoryError as error:
        return list(error.problems[:MOST_PROBLEMS])
    problems = [*find_bad_views(story, file, read_rules()), *find_bad_layers(story, file)]
    return problems[:MOST_PROBLEMS] or story


def find_bad_layers(story: Story, file: str) -> list[StoryProblem]:
    """The layers of a story that cannot be shown, and the steps that name none of them."""
    try:
        names = {layer.name for layer in read_story_layers(story)}
    except InvalidLayers as error:
        return [StoryProblem(file, 0, "layers", "", "layers", (("why", str(error)),))]
    return [
        StoryProblem(file, step.line, f"step {at}, layers", shorten(name), "layer")
        for at, step in enumerate(story.steps, 1)
        for name in step.layers
        if name not in names
    ]


def describe_problem(problem: StoryProblem) -> dict[str, Any]:
    """A problem as plain data: the page says it in the visitor's language."""
    return {
        "line": problem.line,
        "key": problem.key,
        "value": problem.value,
        "rule": problem.rule,
        "values": dict(problem.values),
    }
