"""Reading the nodes of a story's YAML one by one, each refusal with its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import yaml

from data.errors import shorten
from data.story_errors import StoryProblem

PREFIX = "tag:yaml.org,2002:"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 60
PLAIN_NUMBER = re.compile(r"\d{1,4}(\.\d{1,6})?")
# Line breaks and tabs are text; other control characters and unpaired surrogates are not.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def is_missing(node: yaml.Node | None) -> bool:
    """Whether a key is absent or has nothing after it."""
    return node is None or node.tag == PREFIX + "null"


class StoryReader:
    """Takes values from nodes; what breaks a rule is noted as a problem and read as empty."""

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
        self.problems.append(StoryProblem(self.file, line, key, shown, rule, filled))

    def read_mapping(
        self,
        node: yaml.Node | None,
        where: str,
        keys: Collection[str],
        required: Collection[str] = (),
    ) -> dict[str, yaml.Node]:
        """The nodes of a mapping by key; unknown, repeated and missing keys are refused."""
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, where, "mapping")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in keys:
                self.refuse(key, where, "key")
            elif name in found:
                self.refuse(key, where, "twice")
            else:
                found[name] = value
        for name in required:
            if name not in found:
                self.refuse(node, f"{where}, {name}" if where else name, "missing")
        return found

    def read_list(self, node: yaml.Node | None, where: str, most: int) -> list[yaml.Node]:
        """The nodes of a list, empty for a key that is absent."""
        if is_missing(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(node, where, "list")
            return []
        if len(node.value) > most:
            self.refuse(node.value[most], where, "many", most=most)
            return []
        return list(node.value)

    def read_string(self, node: yaml.Node | None, where: str, most: int) -> str:
        """Text of at most ``most`` characters; a missing one is empty."""
        if is_missing(node):
            return ""
        if not isinstance(node, yaml.ScalarNode) or node.tag != PREFIX + "str":
            self.refuse(node, where, "text")
            return ""
        text = str(node.value)
        if len(text) > most:
            self.refuse(node, where, "long", most=most)
        elif CONTROL.search(text):
            self.refuse(node, where, "control")
        else:
            return text
        return ""

    def read_name(self, node: yaml.Node, where: str) -> str:
        """An id of the record."""
        name = self.read_string(node, where, LONGEST_NAME)
        if not NAME.fullmatch(name):
            self.refuse(node, where, "name")
        return name

    def read_number(self, node: yaml.Node | None, where: str, least: float, most: float) -> float:
        """A plain decimal between two limits; a whole one as int."""
        plain = isinstance(node, yaml.ScalarNode) and node.tag != PREFIX + "str"
        if not plain or not PLAIN_NUMBER.fullmatch(node.value):  # type: ignore[union-attr]
            self.refuse(node, where, "number")
            return least
        number = float(node.value)  # type: ignore[union-attr]
        if not least <= number <= most:
            self.refuse(node, where, "range", least=least, most=most)
        return int(number) if number == int(number) else number
