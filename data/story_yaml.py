"""A story read from the text of a YAML file: plain mappings, lists, text and numbers only.

The stream of YAML events is held to its limits before anything is built from it, so that a file
made to swell (aliases of aliases, nesting without end) costs no more than its own length.
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from data.languages import LANGUAGES
from data.story import (
    DEFAULT_SECONDS,
    LENGTHS,
    LONGEST,
    MOST_EVENTS,
    MOST_STEPS,
    SHORTEST,
    Step,
    Story,
    Text,
)
from data.story_errors import StoryError, StoryProblem
from data.story_yaml_reader import StoryReader, is_missing

MOST_BYTES = 1024 * 1024
# Story, steps, step, text of two languages; and room for what is told apart below.
DEEPEST = 5
MOST_PARTS = 3000
STORY_KEYS = ("title", "description", "steps")
STEP_KEYS = ("view", "headline", "text", "notes", "seconds", "events")


def read_story(content: bytes, file: str, story_id: str = "") -> Story:
    """The story in a file's bytes; StoryError naming file, line, value and rule of each problem."""
    problems: list[StoryProblem] = []
    reader = StoryReader(file, problems)
    root = _compose(content, reader)
    story = None if root is None else _read(root, reader, story_id)
    if problems or story is None:
        raise StoryError(sorted(problems))
    return story


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


def _read(root: yaml.Node, reader: StoryReader, story_id: str) -> Story:
    parts = reader.read_mapping(root, "", STORY_KEYS, required=("title", "steps"))
    steps = reader.read_list(parts.get("steps"), "steps", MOST_STEPS)
    return Story(
        id=story_id,
        title=_read_text(reader, parts.get("title"), "title"),
        description=_read_text(reader, parts.get("description"), "description"),
        steps=tuple(_read_step(reader, node, at) for at, node in enumerate(steps, 1)),
    )


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


def _read_step(reader: StoryReader, node: yaml.Node, at: int) -> Step:
    where = f"step {at}"
    parts = reader.read_mapping(node, where, STEP_KEYS, required=("view",))
    view = parts.get("view")
    events = reader.read_list(parts.get("events"), f"{where}, events", MOST_EVENTS)
    return Step(
        view=reader.read_string(view, f"{where}, view", LENGTHS["view"]),
        headline=_read_text(reader, parts.get("headline"), "headline", where),
        text=_read_text(reader, parts.get("text"), "text", where),
        notes=_read_text(reader, parts.get("notes"), "notes", where),
        seconds=_read_seconds(reader, parts.get("seconds"), f"{where}, seconds"),
        events=tuple(reader.read_name(event, f"{where}, events") for event in events),
        line=view.start_mark.line + 1 if view else 0,
    )


def _read_text(reader: StoryReader, node: yaml.Node | None, key: str, where: str = "") -> Text:
    name = f"{where}, {key}" if where else key
    if is_missing(node):
        return {}
    parts = reader.read_mapping(node, name, LANGUAGES)
    words = {
        language: reader.read_string(parts[language], f"{name}, {language}", LENGTHS[key])
        for language in LANGUAGES
        if language in parts
    }
    return {language: text for language, text in words.items() if text}


def _read_seconds(reader: StoryReader, node: yaml.Node | None, where: str) -> float:
    if is_missing(node):
        return DEFAULT_SECONDS
    return reader.read_number(node, where, SHORTEST, LONGEST)
