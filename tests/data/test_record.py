"""The real record: sound by both roads, complete where it must be, quick to read."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from typing import Any

import pytest

from data.check_package import check_package
from data.load import HERE, read_record, read_schemas, read_tables
from data.schema import parse_package
from data.stances import list_references, read_ordinals
from data.zones import list_shape_zones
from tests.data.real_record import list_ids

PACKAGE = json.loads((HERE / "datapackage.json").read_text("utf-8"))
ORDINALS = {
    "MAT": 3, "DIP": 2, "TEP": 1, "NEU": 0, "LEAN": -1, "OPP": -2, "HOS": -3,
    "SIL": None, "PTY": None, "NOM": None, "ND": None,
}  # fmt: skip

# What the five articles turn on: when it began, and the allies toward whom stances are read.
REQUIRED = [
    ("2015-11-24", {"RUS"}),
    ("2016-04-02", {"ARM"}),
    ("2022-01", {"KAZ"}),
    ("2022-02-24", {"RUS"}),
    ("2022-09", {"ARM"}),
    ("2022-09", {"KGZ", "TJK"}),
]
SHAPES = HERE.parent / "geodata"


def test_record_passes_every_check() -> None:
    assert [str(problem) for problem in read_tables()[1]] == []


def test_record_passes_frictionless() -> None:
    assert [str(problem) for problem in check_package(HERE)] == []


def test_record_is_read_once() -> None:
    assert read_record() is read_record()


def test_every_table_has_a_schema_and_every_schema_a_table() -> None:
    files = {path.name for path in HERE.glob("*.csv")}
    assert files == {schema.file for schema in read_schemas().values()}


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda r: r["name"])
def test_every_table_is_described_and_licensed(resource: dict[str, Any]) -> None:
    assert resource["title"]
    assert resource["description"]
    assert resource["sources"]
    assert resource["licenses"][0]["name"] == "CC-BY-4.0"
    assert resource["schema"]["primaryKey"]
    for field in resource["schema"]["fields"]:
        assert len(field["description"]) > 3, field["name"]


def test_unknown_type_or_constraint_in_the_schema_is_refused() -> None:
    field = {"name": "x", "type": "geopoint"}
    package = {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [field]}}]}
    with pytest.raises(ValueError, match="type geopoint is not read"):
        parse_package(package)
    field.update({"type": "string", "constraints": {"maxLength": 3}})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="maxLength"):
        parse_package(package)


def test_scale_is_complete() -> None:
    assert read_ordinals(read_record()) == ORDINALS


def test_zones_are_those_the_shapes_have() -> None:
    with (SHAPES / "zone_shapes.csv").open(encoding="utf-8", newline="") as file:
        drawn = [row["zone_id"] for row in csv.DictReader(file)]
    zones = list_shape_zones(read_record().rows("zone_status"))
    assert sorted(zones) == sorted(drawn)
    assert set(zones.values()) == set(list_ids("zones"))


def test_countries_are_those_the_shapes_have() -> None:
    topology = json.loads((SHAPES / "shapes" / "countries.topo.json").read_text("utf-8"))
    shapes = topology["objects"]["countries"]["geometries"]
    assert sorted(list_ids("countries")) == sorted(shape["properties"]["id"] for shape in shapes)


@pytest.mark.parametrize(("start", "references"), REQUIRED)
def test_required_event_exists(start: str, references: set[str]) -> None:
    record = read_record()
    found = [
        row["id"]
        for row in record.rows("events")
        if row["date_start"].isoformat().startswith(start)
        and references <= set(list_references(record, row["id"]))
    ]
    assert found, f"no event of {start} toward {references}"


@pytest.mark.parametrize("table", ["events", "claims", "memberships", "zones", "threats"])
def test_text_is_only_text(table: str) -> None:
    markup = re.compile(r"<[a-z/!]|\{\{|\{%|&[a-z]+;", re.IGNORECASE)
    rows = read_record().rows(table)
    assert rows
    for row in rows:
        for column, value in row.items():
            assert not markup.search(str(value)), f"{table}.csv line {row['line']}: {column}"


def test_five_articles_are_there_and_every_paragraph_number_runs_from_one() -> None:
    rows = read_record().rows("paragraphs")
    articles = {row["id"] for row in read_record().rows("sources") if row["kind"] == "article"}
    numbers: dict[str, list[int]] = {article: [] for article in articles}
    for row in rows:
        numbers[row["source_id"]].append(row["paragraph"])
    assert articles == {
        "kucera-2016", "rferl-2022", "stratfor-2016", "gottesman-2015", "avetisyan-2016",
    }  # fmt: skip
    for article, found in numbers.items():
        assert found == list(range(1, len(found) + 1)), article


def test_the_arc_has_no_empty_year() -> None:
    record = read_record()
    years = {row["date_start"].year for row in record.rows("events")}
    assert years == set(range(1991, 2027))
    assert len(record.rows("events")) >= 80
    assert len(record.rows("claims")) >= 450


def test_no_claim_is_told_twice() -> None:
    columns = ("event_id", "actor", "toward", "source_id", "locator", "stance", "summary")
    seen = Counter(tuple(row[c] for c in columns[:6]) for row in read_record().rows("claims")
                   if row["locator"].startswith("§"))  # fmt: skip
    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("events", ("title_ru", "place_ru")),
        ("zones", ("name_ru",)),
        ("countries", ("name_ru",)),
        ("organisations", ("name_ru",)),
        ("zone_status", ("label_ru",)),
        ("scale", ("label_ru", "definition_ru")),
        ("threats", ("threat_ru",)),
    ],
)
def test_names_are_given_in_russian(table: str, columns: tuple[str, ...]) -> None:
    for row in read_record().rows(table):
        for column in columns:
            assert re.search("[А-Яа-яЁё]", row[column]), f"{table} line {row['line']}: {column}"


def test_what_rests_on_little_says_so() -> None:
    for row in read_record().rows("requests"):
        assert row["date"] or row["channel"], row["event_id"]
    announced = read_record().row("events", "putin-astana-2022")
    assert announced["confidence"] == "low"
    assert "csto-session-2026" not in list_ids("events")
