"""What a source gave is all there, and a dispute names both sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from data.claim_outcomes import resolve_all
from data.load import read_record
from data.record import Record
from data.source_contributions import (
    CONTESTED,
    RANKED,
    SETTLED,
    describe_contributions,
    find_discrepancies,
    find_disputes,
)
from tests.data.record_factory import SOUND, make_record

FIRST = {**SOUND["claims"][0], "id": "first", "stance": "NEU", "source_id": "an-article"}
SECOND = {**FIRST, "id": "second", "stance": "LEAN", "source_id": "a-dataset", "locator": ""}


def make(*claims: dict[str, str], settled: bool = False) -> Record:
    tables = dict(SOUND)
    tables["claims"] = list(claims)
    if not settled:
        tables["adjudications"] = []
    return make_record(**tables)


def test_equal_certainty_is_contested_for_both_sources() -> None:
    disputes = find_disputes(make(FIRST, SECOND))
    assert {source: [row.kind for row in rows] for source, rows in disputes.items()} == {
        "an-article": [CONTESTED],
        "a-dataset": [CONTESTED],
    }
    (row,) = disputes["an-article"]
    assert (row.own, row.others, row.shown) == (("NEU",), (("a-dataset", "LEAN"),), "NEU")


def test_a_less_direct_claim_is_a_dispute_too() -> None:
    disputes = find_disputes(make(FIRST, {**SECOND, "certainty": "group"}))
    assert [row.kind for rows in disputes.values() for row in rows] == [RANKED, RANKED]


def test_a_settled_case_says_so() -> None:
    disputes = find_disputes(make(FIRST, SECOND, settled=True))
    assert {row.kind for rows in disputes.values() for row in rows} == {SETTLED}


def test_a_source_may_disagree_with_itself_alone() -> None:
    disputes = find_disputes(make(FIRST, {**SECOND, "source_id": "an-article", "locator": "§2"}))
    (row,) = disputes["an-article"]
    assert (set(row.own), row.others) == ({"NEU", "LEAN"}, ())
    assert "a-dataset" not in disputes


def test_agreement_and_no_data_are_no_dispute() -> None:
    assert find_disputes(make(FIRST, {**SECOND, "stance": "NEU"})) == {}
    assert find_disputes(make(FIRST, {**SECOND, "stance": "ND"})) == {}


def test_every_source_with_every_claim() -> None:
    record = read_record()
    sources = describe_contributions(record, "en")
    assert sorted(row["id"] for row in sources) == sorted(
        row["id"] for row in record.rows("sources")
    )
    counted = {row["id"]: len(row["claims"]) for row in sources}
    assert +Counter(counted) == Counter(row["source_id"] for row in record.rows("claims"))
    numbers = list(counted.values())
    assert numbers == sorted(numbers, reverse=True)
    names = {
        row["id"]: row["name_en"] for t in ("countries", "organisations") for row in record.rows(t)
    }
    for row in sources:
        actors = [names[claim["actor"]] for claim in row["claims"]]
        assert actors == sorted(actors)


def test_every_row_that_cites_a_source_is_counted() -> None:
    record = read_record()
    tables = {field.name for field in fields(record) if not field.name.startswith("_")}
    tables -= {"claims", "source_references"}
    cited = Counter(
        row["source_id"] for name in tables for row in record.rows(name) if row.get("source_id")
    )
    found = {row["id"]: sum(row["rows"].values()) for row in describe_contributions(record, "en")}
    assert +Counter(found) == cited


def test_a_reference_stands_with_its_source() -> None:
    record = read_record()
    references = {row["source_id"]: row["reference"] for row in record.rows("source_references")}
    sources = describe_contributions(record, "en")
    assert {row["id"]: row["reference"] for row in sources if row["reference"]} == references


def test_every_contested_stance_is_listed() -> None:
    record = read_record()
    contested = {question for question, stance in resolve_all(record).items() if stance.contested}
    listed = {
        (row.event_id, row.toward, row.actor)
        for rows in find_disputes(record).values()
        for row in rows
        if row.kind == CONTESTED
    }
    assert listed == contested


def test_both_sides_of_a_discrepancy() -> None:
    record = read_record()
    found = find_discrepancies(record)
    for row in record.rows("discrepancies"):
        for source in (row["source_a"], row["source_b"]):
            assert not source or row["id"] in found[source]
