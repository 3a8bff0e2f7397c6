"""A story read from the text of a YAML file: plain mappings, lists, text and numbers only.

The stream of YAML events is held to its limits as it is read, so that a file made to swell
(aliases of aliases, nesting without end) costs no more than its own length.
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
        root = _LimitedLoader(text).get_single_node()
    except UnicodeDecodeError:
        reader.refuse(None, "", "utf8")
        return None
    except _LimitError as error:
        reader.refuse(error.mark, "", error.rule)
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
        layers=value.get("layers", ""),
    )


def _build_step(step: Mapping[str, Any], line: int) -> Step:
    return Step(
        view=step["view"],
        headline=_build_text(step.get("headline", {})),
        text=_build_text(step.get("text", {})),
        notes=_build_text(step.get("notes", {})),
        seconds=step.get("seconds", DEFAULT_SECONDS),
        events=tuple(step.get("events", ())),
        layers=tuple(step.get("layers", ())),
        line=line,
    )


def _build_text(text: Mapping[str, str]) -> Text:
    return {language: text[language] for language in LANGUAGES if text.get(language)}


class _LimitError(yaml.YAMLError):
    """An event of the stream breaks a rule, at a mark."""

    def __init__(self, rule: str, mark: object) -> None:
        super().__init__(rule)
        self.rule, self.mark = rule, mark


class _LimitedLoader(yaml.SafeLoader):
    """Composes nodes of events, each of which it holds to the limits before it is used."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.parts = self.depth = self.documents = 0

    def get_event(self) -> yaml.Event:
        event: yaml.Event = super().get_event()  # type: ignore[no-untyped-call]
        starts = isinstance(event, yaml.CollectionStartEvent)
        self.parts += 1
        self.depth += starts - isinstance(event, yaml.CollectionEndEvent)
        self.documents += isinstance(event, yaml.DocumentStartEvent)
        broken = {
            "alias": isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None),
            "tag": getattr(event, "tag", None),
            "depth": self.depth > DEEPEST,
            "parts": self.parts > MOST_PARTS,
            "documents": self.documents > 1,
        }
        for rule, breaks in broken.items():
            if breaks:
                raise _LimitError(rule, event.start_mark)
        return event


def _say(error: yaml.YAMLError) -> str:
    """What the reader of YAML found, without the excerpt it adds."""
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
