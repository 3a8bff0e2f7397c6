"""What is wrong with a story's file: where, and which rule it breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RULES = {
    "size": "the file is larger than {most} bytes",
    "utf8": "not UTF-8 text",
    "yaml": "not YAML: {why}",
    "alias": "anchors and aliases are not allowed",
    "tag": "tags are not allowed",
    "depth": "nested too deeply for a briefing",
    "parts": "too many parts for a briefing",
    "documents": "more than one document in the file",
    "empty": "the file is empty",
    "mapping": "must be a mapping of keys to values",
    "list": "must be a list",
    "text": "must be text; put it in quotes",
    "number": "must be a number",
    "range": "must be from {least} to {most}",
    "long": "longer than {most} characters",
    "many": "more than {most} items",
    "key": "unknown key",
    "twice": "duplicate key",
    "missing": "missing key",
    "control": "contains an invalid character",
    "name": "not an id of lower-case letters, digits and hyphens",
    "incomplete": "must be given in English and Russian",
    "event": "there is no event with this id",
    "view": "not a valid view: {why}",
    "layers": "the layers cannot be shown: {why}",
    "layer": "the briefing has no layer of this name",
}
# Of the files that come with the atlas; no visitor's file breaks these.
FILE_RULES = {
    "file": "the file's name is not like 5-some-words.yaml",
    "id": "another file has the same id",
    "unread": "cannot be read",
}


@dataclass(frozen=True, order=True)
class StoryProblem:
    """One thing wrong. ``line`` is 0 for the whole file; ``values`` fill the rule's template."""

    file: str
    line: int
    key: str
    value: str
    rule: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Say it in one line: ``a.yaml line 3: seconds "x": must be a number``."""
        where = f"{self.file} line {self.line}" if self.line else self.file
        what = f'{self.key} "{self.value}"' if self.value else self.key
        rule = (RULES | FILE_RULES)[self.rule].format(**dict(self.values))
        return ": ".join(part for part in (where, what, rule) if part)


class StoryError(ValueError):
    """A story cannot be used; the message lists every problem, one a line."""

    def __init__(self, problems: Sequence[StoryProblem]) -> None:
        """Keep ``problems`` and say them all."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
