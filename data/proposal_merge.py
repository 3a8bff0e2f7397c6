"""Proposals merged into the text of the tables; what has changed meanwhile is a conflict.

Only the lines of the rows concerned are written anew: the rest of a table keeps its bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.errors import Problem
from data.proposal import Cells, Key, Proposal, ProposedChange
from data.schema import TableSchema

Place = tuple[str, Key]
"""A table and the key of a row."""
GROUP = "event_id"


@dataclass
class TableText:
    """A table as lines of text, its rows by key, and the line of each."""

    schema: TableSchema
    lines: list[str]

    @classmethod
    def read(cls, schema: TableSchema, text: str) -> TableText:
        """From the text of its file. No cell has a line break: the checks of the record hold it."""
        return cls(schema, text.removesuffix("\n").split("\n"))

    def index(self) -> dict[Key, int]:
        """The number of the line of each row, by its key; the header is line 0."""
        return {self.name(self.parse(at)): at for at in range(1, len(self.lines))}

    def parse(self, at: int) -> dict[str, str]:
        """The cells of a line."""
        return dict(zip(self.schema.columns, next(csv.reader([self.lines[at]])), strict=True))

    def name(self, row: Cells) -> Key:
        """The key of a row."""
        return tuple(row[column] for column in self.schema.primary_key)

    def write(self, row: Cells) -> str:
        """A row as a line; columns that are not given are empty."""
        out = io.StringIO(newline="")
        cells = [row.get(column, "") for column in self.schema.columns]
        csv.writer(out, lineterminator="").writerow(cells)
        return out.getvalue()

    def place_new(self, row: Cells) -> int:
        """Where a new row goes: after the last of its event, or at the end."""
        group = row.get(GROUP)
        same = [
            at for at in range(1, len(self.lines)) if group and self.parse(at).get(GROUP) == group
        ]
        return same[-1] + 1 if same else len(self.lines)

    @property
    def text(self) -> str:
        """The text of the file."""
        return "".join(f"{line}\n" for line in self.lines)


def merge_proposals(
    texts: Mapping[str, str], schemas: Mapping[str, TableSchema], proposals: Iterable[Proposal]
) -> tuple[dict[str, str], list[Problem]]:
    """Texts of the tables that change, by table, and every conflict; with a conflict no texts.

    `texts` has the text of every table. A cell that two proposals change is a conflict of the
    second, as is one that reads otherwise than when the proposal was made.
    """
    tables: dict[str, TableText] = {}
    problems: list[Problem] = []
    touched: dict[Place, str] = {}
    for proposal in proposals:
        for change in proposal.changes:
            if change.table not in tables:
                tables[change.table] = TableText.read(schemas[change.table], texts[change.table])
            earlier = touched.get((change.table, change.key))
            found = _find_conflicts(tables[change.table], proposal.file, change, earlier)
            problems += found
            if not found:
                _merge(tables[change.table], change)
                touched[change.table, change.key] = proposal.file
    if problems:
        return {}, problems
    return {name: table.text for name, table in tables.items()}, []


def _find_conflicts(
    table: TableText, file: str, change: ProposedChange, earlier: str | None
) -> list[Problem]:
    """What keeps a change from being made; `earlier` is the proposal that had this row before."""
    at = table.index().get(change.key)
    name = f"{change.table}: {', '.join(change.key)}"
    after = f" (changed by {earlier})" if earlier else ""
    if change.before is None:
        if at is None:
            return []
        return [Problem(file, 0, name, "", f"conflict: the row is there already{after}")]
    if at is None:
        return [Problem(file, 0, name, "", f"conflict: there is no such row any more{after}")]
    row = table.parse(at)
    return [
        Problem(file, 0, f"{name}: {column}", row[column], f'conflict: was read as "{cell}"{after}')
        for column, cell in change.before.items()
        if row[column] != cell
    ]


def _merge(table: TableText, change: ProposedChange) -> None:
    """Make a change that has no conflict."""
    key = dict(zip(table.schema.primary_key, change.key, strict=True))
    if change.before is None:
        row = {**(change.after or {}), **key}
        table.lines.insert(table.place_new(row), table.write(row))
        return
    at = table.index()[change.key]
    if change.after is None:
        del table.lines[at]
    else:
        table.lines[at] = table.write({**table.parse(at), **change.after})
