"""The derived tables by name, each built from the record when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from data.derived.actor_codes import build_actor_codes
from data.derived.actor_years import build_actor_years
from data.derived.cohesion_years import build_cohesion_years, build_strain_years
from data.derived.dyad_years import build_dyad_years
from data.derived.request_members import build_request_members
from data.derived.resolved_stances import build_resolved_stances
from data.derived.rows import Cells
from data.derived.schema import DerivedTable, read_derived
from data.derived.votes_wide import build_votes_wide
from data.record import Record

BUILDERS: Mapping[str, Callable[[Record], list[Cells]]] = {
    "resolved_stances": build_resolved_stances,
    "request_members": build_request_members,
    "actor_years": build_actor_years,
    "dyad_years": build_dyad_years,
    "cohesion_years": build_cohesion_years,
    "strain_years": build_strain_years,
    "votes_wide": build_votes_wide,
    "actor_codes": build_actor_codes,
}


@lru_cache(maxsize=8)
def build_table(record: Record, name: str) -> tuple[DerivedTable, list[Cells]]:
    """A derived table and its rows, held to its schema; do not change them.

    KeyError for an unknown table; ValueError where the columns are not those of columns.csv or a
    category has a value that it does not list.
    """
    table = read_derived(record)[name]
    rows = BUILDERS[name](record)
    columns = [column.name for column in table.columns]
    for row in rows:
        if list(row) != columns:
            raise ValueError(f"{name}: columns {list(row)} are not those of columns.csv")
        for column in table.columns:
            if column.values and row[column.name] not in ("", *column.values):
                raise ValueError(f"{name}: {column.name} {row[column.name]!r} is not listed")
    return table, rows
