"""The titles of the members page say what the counts say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.core.i18n.number_format import format_signed
from components.features.members import headlines
from components.features.members.membership_status import format_membership
from components.features.members.page_data import describe_state
from data.load import read_record
from data.membership import alliance_states, members_on
from data.modes import READINGS
from data.rankings import GAPS, Standing
from data.stances import read_ordinals
from tests.data.real_record import list_ids

ORDINALS = read_ordinals(read_record())


def make_row(bloc: str, status: str, start: str, end: str | None) -> dict[str, Any]:
    return {"bloc": bloc, "status": status, "date_start": start, "date_end": end}


SIGNED = make_row("CST", "signatory", "1992-05-15", "1994-04-19")
IN_FORCE = make_row("CST", "in_force", "1994-04-20", None)
LAPSED = make_row("CST", "in_force", "1994-04-20", "1999-04-20")
OUT = make_row("CST", "withdrawn", "1999-04-21", None)
MEMBER = make_row("CSTO", "member", "2003-09-18", None)
ENDED = make_row("CSTO", "member", "2003-09-18", "2012-06-27")
SUSPENDED = make_row("CSTO", "suspended", "2012-06-28", "2012-12-18")
LEFT = make_row("CSTO", "withdrawn", "2012-12-19", None)
FROZEN = make_row("CSTO", "frozen", "2012-06-28", None)
OBSERVER = make_row("CSTO-PA", "assembly_observer", "2013-04-11", None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Never in the Treaty or the Organization"),
        ([SIGNED, IN_FORCE, MEMBER], "In the Organization since 18 September 2003"),
        (
            [ENDED, FROZEN],
            "In the Organization since 18 September 2003; "
            "says it froze participation on 28 June 2012",
        ),
        (
            [ENDED, SUSPENDED, LEFT],
            "In the Organization from 18 September 2003 to 18 December 2012",
        ),
        (
            [SIGNED, LAPSED, OUT],
            "In the Treaty from 15 May 1992 to 20 April 1999; never in the Organization",
        ),
        (
            [OBSERVER],
            "Observer in the Parliamentary Assembly since 11 April 2013; never a member",
        ),
    ],
)
def test_membership(rows: list[dict[str, Any]], said: str) -> None:
    assert format_membership(rows) == said


@pytest.mark.parametrize(
    ("mean", "said"), [(0.34, "+0.3"), (-1.0, "−1.0"), (0.04, "0.0"), (-0.04, "0.0")]
)
def test_means_carry_their_sign(mean: float, said: str) -> None:
    assert format_signed(mean) == said


def test_sides_and_gaps_are_said_apart() -> None:
    sides = {"support": 1, "neutral": 0, "against": 2, "SIL": 1, "PTY": 0, "ND": 3, "NOM": 0}
    empty = dict.fromkeys(sides, 0)
    allied = {**empty, "support": 3}
    assert headlines.format_taken("Armenia", allied, sides) == (
        "Positions of Armenia toward allies: 3 supportive, 0 neutral, 0 opposed; "
        "toward others: 1 supportive, 0 neutral, 2 opposed"
    )
    assert headlines.format_toward("Armenia", allied, empty) == (
        "Positions of allies on Armenia: 3 supportive, 0 neutral, 0 opposed"
    )
    assert headlines.format_gaps(sides) == (
        "Not counted: 1 case of no reaction or of a vote not cast, 3 cases without data."
    )
    assert headlines.format_toward("Armenia", empty, empty).startswith("No source")
    assert headlines.format_gaps(empty) == ""


def make_standing(other: str, mean: float, readings: int) -> Standing:
    return Standing(other, mean, readings, 0, {}, {})


def test_only_states_with_readings_enough_are_called_closest() -> None:
    names = {
        "CSTO": {"name": "the Organization", "state": False},
        "KAZ": {"name": "Kazakhstan", "state": True},
        "BLR": {"name": "Belarus", "state": True},
        "UZB": {"name": "Uzbekistan", "state": True},
    }
    standings = [
        make_standing("CSTO", 2, 9),
        make_standing("KAZ", 1, 3),
        make_standing("BLR", -1, 4),
        make_standing("UZB", 3, 1),
    ]
    said = headlines.format_standing(standings, names, "actor", "Armenia")
    assert said == (
        "Most supportive of Armenia: Kazakhstan (+1.0, 3 stances); "
        "least supportive: Belarus (−1.0, 4 stances)"
    )
    assert "too few" in headlines.format_standing(standings[:1], names, "actor", "Armenia")


def test_unknown_votes_are_never_what_a_state_did() -> None:
    votes = [{"vote": vote} for vote in ("unknown", "unknown", "abstained")]
    assert headlines.format_votes(votes, "Georgia") == "Georgia abstained in 1 of 3 votes recorded"
    assert "unknown in all 2" in headlines.format_votes(votes[:2], "Georgia")


@pytest.mark.parametrize("country", list_ids("countries"))
def test_every_state_can_be_described(country: str) -> None:
    state = describe_state(country, "en")
    assert state["id"] == country
    for part in ("membership", "took", "toward", "votes", "threats", "zones"):
        assert state[part]["title"]
    assert all(each["title"] for each in state["stood"])
    named = {row["other"] for part in ("took", "toward") for row in state[part]["rows"]}
    assert named <= state["names"].keys()


@pytest.mark.parametrize("row", read_record().rows("memberships"), ids=lambda row: row["id"])
def test_every_membership_has_a_style_of_the_map(row: dict[str, Any]) -> None:
    rows = describe_state(row["country"], "en")["membership"]["rows"]
    (found,) = [
        r
        for r in rows
        if (r["bloc"], r["date_start"]) == (row["bloc"], row["date_start"].isoformat())
    ]
    assert (found["style"] == "former") == (row["status"] == "withdrawn")


@pytest.mark.parametrize("mode", READINGS)
def test_stances_of_a_state_by_one_kind_of_answer_rest_on_such_claims(mode: str) -> None:
    record = read_record()
    whole, by_mode = (describe_state("KAZ", "en", each) for each in (None, mode))
    kept = {
        (row["event_id"], row["actor"], row["toward"])
        for row in record.rows("claims")
        if row["mode"] in READINGS[mode]
    }
    answered = [row for row in by_mode["took"]["rows"] if row["code"] not in GAPS]
    assert 0 < len(answered) < sum(row["code"] not in GAPS for row in whole["took"]["rows"])
    assert {(row["event"]["id"], "KAZ", row["toward"]) for row in answered} <= kept
    assert by_mode["membership"] == whole["membership"]


def test_opposed_positions_name_whom_they_were_against() -> None:
    record = read_record()
    for country in sorted(alliance_states(record)):
        state = describe_state(country, "en")
        for part in ("took", "toward"):
            rows = [row for row in state[part]["rows"] if (ORDINALS[row["code"]] or 0) < 0]
            said = state[part]["against"]
            assert bool(said) == bool(rows), country
            for other in {row["other"] for row in rows}:
                count = sum(row["other"] == other for row in rows)
                name = state["names"][other]["name"]
                allied = sum(
                    row["other"] == other
                    and {country, other}
                    <= members_on(record, date.fromisoformat(row["event"]["date_start"]))
                    for row in rows
                )
                for number in {allied, count - allied} - {0}:
                    assert f"{name} ({number})" in said, (country, part)
