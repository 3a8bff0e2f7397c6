"""Strain and the variants of the index: what the record's rows give, and what leaves with them."""

from __future__ import annotations

from typing import Any

import pytest

from components.core.link_rules import build_link_rules
from components.features.cohesion.cohesion_index import describe_index, list_year
from components.outputs.static_site.cohesion_pages import describe_cohesion
from data.cohesion_strain import count_strain
from data.cohesion_variants import Variant, measure_variant, measure_variants
from data.derived.cohesion_years import COUNTS, MEASURES
from data.derived.tables import build_table
from data.load import read_record
from tests.built_site import TODAY
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


def find_table(blocks: object, name: str) -> dict[str, Any]:
    assert isinstance(blocks, list)
    (table,) = (each for each in blocks if each["is"] == "table" and each["name"] == name)
    return dict(table)


def test_page_download_and_static_site_give_the_numbers_of_one_function() -> None:
    rules = build_link_rules(read_record(), TODAY)
    measured = measure_variants(read_record())
    shown = find_table(
        dict(describe_index(None, rules.first_year, rules.last_year))["index-table"], "index"
    )
    assert shown["rows"] == [list_year(year) for year in measured[0].years]
    site = [
        block
        for part in describe_cohesion(rules)
        if part["draws"] == "blocks"
        for block in part["data"]["blocks"]
        if block["is"] == "table"
    ]
    assert [table["rows"] for table in site if table["name"] == "index"] == [shown["rows"]]
    _, downloaded = build_table(read_record(), "cohesion_years")
    assert len(downloaded) == sum(len(found.years) for found in measured)
    rows = iter(downloaded)
    for found in measured:
        for year in found.years:
            row = next(rows)
            assert (row["variant"], row["year"]) == (found.variant.name, year.year)
            for name in (*MEASURES, *COUNTS):
                value = getattr(year, name)
                assert row[name] == (round(value, 4) if isinstance(value, float) else value), name


def test_years_of_exits_have_strain() -> None:
    record = read_record()
    strain = {year.year: year.total for year in count_strain(record)}
    exits = {
        row["date_start"].year
        for row in record.rows("memberships")
        if row["status"] in ("withdrawn", "frozen")
    }
    assert all(strain[year] > 1 for year in exits)
