"""Strain and the variants of the index: what the record's rows give, and what leaves with them."""

from __future__ import annotations

import pytest

from components.features.cohesion.cohesion_index import describe_index
from data.cohesion_strain import count_strain
from data.cohesion_variants import Variant, measure_variant, measure_variants, read_cohesion
from data.derived.tables import build_table
from data.load import read_record, read_schemas
from tests.data.alliance_factory import Told, make_alliance


def test_stances_toward_the_bloc_and_fighting_are_counted() -> None:
    record = make_alliance(
        [
            ("summit", "2015-01-01", "summit", "CSTO", {"ARM": "OPP", "KAZ": "DIP"}),
            ("clash", "2016-01-01", "conflict", "ARM", {"RUS": "DIP"}),
        ],
        fighting=[("clash", "KAZ")],
    )
    years = {year.year: year for year in count_strain(record)}
    assert (years[2015].kinds["opposed"], years[2015].total) == (1, 1)
    assert (years[2016].kinds["fighting"], years[2016].total) == (1, 1)
    assert years[2017].total == 0


def test_exits_count_once_and_what_holds_counts_each_year() -> None:
    row = {"country": "AZE", "bloc": "CSTO"}
    memberships = [
        {**row, "id": "left", "status": "withdrawn", "date_start": "2012-05-01"},
        {
            **row,
            "id": "froze",
            "status": "frozen",
            "date_start": "2011-05-01",
            "date_end": "2012-04-30",
        },
    ]
    told: list[Told] = [("a", "2010-01-01", "conflict", "ARM", {})]
    years = {y.year: y for y in count_strain(make_alliance(told, memberships=memberships))}
    assert [years[year].kinds["exits"] for year in (2011, 2012, 2013)] == [0, 1, 0]
    assert [years[year].kinds["suspended"] for year in (2011, 2012, 2013)] == [1, 1, 0]


def test_kinds_are_values_that_the_record_lists() -> None:
    columns = {
        "begins": ("memberships", "status"),
        "holds": ("memberships", "status"),
        "notes": ("membership_notes", "nuance"),
        "events": ("events", "kind"),
    }
    for rule in read_cohesion()["strain"].values():
        for key, values in rule.items():
            table, column = columns[key]
            (field,) = (each for each in read_schemas()[table].fields if each.name == column)
            assert set(values) <= set(field.enum)


@pytest.mark.parametrize(
    ("variant", "index", "events"),
    [
        (Variant("all"), 0, 2),
        (Variant("votes", without_kind="un_vote"), 2, 1),
        (Variant("year", without_year=2016), -2, 1),
    ],
)
def test_a_variant_leaves_its_evidence_out(variant: Variant, index: float, events: int) -> None:
    record = make_alliance(
        [
            ("a", "2016-01-01", "conflict", "ARM", {"RUS": "DIP"}),
            ("b", "2017-01-01", "un_vote", "ARM", {"RUS": "OPP"}),
        ]
    )
    whole = measure_variant(record, variant).whole
    assert (whole.index, whole.events) == (index, events)


def test_page_and_download_give_the_same_numbers() -> None:
    _, rows = build_table(read_record(), "cohesion_years")
    years = measure_variants(read_record())[0].years
    downloaded = [row for row in rows if row["variant"] == "index"]
    assert [(row["year"], row["events"], row["weak"]) for row in downloaded] == [
        (year.year, year.events, year.weak) for year in years
    ]
    parts = dict(describe_index(None, 1991, 2026))
    blocks = parts["index-table"]
    assert isinstance(blocks, list)
    (table,) = (block for block in blocks if block["is"] == "table")
    for shown, row in zip(table["rows"], downloaded, strict=True):
        assert shown["weak"] == str(row["weak"])
        if row["index"] is not None:
            assert float(shown["index"].replace("−", "-")) == pytest.approx(
                row["index"], abs=0.0051
            )


def test_years_of_exits_have_strain() -> None:
    record = read_record()
    strain = {year.year: year.total for year in count_strain(record)}
    exits = {
        row["date_start"].year
        for row in record.rows("memberships")
        if row["status"] in ("withdrawn", "frozen")
    }
    assert all(strain[year] > 1 for year in exits)
