"""Turns, acts before words, and weak evidence, on small cases and on the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.claim import ACCOUNT, Claim
from data.confidence import rate_source
from data.load import read_record
from data.resolve import Stance, resolve_stance
from data.stances import read_ordinals, resolve_event
from data.turns import Turn
from data.weight import GROUP, LOW_CONFIDENCE, OPINION
from tests.data.record_factory import change_row, list_problems, make_record

RECORD = read_record()
ORDINALS = read_ordinals(RECORD)


def claim(stance: str, day: int, mode: str = "statement", **more: Any) -> Claim:
    """One explicit claim on Kazakhstan toward Russia."""
    when = date(2015, 11, day)
    plain = Claim(
        f"{stance}{day}", "e", when, "KAZ", "RUS", stance, "explicit", "s", "", "official", "", ""
    )
    return replace(plain, mode=mode, **more)


def resolve(*claims: Claim) -> Stance:
    return resolve_stance(claims, None, ORDINALS)


def test_a_first_and_a_last_word_are_a_change() -> None:
    stance = resolve(claim("DIP", 9), claim("NEU", 2), claim("NEU", 3))
    assert (stance.code, stance.contested, stance.readings) == ("DIP", False, ())
    assert stance.turns == (Turn(date(2015, 11, 2), "NEU"), Turn(date(2015, 11, 9), "DIP"))


def test_one_day_is_one_moment() -> None:
    stance = resolve(claim("NEU", 2), claim("MAT", 9), claim("DIP", 9))
    assert (stance.code, stance.contested, stance.readings) == ("DIP", True, ("MAT", "DIP"))


@pytest.mark.parametrize("undated", [{"mode": "report"}, {"dated": ACCOUNT}])
def test_what_has_no_day_of_its_own_is_no_turn(undated: dict[str, str]) -> None:
    stance = resolve(claim("DIP", 2), claim("NEU", 9, **undated))
    assert (stance.code, stance.contested, stance.turns) == ("NEU", True, ())


def test_a_silence_ends_with_the_first_word() -> None:
    stance = resolve(claim("SIL", 2, "report"), claim("DIP", 9))
    assert (stance.code, stance.contested) == ("DIP", False)


@pytest.mark.parametrize("act", ["deed", "vote"])
def test_acts_outweigh_words_of_any_day(act: str) -> None:
    stance = resolve(claim("DIP", 2, act), claim("OPP", 9))
    assert (stance.code, stance.contested, stance.outweighed) == ("DIP", False, ("OPP",))


def test_a_more_certain_word_outweighs_an_inferred_deed() -> None:
    deed = replace(claim("HOS", 9, "deed"), certainty="inferred")
    assert resolve(claim("NEU", 2), deed).code == "NEU"


def test_evidence_is_weak_for_one_of_three_reasons() -> None:
    one = claim("TEP", 2)
    assert resolve(one).weakness == ""
    assert resolve(replace(one, certainty="opinion")).weakness == OPINION
    assert resolve(replace(one, certainty="group")).weakness == GROUP
    assert resolve(replace(one, certainty="group", mode="signature")).weakness == ""
    assert resolve(replace(one, confidence="low")).weakness == LOW_CONFIDENCE
    second = replace(one, id="b", source_id="t", confidence="low")
    assert resolve(replace(one, confidence="low"), second).weakness == ""


def test_only_what_speaks_for_the_code_shown_is_weighed() -> None:
    early = replace(claim("NEU", 2), confidence="low")
    assert resolve(early, claim("DIP", 9)).weakness == ""
    assert resolve(claim("NEU", 2), replace(claim("DIP", 9), confidence="low")).weakness


def test_a_source_is_trusted_as_its_kind_or_as_the_table_says() -> None:
    rows = {
        "sources": [{"id": "a", "kind": "document"}, {"id": "b", "kind": "press"}],
        "source_confidence": [{"source_id": "b", "confidence": "low", "party": "AZE"}],
    }
    record = make_record(**rows)
    assert [rate_source(record, "a", "ARM"), rate_source(record, "b", "ARM")] == ["high", "low"]
    assert rate_source(record, "b", "AZE") == "medium"


def test_a_source_listed_without_need_is_refused(tmp_path: Path) -> None:
    tables = change_row("sources", 0, kind="press")
    tables["source_confidence"] = [
        {"source_id": tables["sources"][0]["id"], "confidence": "medium", "reason": "so"}
    ]
    found = list_problems(tmp_path, tables)
    assert 'source_confidence.csv line 2: confidence "medium": as the kind press says' in "".join(
        found
    )


def test_moscow_in_september_2023() -> None:
    stance = resolve_event(RECORD, "karabakh-2023", "ARM")["RUS"]
    assert [turn.code for turn in stance.turns] == ["NEU", "LEAN"]
    assert (stance.code, stance.contested) == ("LEAN", False)
