"""The derived tables against the record they are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pytest

from data.derived.rows import summarise_stances
from data.derived.schema import TYPES, read_derived
from data.derived.tables import BUILDERS, build_table
from data.load import read_record
from data.membership import alliance_states, members_on
from data.request_ledger import build_ledger
from data.review import REVIEWED
from data.stance_cells import list_cells, list_layers
from data.stances import read_ordinals
from data.who_came import ALONE, DEEDS, GOODS, TROOPS, WORDS, build_who_came
from tests.data.record_factory import make_record

RECORD = read_record()
TABLES = read_derived(RECORD)


def test_every_table_is_described_and_built() -> None:
    assert list(TABLES) == list(BUILDERS)


@pytest.mark.parametrize("name", BUILDERS)
def test_keys_are_unique_and_every_column_is_described_twice(name: str) -> None:
    table, rows = build_table(RECORD, name)
    assert rows
    keys = Counter(tuple(row[column] for column in table.key) for row in rows)
    assert set(keys.values()) == {1}
    for column in table.columns:
        assert column.type in TYPES
        assert len(column.name) <= 32
        assert 0 < len(column.label_en) <= 80
        assert 0 < len(column.label_ru) <= 80
        assert column.definition_en.endswith(".")
        assert column.definition_ru.endswith(".")
        assert bool(column.values) == (column.type == "category")


def test_resolved_stances_are_those_of_the_map() -> None:
    _, rows = build_table(RECORD, "resolved_stances")
    layers = list_layers(RECORD)
    assert len(rows) == sum(len(layer.stances) for layer in layers)
    found = {(row["event_id"], row["toward"], row["actor"]): row for row in rows}
    for layer in layers:
        for actor, stance in layer.stances.items():
            row = found[layer.event_id, layer.toward, actor]
            assert row["stance"] == stance.code
            assert row["contested"] == stance.contested
            assert row["claim_ids"].split(";") == ([each.id for each in stance.claims] or [""])
    assert {row["ordinal"] for row in rows if row["stance"] in {"SIL", "ND", "NOM", "PTY"}} == {
        None
    }


def test_every_claim_is_behind_a_stance_but_those_of_the_party_itself() -> None:
    _, rows = build_table(RECORD, "resolved_stances")
    used = {claim for row in rows for claim in row["claim_ids"].split(";") if claim}
    assert used == {row["id"] for row in RECORD.rows("claims")}


def test_a_contested_stance_shows_its_readings() -> None:
    _, rows = build_table(RECORD, "resolved_stances")
    contested = [row for row in rows if row["contested"]]
    assert contested
    for row in contested:
        assert row["stance"] in row["readings"].split(";")
        assert row["rule"]
    assert all(bool(row["readings"]) == bool(row["contested"]) for row in rows)


def test_members_by_request_are_the_ledger() -> None:
    _, rows = build_table(RECORD, "request_members")
    ledger = build_ledger(RECORD)
    assert len(rows) == sum(len(request.allies) for request in ledger)
    came = {
        (event, each.actor): each
        for event, all_came in build_who_came(RECORD).items()
        for each in all_came
        if each.member
    }
    assert {(row["event_id"], row["member"]) for row in rows} == came.keys()
    for row in rows:
        kind = came[row["event_id"], row["member"]].kind
        assert row["answered_in_deeds"] >= (kind in {TROOPS, GOODS})
        assert not (row["answered_in_words"] and kind in ALONE)
    for request in ledger:
        own = [row for row in rows if row["event_id"] == request.event_id]
        for manner, first in ((WORDS, request.days_to_words), (DEEDS, request.days_to_deeds)):
            days = [row[f"days_to_{manner}"] for row in own if row[f"days_to_{manner}"] is not None]
            assert all(first is not None and first <= each for each in days)


def test_answers_of_the_ledger_by_a_member_are_told_of_it() -> None:
    _, rows = build_table(RECORD, "request_members")
    found = {(row["event_id"], row["member"]): row for row in rows}
    own = [row for row in RECORD.rows("answers") if (row["event_id"], row["by"]) in found]
    assert own
    for row in own:
        assert found[row["event_id"], row["by"]][f"answered_in_{row['manner']}"]


def test_actor_years_add_up_to_the_cells() -> None:
    _, rows = build_table(RECORD, "actor_years")
    years = REVIEWED.year - 1991 + 1
    assert len(rows) == years * len(alliance_states(RECORD))
    cells = list_cells(RECORD)
    known = sum(cell.value is not None for cell in cells)
    assert sum(row["taken_known"] for row in rows) == known
    assert sum(row["met_known"] for row in rows) == known
    silent = sum(row["taken_silent"] + row["taken_no_data"] for row in rows)
    assert known + silent == len(cells)
    assert sum(row["requests"] for row in rows) == len(RECORD.rows("requests"))
    votes = sum(row[f"votes_{way}"] for row in rows for way in ("for", "against", "abstained"))
    cast = ("for", "against", "abstained")
    assert votes == sum(row["vote"] in cast for row in RECORD.rows("votes"))
    for row in rows:
        assert row["is_member"] == (row["actor"] in members_on(RECORD, row["last_day"]))


def test_dyad_years_are_directed_and_add_up_to_the_cells() -> None:
    _, rows = build_table(RECORD, "dyad_years")
    pairs = {(row["actor"], row["toward"], row["year"]) for row in rows}
    assert {(b, a, year) for a, b, year in pairs} == pairs
    codes: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for cell in list_cells(RECORD):
        codes[cell.actor, cell.toward, cell.day.year].append(cell.code)
    assert codes.keys() <= pairs
    ordinals = read_ordinals(RECORD)
    for row in rows:
        expected = summarise_stances(codes[row["actor"], row["toward"], row["year"]], ordinals)
        assert {name: row[name] for name in expected} == expected
        assert row["votes_same"] <= row["votes_both"]
    assert ("GEO", "RUS", 1999) in pairs  # Georgia left in April of that year.
    assert ("GEO", "RUS", 2000) not in pairs


def test_votes_wide_have_every_vote() -> None:
    table, rows = build_table(RECORD, "votes_wide")
    found = {
        (row["resolution"], column.name.removeprefix("vote_"), row[column.name])
        for row in rows
        for column in table.columns
        if column.name.startswith("vote_") and row[column.name]
    }
    assert found == {(r["resolution"], r["country"], r["vote"]) for r in RECORD.rows("votes")}
    labels = {column.name: column.label_ru for column in table.columns}
    assert labels["vote_ARM"] == "Голос: Армения"


def test_codes_wide_have_one_row_an_actor() -> None:
    _, rows = build_table(RECORD, "actor_codes")
    assert len(rows) == len(RECORD.rows("countries")) + len(RECORD.rows("organisations"))
    by_id = {row["actor"]: row for row in rows}
    assert (by_id["DEU"]["cow_number"], by_id["DEU"]["gw_number"]) == ("255", "260")
    assert by_id["AFG"]["iso_numeric"] == "004"
    assert by_id["NATO"]["iso_alpha3"] == ""


def test_unknown_stances_are_counted_and_never_averaged() -> None:
    ordinals = read_ordinals(RECORD)
    found = summarise_stances(["MAT", "ND", "SIL", "LEAN", "NEU"], ordinals)
    assert found == {
        "known": 3,
        "support": 1,
        "neutral": 1,
        "opposed": 1,
        "silent": 1,
        "no_data": 1,
        "mean": 0.6667,
        "lowest": -1,
        "highest": 3,
    }
    assert summarise_stances(["ND"], ordinals)["mean"] is None


def test_a_value_that_is_not_listed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        BUILDERS,
        "votes_wide",
        lambda record: [
            {column.name: "perhaps" for column in read_derived(record)["votes_wide"].columns}
        ],
    )
    record = make_record(
        countries=[{"id": "ARM"}],
        votes=[{"resolution": "A/RES/1/1", "country": "ARM", "date": str(date(2016, 1, 1))}],
    )
    with pytest.raises(ValueError, match="votes_wide: vote_ARM 'perhaps' is not listed"):
        build_table(record, "votes_wide")
