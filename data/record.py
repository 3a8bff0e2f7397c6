"""The record in memory: one frame for each table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from data.schema import Row, TableSchema


@dataclass(frozen=True, eq=False)
class Record:
    """All tables, checked. Frames are indexed by line number in the file; do not change them.

    Cells are ``str``, ``int``, ``float`` or ``datetime.date``; where there is no value, empty text
    in text columns and None in the others.
    """

    countries: pd.DataFrame
    organisations: pd.DataFrame
    sources: pd.DataFrame
    paragraphs: pd.DataFrame
    memberships: pd.DataFrame
    events: pd.DataFrame
    event_sources: pd.DataFrame
    death_counts: pd.DataFrame
    parties: pd.DataFrame
    claims: pd.DataFrame
    adjudications: pd.DataFrame
    zones: pd.DataFrame
    zone_status: pd.DataFrame
    positions: pd.DataFrame
    threats: pd.DataFrame
    votes: pd.DataFrame
    scale: pd.DataFrame
    modes: pd.DataFrame
    source_kinds: pd.DataFrame
    source_confidence: pd.DataFrame
    discrepancies: pd.DataFrame
    states: pd.DataFrame
    membership_notes: pd.DataFrame
    requests: pd.DataFrame
    answers: pd.DataFrame
    answer_kinds: pd.DataFrame
    request_answers: pd.DataFrame
    request_obligations: pd.DataFrame
    vote_layers: pd.DataFrame
    second_coding: pd.DataFrame
    resolutions: pd.DataFrame
    source_references: pd.DataFrame
    untraced: pd.DataFrame
    country_codes: pd.DataFrame
    conflict_codes: pd.DataFrame
    _rows: Mapping[str, Sequence[Row]] = field(repr=False)
    _indexes: dict[tuple[str, str], dict[object, Row]] = field(
        init=False, repr=False, default_factory=dict
    )

    def rows(self, table: str) -> Sequence[Row]:
        """Rows of a table as mappings: many times faster than walking its frame."""
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
        frames = {
            name: getattr(self, name).loc[[row["line"] for row in kept]]
            for name, kept in rows.items()
        }
        held = {name: tuple(kept) for name, kept in rows.items()}
        return replace(self, **frames, _rows={**self._rows, **held})


def build_record(schemas: Mapping[str, TableSchema], tables: Mapping[str, Sequence[Row]]) -> Record:
    """Record of ``tables``; tables not given are empty."""
    rows = {name: tuple(tables.get(name, ())) for name in schemas}
    frames = {name: _build_frame(schema, rows[name]) for name, schema in schemas.items()}
    return Record(**frames, _rows=rows)


def _build_frame(schema: TableSchema, rows: Sequence[Row]) -> pd.DataFrame:
    # dtype object keeps None, int and date as they are: no NaN, no 3.0 for 3.
    cells = [[row[column] for column in schema.columns] for row in rows]
    index = pd.Index([row["line"] for row in rows], name="line", dtype="int64")
    return pd.DataFrame(cells, columns=schema.columns, index=index, dtype=object)
