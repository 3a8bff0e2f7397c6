"""A story read from the text of a YAML file: plain mappings, lists, text and numbers only.

The stream of YAML events is held to its limits before anything is built from it, so that a file
made to swell (aliases of aliases, nesting without end) costs no more than its own length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from data.languages import LANGUAGES
from data.story import Step, Story, Text
from data.story_errors import StoryError, StoryProblem
from data.story_schema import DEFAULT_SECONDS
from data.story_yaml_reader import StoryReader, find_line

MOST_BYTES = 1024 * 1024
# Story, steps, step, text of two languages; and room for what is told apart below.
DEEPEST = 5
MOST_PARTS = 3000


def read_story(content: bytes, file: str, story_id: str = "") -> Story:
    """The story in a file's bytes; StoryError naming file, line, value and rule of each problem."""
    problems: list[StoryProblem] = []
    reader = StoryReader(file, problems)
    root = _compose(content, reader)
    value: Any = None
    if root is not None:
        value = reader.read_node(root)
        reader.check(root, value)
    if problems or root is None:
        raise StoryError(sorted(problems))
    lines = [find_line(root, ("steps", at, "view")) for at in range(len(value["steps"]))]
    return _build_story(value, story_id, lines)


def _compose(content: bytes, reader: StoryReader) -> yaml.Node | None:
    """The root of a file that keeps the limits of its kind; None when it does not."""
    if len(content) > MOST_BYTES:
        reader.refuse(None, "", "size", most=MOST_BYTES)
        return None
    try:
        text = content.decode("utf-8-sig")
        if not _keeps_limits(yaml.parse(text, Loader=yaml.SafeLoader), reader):
            return None
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        reader.refuse(None, "", "utf8")
        return None
    except yaml.YAMLError as error:
        reader.refuse(getattr(error, "problem_mark", None), "", "yaml", why=_say(error))
        return None
    if root is None:
        reader.refuse(None, "", "empty")
    return root


def _build_story(value: Mapping[str, Any], story_id: str, lines: Iterable[int]) -> Story:
    """A story of values that keep the schema, and of the lines that its views stand in."""
    return Story(
        id=story_id,
        title=_build_text(value["title"]),
        description=_build_text(value.get("description", {})),
        steps=tuple(
            _build_step(step, line) for step, line in zip(value["steps"], lines, strict=True)
        ),
    )


def _build_step(step: Mapping[str, Any], line: int) -> Step:
    return Step(
        view=step["view"],
        headline=_build_text(step.get("headline", {})),
        text=_build_text(step.get("text", {})),
        notes=_build_text(step.get("notes", {})),
        seconds=step.get("seconds", DEFAULT_SECONDS),
        events=tuple(step.get("events", ())),
        line=line,
    )


def _build_text(text: Mapping[str, str]) -> Text:
    return {language: text[language] for language in LANGUAGES if text.get(language)}


def _keeps_limits(events: Iterable[yaml.Event], reader: StoryReader) -> bool:
    depth = documents = 0
    for parts, event in enumerate(events, 1):
        starts = isinstance(event, yaml.CollectionStartEvent)
        depth += starts - isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        rule = None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            rule = "alias"
        elif getattr(event, "tag", None):
            rule = "tag"
        elif depth > DEEPEST:
            rule = "depth"
        elif parts > MOST_PARTS:
            rule = "parts"
        elif documents > 1:
            rule = "documents"
        if rule:
            reader.refuse(event.start_mark, "", rule)
            return False
    return True


def _say(error: yaml.YAMLError) -> str:
    """What the reader of YAML found, without the excerpt it adds."""
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
