"""Parameters of a request: declared once, for the description and for reading them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError

Schema = dict[str, Any]
Values = dict[str, Any]
"""Values by parameter: a list where a parameter may be repeated, absent where none is given."""

LONGEST_SHOWN = 80
BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True)
class Parameter:
    """A parameter: the JSON Schema of one value, and what it means.

    One with `many` may be repeated; rows that have any of its values pass.
    """

    name: str
    schema: Schema
    description: str
    many: bool = False

    @cached_property
    def validator(self) -> Draft202012Validator:
        """What holds a value to the schema."""
        return Draft202012Validator(self.schema, validate_formats=True)


class InvalidParameter(ValueError):
    """A value that a parameter does not take; names the parameter, the value and the rule."""

    def __init__(self, name: str, value: str, rule: str) -> None:
        """Keep what an answer says of it."""
        self.name, self.value, self.rule = name, shorten(value), rule
        super().__init__(f"{name}={self.value}: {rule}")


def read_parameters(given: Iterable[tuple[str, str]], declared: Sequence[Parameter]) -> Values:
    """Values of the parameters of a request, defaults filled in.

    InvalidParameter for one that is unknown, repeated where it must not be, or not of its schema.
    """
    known = {each.name: each for each in declared}
    found: Values = {}
    for name, text in given:
        if name not in known:
            raise InvalidParameter(name, text, f"unknown; known are {', '.join(sorted(known))}")
        value = read_value(known[name], text)
        if known[name].many:
            found.setdefault(name, []).append(value)
        elif name in found:
            raise InvalidParameter(name, text, "given more than once")
        else:
            found[name] = value
    defaults = {e.name: e.schema["default"] for e in declared if "default" in e.schema}
    return {**defaults, **found}


def read_value(parameter: Parameter, text: str) -> Any:
    """One value of a parameter, from text; InvalidParameter where it is not of its schema."""
    value: Any = text
    kind = parameter.schema["type"]
    if kind == "integer" and text.removeprefix("-").isdecimal() and text.isascii():
        value = int(text)
    elif kind == "boolean":
        value = BOOLEANS.get(text, text)
    for error in parameter.validator.iter_errors(value):
        raise InvalidParameter(parameter.name, text, word_rule(parameter, error))
    return value


def word_rule(parameter: Parameter, error: ValidationError) -> str:
    """The rule that a value breaks; ids are not listed, but said to be of which table."""
    if told := parameter.schema.get("title"):
        return f"must be {told}"
    if listed := parameter.schema.get("enum"):
        return f"must be one of {', '.join(map(str, listed))}"
    return error.message


def shorten(text: str) -> str:
    """The beginning of a value, so that no answer is as long as a request."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
