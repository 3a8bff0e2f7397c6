"""An event as its answers came in: what was known by each day, and which days changed it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.load import read_record
from data.modes import READINGS, select_reading
from data.record import Record
from data.resolve import Stance
from data.stance_steps import list_steps, read_stance
from data.stances import list_claim_days, list_references, resolve_event
from tests.data.record_factory import Cells, make_record

FIRST = date(2016, 4, 2)


def clash(*claims: Cells, settled: str = "") -> Record:
    """A record of one clash of five days in which these claims were made."""
    decision = {"event_id": "clash", "actor": "RUS", "toward": "ARM", "stance": settled}
    return make_record(
        memberships=[
            {"id": code.lower(), "country": code, "bloc": "CSTO", "status": "member",
             "date_start": "2003-09-18"}
            for code in ("ARM", "KAZ", "RUS")
        ],
        events=[{"id": "clash", "date_start": "2016-04-02", "date_end": "2016-04-06"}],
        parties=[{"event_id": "clash", "actor": "ARM", "role": "reference"}],
        claims=claims,
        adjudications=[decision] if settled else [],
    )  # fmt: skip


def said(actor: str, stance: str, day: str, **cells: str) -> Cells:
    """A claim on a day of the clash."""
    return {"id": f"{actor}-{day}-{stance}".lower(), "event_id": "clash", "actor": actor,
            "toward": "ARM", "stance": stance, "certainty": "explicit", "mode": "statement",
            "dated": "act", "date": f"2016-04-{day}", **cells}  # fmt: skip


def read_codes(record: Record, day: int) -> dict[str, str]:
    """Code of each actor by the end of a day of April."""
    stances = resolve_event(record, "clash", "ARM", date(2016, 4, day))
    return {actor: stance.code for actor, stance in stances.items() if actor != "ARM"}


def test_a_stance_is_what_was_said_by_then() -> None:
    record = clash(said("RUS", "NEU", "02"), said("RUS", "DIP", "05"), said("KAZ", "TEP", "04"))
    assert [read_codes(record, day) for day in (2, 3, 4, 5, 30)] == [
        {"KAZ": "ND", "RUS": "NEU"},
        {"KAZ": "ND", "RUS": "NEU"},
        {"KAZ": "TEP", "RUS": "NEU"},
        {"KAZ": "TEP", "RUS": "DIP"},
        {"KAZ": "TEP", "RUS": "DIP"},
    ]


def test_what_was_told_before_the_first_day_is_known_on_it() -> None:
    record = clash(said("RUS", "NEU", "01"))
    assert read_codes(record, 1) == read_codes(record, 2) == {"KAZ": "ND", "RUS": "NEU"}
    assert list_claim_days(record, "clash") == (FIRST,)


def test_an_account_is_known_from_its_day_on() -> None:
    account = said("KAZ", "LEAN", "20", dated="account", mode="report")
    record = clash(said("KAZ", "NEU", "03"), account)
    assert [read_codes(record, day)["KAZ"] for day in (2, 3, 19, 20)] == ["ND", "NEU", "NEU", "NEU"]
    assert resolve_event(record, "clash", "ARM", date(2016, 4, 20))["KAZ"].contested
    assert not resolve_event(record, "clash", "ARM", date(2016, 4, 19))["KAZ"].contested


def test_a_decision_waits_for_what_it_settles() -> None:
    claims = said("RUS", "NEU", "02"), said("RUS", "DIP", "04"), said("RUS", "LEAN", "06")
    decided = clash(*claims, settled="DIP")
    assert [read_codes(decided, day)["RUS"] for day in (2, 3, 4, 6)] == ["NEU", "NEU", "DIP", "DIP"]
    of_no_claim = clash(*claims, settled="TEP")
    assert [read_codes(of_no_claim, day)["RUS"] for day in (2, 5, 6)] == ["NEU", "DIP", "TEP"]
    assert read_codes(clash(settled="TEP"), 2)["RUS"] == "TEP"


def test_nothing_known_begins_on_no_day() -> None:
    record = clash(said("TUR", "ND", "05"), said("KAZ", "ND", "05"))
    assert read_codes(record, 2) == {"KAZ": "ND", "RUS": "ND", "TUR": "ND"}
    assert not list_steps(record, "clash", "ARM")


def test_steps_are_the_days_that_change_a_stance_and_their_claims() -> None:
    record = clash(
        said("RUS", "NEU", "02"),
        said("RUS", "NEU", "03"),
        said("RUS", "DIP", "05"),
        said("KAZ", "TEP", "05", certainty="group"),
        said("KAZ", "NEU", "05"),
    )
    (step,) = list_steps(record, "clash", "ARM")
    assert (step.day, step.number) == (date(2016, 4, 5), 3)
    changes = [
        (change.actor, change.before and change.before.code, change.after.code, change.claim.id)
        for change in step.changes
    ]
    assert changes == [
        ("KAZ", "ND", "NEU", "kaz-05-neu"),
        ("RUS", "NEU", "DIP", "rus-05-dip"),
    ]


@pytest.mark.parametrize("reading", [None, *READINGS])
def test_steps_lead_from_the_first_day_to_all_that_is_known(reading: str | None) -> None:
    record = select_reading(read_record(), reading)
    changes = 0
    for event in record.rows("events"):
        first = event["date_start"]
        for toward in list_references(record, event["id"]):
            state = read_all(resolve_event(record, event["id"], toward, first))
            for step in list_steps(record, event["id"], toward):
                eve = resolve_event(record, event["id"], toward, step.day - timedelta(1))
                assert read_all(eve) == state, (event["id"], step.day)
                assert step.day == first + timedelta(step.number)
                for change in step.changes:
                    assert change.claim.date == step.day
                    assert change.claim.actor == change.actor
                    state[change.actor] = read_stance(change.after)
                    changes += 1
            assert state == read_all(resolve_event(record, event["id"], toward)), event["id"]
    # All votes on a question are of one day.
    assert (changes > 20) != (reading == "votes")


def read_all(stances: dict[str, Stance]) -> dict[str, object]:
    """What tells stances apart, by actor."""
    return {actor: read_stance(stance) for actor, stance in stances.items()}
