"""The record in memory: the rows of every table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.schema import Row, TableSchema

# In the order in which they are listed to readers.
TABLES = (
    *("countries", "organisations", "sources", "paragraphs", "memberships", "events"),
    *("event_sources", "death_counts", "parties", "claims", "adjudications", "zones"),
    *("zone_status", "positions", "threats", "votes", "scale", "modes", "source_kinds"),
    *("source_confidence", "discrepancies", "states", "membership_notes", "requests", "answers"),
    *("answer_kinds", "request_answers", "request_obligations", "vote_layers", "second_coding"),
    *("resolutions", "source_references", "alternative_names", "untraced"),
    *("country_codes", "conflict_codes"),
)


@dataclass(frozen=True, eq=False)
class Record:
    """All tables, checked; do not change their rows.

    Cells are ``str``, ``int``, ``float`` or ``datetime.date``; where there is no value, empty text
    in text columns and None in the others.
    """

    _rows: Mapping[str, Sequence[Row]] = field(repr=False)
    _indexes: dict[tuple[str, str], dict[object, Row]] = field(
        init=False, repr=False, default_factory=dict
    )

    def rows(self, table: str) -> Sequence[Row]:
        """Rows of a table, in the order of its file."""
        return self._rows[table]

    def row(self, table: str, key: str, column: str = "id") -> Row:
        """The one row of a table that has ``key`` in ``column``. KeyError when there is none."""
        index = self._indexes.get((table, column))
        if index is None:
            # Of rows alike the first counts.
            index = {row[column]: row for row in reversed(self._rows[table])}
            self._indexes[table, column] = index
        if key not in index:
            raise KeyError(f"{table} has no {column} {key!r}")
        return index[key]

    def keep_rows(self, **rows: Sequence[Row]) -> Record:
        """The same with these rows alone of the tables named, rows that it has, in their order."""
        return Record({**self._rows, **{name: tuple(kept) for name, kept in rows.items()}})


def build_record(schemas: Mapping[str, TableSchema], tables: Mapping[str, Sequence[Row]]) -> Record:
    """Record of ``tables``; tables not given are empty."""
    return Record({name: tuple(tables.get(name, ())) for name in schemas})
