"""The record several times over is a record of its own that every rule holds for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.multiplied_record import Tables, multiply_tables
from bench.project_copy import read_rows, write_rows
from data.load import HERE, read_schemas, read_tables
from data.review import REVIEWED

TIMES = 3
TWICE = ("events", "claims", "parties", "requests", "answers", "votes", "second_coding")


@pytest.fixture(scope="module")
def tables() -> Tables:
    """Every table of the record, as text."""
    return {name: read_rows(HERE / schema.file) for name, schema in read_schemas().items()}


@pytest.fixture(scope="module")
def multiplied(tables: Tables) -> Tables:
    """The same, three times over."""
    return multiply_tables(tables, TIMES)


def test_it_passes_every_rule_of_the_record(
    tables: Tables, multiplied: Tables, tmp_path: Path
) -> None:
    (tmp_path / "datapackage.json").write_bytes((HERE / "datapackage.json").read_bytes())
    for name, schema in read_schemas().items():
        write_rows(tmp_path / schema.file, multiplied[name], schema.columns)
    rows, problems = read_tables(tmp_path)
    assert problems == []
    assert {name: len(rows[name]) for name in TWICE} == {
        name: TIMES * len(tables[name]) for name in TWICE
    }


def test_the_first_time_is_the_record_itself(tables: Tables, multiplied: Tables) -> None:
    assert {name: rows[: len(tables[name])] for name, rows in multiplied.items()} == tables
    assert multiply_tables(tables, 1) == tables
    with pytest.raises(ValueError, match="0 is not a number of times"):
        multiply_tables(tables, 0)


def test_repetitions_are_spread_over_the_years(tables: Tables, multiplied: Tables) -> None:
    count = len(tables["events"])
    first = [row["date_start"] for row in tables["events"]]
    for copy in range(1, TIMES):
        days = [row["date_start"] for row in multiplied["events"][copy * count :][:count]]
        moved = [one != other for one, other in zip(first, days, strict=True)]
        assert sum(moved) > count / 2
        assert min(first) <= min(days) <= max(days) <= REVIEWED.isoformat()
    assert len({row["date_start"] for row in multiplied["events"]}) > 2 * len(set(first))


def test_places_and_states_are_not_repeated(tables: Tables, multiplied: Tables) -> None:
    for name in ("countries", "organisations", "memberships", "zones", "zone_status", "states"):
        assert multiplied[name] == tables[name]
