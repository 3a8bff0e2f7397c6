"""The index of cohesion and strain by year, as the cohesion page shows them."""

from __future__ import annotations

from dataclasses import asdict

from data.cohesion_strain import count_strain
from data.cohesion_variants import measure_variants
from data.derived.rows import Cells
from data.record import Record

MEASURES = (
    "index",
    "interval_low",
    "interval_high",
    "quiet_low",
    "quiet_high",
    "low",
    "high",
)
COUNTS = ("events", "known", "weak", "silent", "no_data")


def build_cohesion_years(record: Record) -> list[Cells]:
    """One row for each variant of the index and year that has a cell; measures to 4 decimals."""
    rows: list[Cells] = []
    for found in measure_variants(record):
        for year in found.years:
            cells = asdict(year)
            rows.append(
                {
                    "variant": found.variant.name,
                    "year": year.year,
                    **{name: _round(cells[name]) for name in MEASURES},
                    **{name: cells[name] for name in COUNTS},
                }
            )
    return rows


def build_strain_years(record: Record) -> list[Cells]:
    """One row for each year of the record."""
    return [{"year": year.year, **year.kinds, "total": year.total} for year in count_strain(record)]


def _round(measure: float | None) -> float | None:
    return None if measure is None else round(measure, 4)
