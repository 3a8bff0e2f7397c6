"""Every claim is told what became of it, as the rule has it."""

from __future__ import annotations

import pytest

from data.claim_outcomes import (
    COUNTS,
    OUTRANKED,
    RIVAL,
    SET_ASIDE,
    SILENT,
    UPHELD,
    Question,
    resolve_all,
    weigh_claims,
)
from data.load import read_record
from data.resolve import RANK
from tests.data.record_factory import SOUND, make_record

QUESTION: Question = ("clash", "ARM", "RUS")


def weigh(*claims: tuple[str, str], settled: str = "") -> list[tuple[str, str, int, str]]:
    """Stance, certainty, place and fate of claims given by stance and certainty."""
    tables = {name: rows for name, rows in SOUND.items() if name not in {"claims", "adjudications"}}
    tables["claims"] = [
        {**SOUND["claims"][0], "id": f"c{at}", "stance": stance, "certainty": certainty}
        for at, (stance, certainty) in enumerate(claims)
    ]
    if settled:
        tables["adjudications"] = [{**SOUND["adjudications"][0], "stance": settled}]
    stance = resolve_all(make_record(**tables))[QUESTION]
    return [
        (entry.claim.stance, entry.claim.certainty, entry.place, entry.outcome)
        for entry in weigh_claims(stance)
    ]


def test_a_group_sentence_stands_behind_a_specific_one() -> None:
    assert weigh(("OPP", "group"), ("NEU", "explicit")) == [
        ("NEU", "explicit", 1, COUNTS),
        ("OPP", "group", 4, OUTRANKED),
    ]


def test_a_rival_is_of_the_best_certainty() -> None:
    fates = {entry[0]: entry[3] for entry in weigh(("LEAN", "quoted"), ("NEU", "explicit"))}
    assert fates == {"NEU": COUNTS, "LEAN": RIVAL}


def test_no_data_is_silent_beside_others_and_alone() -> None:
    beside = {entry[0]: entry[3] for entry in weigh(("ND", "explicit"), ("TEP", "opinion"))}
    assert beside == {"ND": SILENT, "TEP": COUNTS}
    assert [entry[3] for entry in weigh(("ND", "opinion"))] == [SILENT]


def test_an_adjudication_upholds_and_sets_aside() -> None:
    fates = {
        entry[0]: entry[3] for entry in weigh(("LEAN", "explicit"), ("NEU", "group"), settled="NEU")
    }
    assert fates == {"LEAN": SET_ASIDE, "NEU": UPHELD}


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    return list(resolve_all(read_record()))


def test_every_claim_of_the_record_is_weighed_once(questions: list[Question]) -> None:
    record = read_record()
    stances = resolve_all(record)
    weighed = [entry for question in questions for entry in weigh_claims(stances[question])]
    assert sorted(entry.claim.id for entry in weighed) == sorted(
        row["id"] for row in record.rows("claims")
    )


def test_what_counts_has_the_code_that_is_shown(questions: list[Question]) -> None:
    for question in questions:
        stance = resolve_all(read_record())[question]
        weighed = weigh_claims(stance)
        assert all(
            entry.claim.stance == stance.code for entry in weighed if entry.outcome == COUNTS
        )
        assert stance.contested == any(entry.outcome == RIVAL for entry in weighed)
        assert {entry.place for entry in weighed} <= {place + 1 for place in RANK.values()}
