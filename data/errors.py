"""What is wrong with a table: one problem, and the error that carries them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_LENGTH = 60


def shorten(value: str) -> str:
    """A value short enough to be shown, on one line; what is no text is made visible."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(value.split()))
    return line if len(line) <= SHOWN_LENGTH else line[: SHOWN_LENGTH - 1] + "…"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one file. ``row`` is the line number in the file, 0 for the whole file."""

    file: str
    row: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        """Say it in one line: ``claims.csv line 12: stance "XXX": not in the scale``."""
        where = f"{self.file} line {self.row}" if self.row else self.file
        what = f'{self.column} "{self.value}"' if self.column else ""
        return ": ".join(part for part in (where, what, self.rule) if part)


class RecordError(ValueError):
    """The record cannot be used; the message lists every problem, one a line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep ``problems`` and say them all."""
        self.problems = tuple(problems)
        super().__init__(
            "\n".join([f"problems in the record: {len(self.problems)}", *map(str, self.problems)])
        )
