"""What the index of cohesion would be without some of its evidence, by `cohesion.json`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from data.cohesion_index import YearOfCohesion, measure_cohesion, measure_period
from data.modes import select_modes
from data.record import Record
from data.stance_cells import Cell, list_cells
from data.stances import read_ordinals

FILE = Path(__file__).parent / "cohesion.json"


@dataclass(frozen=True)
class Variant:
    """A choice among the evidence; what is empty leaves everything in."""

    name: str
    without_certainty: str = ""
    without_kind: str = ""
    without_year: int = 0
    modes: tuple[str, ...] = ()
    with_weak: bool = False


@dataclass(frozen=True)
class VariantOfIndex:
    """The index by a variant: over all events, by decade (of its first year) and by year."""

    variant: Variant
    whole: YearOfCohesion
    decades: dict[int, YearOfCohesion]
    years: list[YearOfCohesion]


def read_cohesion(path: Path = FILE) -> dict[str, Any]:
    """The choices on cohesion as they stand in the file: hub, variants, kinds of strain."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


@cache
def read_hub() -> str:
    """The member that may be the hub of the alliance: whom others are compared with."""
    return str(read_cohesion()["hub"])


def read_variants(path: Path = FILE) -> list[Variant]:
    """The variants in the file's order, the index itself first; TypeError for unknown keys."""
    rows = read_cohesion(path)["variants"]
    return [Variant(**{**row, "modes": tuple(row.get("modes", ()))}) for row in rows]


def select_cells(record: Record, variant: Variant) -> list[Cell]:
    """The cells between members of a variant, resolved from the claims that it leaves."""
    chosen = select_modes(record, variant.modes) if variant.modes else record
    if variant.without_certainty:
        chosen = _leave_certainty(chosen, variant.without_certainty)
    return [
        replace(cell, weak=cell.weak and not variant.with_weak)
        for cell in list_cells(chosen)
        if cell.kind != variant.without_kind and cell.day.year != variant.without_year
    ]


def _leave_certainty(record: Record, certainty: str) -> Record:
    """The record without claims of a certainty; a decision goes with the last claim of its cell."""
    claims = [row for row in record.rows("claims") if row["certainty"] != certainty]
    ask = ("event_id", "actor", "toward")
    left = {tuple(row[column] for column in ask) for row in claims}
    decisions = [
        row for row in record.rows("adjudications") if tuple(row[column] for column in ask) in left
    ]
    return record.keep_rows(claims=claims, adjudications=decisions)


@lru_cache(maxsize=2)
def measure_variants(record: Record) -> Sequence[VariantOfIndex]:
    """The index by every variant, the index itself first: what page, files and site all show."""
    return tuple(measure_variant(record, variant) for variant in read_variants())


def measure_variant(record: Record, variant: Variant) -> VariantOfIndex:
    """The index by one variant."""
    ordinals = read_ordinals(record)
    cells = select_cells(record, variant)
    decades: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        decades[cell.day.year // 10 * 10].append(cell)
    years = measure_cohesion(cells, ordinals)
    return VariantOfIndex(
        variant,
        measure_period(years[0].year if years else 0, cells, ordinals),
        {first: measure_period(first, decades[first], ordinals) for first in sorted(decades)},
        years,
    )
