"""The nodes of a story's YAML as plain values, and each problem with the line it stands in."""

from __future__ import annotations

import re
from typing import Any

import yaml

from data.errors import shorten
from data.story_errors import StoryProblem
from data.story_schema import Fault, Place, find_faults, name_place

PREFIX = "tag:yaml.org,2002:"
PLAIN_NUMBER = re.compile(r"\d{1,4}(\.\d{1,6})?")
SURROGATE = re.compile("[\ud800-\udfff]")
# What a key with nothing after it stands for, where it may not be left out.
BLANK: dict[str, object] = {"title": {}, "steps": [], "view": ""}


class StoryReader:
    """Makes plain values of nodes; what breaks a rule is noted as a problem."""

    def __init__(self, file: str, problems: list[StoryProblem]) -> None:
        """Note into ``problems`` what is wrong in ``file``."""
        self.file = file
        self.problems = problems

    def refuse(self, at: Any, key: str, rule: str, **values: object) -> None:
        """Note that the value at a node, a mark or nowhere (None) breaks a rule."""
        mark = at.start_mark if isinstance(at, yaml.Node) else at
        shown = shorten(at.value) if isinstance(at, yaml.ScalarNode) else ""
        filled = tuple((name, str(value)) for name, value in values.items())
        line = mark.line + 1 if mark else 0
        problem = StoryProblem(self.file, line, key, shown, rule, filled)
        if problem not in self.problems:
            self.problems.append(problem)

    def read_node(self, node: yaml.Node, place: Place = ()) -> Any:
        """A node as JSON has it; a scalar of no kind that stories hold is a boolean."""
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.read_node(item, (*place, at)) for at, item in enumerate(node.value)]
        if node.tag == PREFIX + "str":
            return _clean(node.value)
        if node.tag == PREFIX + "null":
            return None
        if not PLAIN_NUMBER.fullmatch(node.value):
            return False
        number = float(node.value)
        return int(number) if number.is_integer() else number

    def check(self, root: yaml.Node, value: object) -> None:
        """Note each rule of the schema that the value of a root breaks."""
        for fault in find_faults(value):
            node = _find_node(root, fault.path)
            self.refuse(_mark(node, fault), _name(fault), fault.rule, **dict(fault.values))

    def _read_mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        """The values of a mapping by key; a repeated key is refused, an empty one left out."""
        found: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.refuse(key, name_place(place), "key")
            elif (name := _clean(key.value)) in found:
                self.refuse(key, name_place(place), "twice")
            else:
                found[name] = self.read_node(value, (*place, name))
        filled = {name: BLANK.get(name) if each is None else each for name, each in found.items()}
        return {name: each for name, each in filled.items() if each is not None}


def find_line(root: yaml.Node, place: Place) -> int:
    """The line of a place in a file, from 1."""
    return int(_find_node(root, place).start_mark.line) + 1


def _clean(text: str) -> str:
    """Text with a noncharacter, which is refused, for what no UTF-8 can hold."""
    return SURROGATE.sub("\uffff", text)


def _find_node(node: yaml.Node, place: Place) -> yaml.Node:
    for part in place:
        node = node.value[part] if isinstance(part, int) else _find_entry(node, part)[1]
    return node


def _find_entry(node: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node]:
    """The first entry of a mapping with a key: its key and its value."""
    return next(
        (key, value)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and _clean(key.value) == name
    )


def _mark(node: yaml.Node, fault: Fault) -> yaml.Node:
    """What to point at: the key that is unknown, the first item too many, or the value."""
    if fault.rule == "key":
        return _find_entry(node, fault.name)[0]
    if fault.rule == "many":
        return node.value[int(dict(fault.values)["most"])]  # type: ignore[no-any-return]
    return node


def _name(fault: Fault) -> str:
    """The place that a problem names; a missing key is a part of it."""
    return name_place((*fault.path, fault.name) if fault.rule == "missing" else fault.path)
