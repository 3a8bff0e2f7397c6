"""The rules of a story, from `story.schema.json`: the browser reads the same file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError, ValidationErrorKind

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent / "story.schema.json").read_text(encoding="utf-8")
)
_STEP = SCHEMA["$defs"]["step"]["properties"]
_SECONDS = _STEP["seconds"]

SHORTEST, LONGEST, DEFAULT_SECONDS = (_SECONDS[key] for key in ("minimum", "maximum", "default"))
MOST_STEPS = SCHEMA["properties"]["steps"]["maxItems"]
MOST_EVENTS = _STEP["events"]["maxItems"]
# Characters, as Python counts them.
LENGTHS = {
    name: part["additionalProperties"]["maxLength"]
    for name, part in (SCHEMA["properties"] | _STEP).items()
    if "additionalProperties" in part
} | {"view": _STEP["view"]["maxLength"]}

Place = tuple[str | int, ...]
_VALIDATOR = Draft202012Validator(SCHEMA)


@dataclass(frozen=True)
class Fault:
    """A rule of `story_errors.RULES` that a value breaks.

    ``path`` are the keys and indices that lead to it from the root. ``values`` fill the rule's
    template. ``name`` is the key that is unknown or missing.
    """

    path: Place
    rule: str
    values: tuple[tuple[str, str], ...] = ()
    name: str = ""


def find_faults(value: object) -> Iterator[Fault]:
    """Everything that keeps a value, as JSON is read, from being a story."""
    for error in _VALIDATOR.iter_errors(value):
        path = tuple(error.instance_path)
        for name in _list_names(error):
            yield Fault(path, _name_rule(error, path), _fill_rule(error), name)


def name_place(path: Place) -> str:
    """A place in a story in words: ``step 3, headline, en``; empty for the whole."""
    if len(path) > 1 and path[0] == "steps":
        path = (f"step {int(path[1]) + 1}", *path[2:])
    return ", ".join(part for part in path if isinstance(part, str))


def _list_names(error: ValidationError) -> list[str]:
    """The keys that are unknown or missing; an empty one where it is not about a key."""
    match error.kind:
        case ValidationErrorKind.AdditionalProperties(unexpected):
            return unexpected
        case ValidationErrorKind.Required(name):
            return [str(name)]
    return [""]


def _name_rule(error: ValidationError, path: Place) -> str:
    if len(path) > 1 and isinstance(path[-1], int) and path[-2] in SCHEMA["itemRules"]:
        return str(SCHEMA["itemRules"][path[-2]])
    keyword = error.schema_path[-1]
    return str(SCHEMA["rules"][_find_part(error)["type"] if keyword == "type" else keyword])


def _fill_rule(error: ValidationError) -> tuple[tuple[str, str], ...]:
    part, keyword = _find_part(error), error.schema_path[-1]
    if keyword in ("minimum", "maximum"):
        return (("least", str(part["minimum"])), ("most", str(part["maximum"])))
    if keyword in ("maxLength", "maxItems"):
        return (("most", str(part[keyword])),)
    return ()


def _find_part(error: ValidationError) -> dict[str, Any]:
    """The part of the schema whose keyword a value breaks."""
    return reduce(getitem, error.schema_path[:-1], SCHEMA)  # type: ignore[arg-type]
