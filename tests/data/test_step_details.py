"""The days that mattered at an event as documents carry them: enough to go back to any of them."""

from __future__ import annotations

from datetime import date

from data.load import read_record
from data.query import describe_event
from data.stances import list_references, resolve_event
from data.step_details import describe_steps


def test_days_lead_back_from_all_that_is_known_to_each_of_them() -> None:
    record, checked = read_record(), 0
    for event in record.rows("events"):
        for toward in list_references(record, event["id"]):
            whole = resolve_event(record, event["id"], toward)
            known = {actor: stance.code for actor, stance in whole.items()}
            for day in reversed(describe_steps(record, event["id"], toward, "en")):
                then = resolve_event(record, event["id"], toward, date.fromisoformat(day["date"]))
                assert known == {actor: stance.code for actor, stance in then.items()}, day
                for change in day["changes"]:
                    assert change["after"]["code"] == then[change["actor"]].code
                    if change["before"]:
                        known[change["actor"]] = change["before"]["code"]
                    elif day["number"]:
                        del known[change["actor"]]
                checked += 1
    assert checked > 100


def test_the_first_day_tells_those_with_a_claim_and_each_claim_is_of_its_actor() -> None:
    record = read_record()
    event = describe_event(record, "karabakh-2020", "ARM", "en", until=date(2020, 9, 27))
    first, *later = event["days"]
    assert first["number"] == 0
    assert {change["actor"] for change in first["changes"]} == {
        stance["actor"]["id"] for stance in event["stances"] if stance["claims"]
    }
    claims = {row["id"]: row["actor"] for row in record.rows("claims")}
    dates = {row["id"]: row["date"].isoformat() for row in record.rows("claims")}
    for day in later:
        for change in day["changes"]:
            assert claims[change["claim"]] == change["actor"]
            assert dates[change["claim"]] == day["date"]
