"""Each rule on modes, broken once, is reported with file, line, value and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.check_modes import check_claim_modes, check_drills, check_reaches, check_vote_modes
from data.load import read_record
from data.modes import VOTE, read_reaches
from data.votes import PARTY, derive_stance
from tests.data.real_record import read_unchecked
from tests.data.record_factory import SOUND, change_row, list_problems

RULES = (check_reaches, check_claim_modes, check_vote_modes, check_drills)


@pytest.mark.parametrize(
    ("row", "mode", "stance"),
    [
        (0, "report", "MAT"),
        (0, "report", "PTY"),
        (1, "statement", "HOS"),
        (1, "statement", "SIL"),
        (1, "signature", "MAT"),
        (1, "signature", "ND"),
        (1, "presence", "MAT"),
        (1, "presence", "OPP"),
        (1, "deed", "SIL"),
        (1, "deed", "ND"),
    ],
)
def test_a_code_out_of_reach_is_refused(tmp_path: Path, row: int, mode: str, stance: str) -> None:
    reach = ", ".join(read_reaches(read_unchecked()["modes"])[mode])
    line = f'claims.csv line {row + 2}: stance "{stance}": out of reach of a {mode}: {reach}'
    assert list_problems(tmp_path, change_row("claims", row, mode=mode, stance=stance)) == [line]


@pytest.mark.parametrize(
    ("mode", "stance"),
    [("deed", "MAT"), ("deed", "HOS"), ("presence", "DIP"), ("report", "SIL"), ("statement", "ND")],
)
def test_a_code_within_reach_is_taken(tmp_path: Path, mode: str, stance: str) -> None:
    assert list_problems(tmp_path, change_row("claims", 1, mode=mode, stance=stance)) == []


def test_a_vote_needs_a_layer(tmp_path: Path) -> None:
    line = 'claims.csv line 3: mode "vote": no vote_layers at this event'
    assert list_problems(tmp_path, change_row("claims", 1, mode="vote")) == [line]


def test_a_claim_at_a_vote_is_a_vote(tmp_path: Path) -> None:
    line = 'claims.csv line 5: mode "statement": not vote at an event that is one'
    assert list_problems(tmp_path, change_row("claims", 3, mode="statement")) == [line]


def test_a_drill_is_not_material_support(tmp_path: Path) -> None:
    tables = change_row("events", 1, kind="drill")
    tables["claims"][2] = {**tables["claims"][2], "stance": "MAT"}
    # Nobody dies at a drill, so nobody is counted.
    tables["death_counts"].pop(1)
    line = 'claims.csv line 4: stance "MAT": a drill is not material support'
    assert line in list_problems(tmp_path, tables)
    tables["claims"][2] = {**tables["claims"][2], "stance": "OPP"}
    assert line not in list_problems(tmp_path, tables)


@pytest.mark.parametrize(
    ("reach", "rule"),
    [
        ("MAT NOM", "NOM cannot be claimed"),
        ("MAT XYZ", "XYZ cannot be claimed"),
        ("MAT DIP MAT", "MAT twice"),
    ],
)
def test_a_reach_is_made_of_codes_that_can_be_claimed(
    tmp_path: Path, reach: str, rule: str
) -> None:
    line = f'modes.csv line 6: reach "{reach}": {rule}'
    assert line in list_problems(tmp_path, change_row("modes", 4, reach=reach))


def test_the_factory_has_the_modes_of_the_record() -> None:
    real = [(row["code"], row["reach"]) for row in read_unchecked()["modes"]]
    assert [(row["code"], row["reach"]) for row in SOUND["modes"]] == real


def test_a_vote_reaches_what_the_rule_on_votes_gives() -> None:
    votes = ("for", "against", "abstained", "not_voting", "unknown")
    derived = {
        derive_stance(vote, favourable, aim)
        for vote in votes
        for favourable in ("for", "against")
        for aim in ("direct", "aside")
    }
    reach = read_reaches(read_unchecked()["modes"])[VOTE]
    assert set(reach) == {code for code in derived if code} | {PARTY}


def test_only_a_deed_is_at_an_end_of_the_scale() -> None:
    reaches = read_reaches(read_unchecked()["modes"])
    for end in ("MAT", "HOS"):
        assert [mode for mode, reach in reaches.items() if end in reach] == ["deed"]


def test_the_record_keeps_the_rules_and_uses_every_mode() -> None:
    tables = read_unchecked()
    assert [problem for rule in RULES for problem in rule(tables)] == []
    used = {row["mode"] for row in read_record().rows("claims")}
    assert used == {row["code"] for row in tables["modes"]}
