"""Rules on who came: every member of the day is told of, on a claim that says so, by its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from data.errors import Problem
from data.schema import Row, Tables
from data.who_came import (
    ALONE,
    DEEDS,
    PARTY,
    SILENCE,
    WORDS,
    find_manner,
    group_answers,
    index_events,
    list_asked,
    read_modes,
)


def check_rosters(tables: Tables) -> Iterator[Problem]:
    """Every member of the day has its answer, or stands as not known."""
    answers, events = group_answers(tables["request_answers"]), index_events(tables)
    for request in tables["requests"]:
        event = events.get(request["event_id"])
        if event is None:
            continue
        told = {row["actor"] for row in answers.get(request["event_id"], ())}
        for member in sorted(list_asked(tables["memberships"], request, event) - told):
            rule = f"no row in request_answers for {member}, a member then"
            yield _problem("requests", request, "event_id", rule)


def check_ledger(tables: Tables) -> Iterator[Problem]:
    """The ledger tells what came: each of its answers has a row of that manner, by that actor.

    The first day of words and of deeds is the same in both, so that days are counted once.
    """
    modes = read_modes(tables["claims"])
    own = [
        (row, manner) for row in tables["request_answers"] if (manner := find_manner(row, modes))
    ]
    told = {(row["event_id"], manner, row["actor"]) for row, manner in own}
    for row in tables["answers"]:
        if (row["event_id"], row["manner"], row["by"]) not in told:
            yield _problem("answers", row, "by", f"no {row['manner']} of it in request_answers")
    came = _find_first_days((row["event_id"], manner, row["date"]) for row, manner in own)
    ledger = _find_first_days(
        (row["event_id"], row["manner"], row["date"]) for row in tables["answers"]
    )
    for request in tables["requests"]:
        for manner in (WORDS, DEEDS):
            key = request["event_id"], manner
            if came.get(key) != ledger.get(key):
                rule = f"first {manner} on {ledger.get(key)} in answers, on {came.get(key)} in "
                yield _problem("requests", request, "event_id", f"{rule}request_answers")


def check_actors(tables: Tables) -> Iterator[Problem]:
    """Who answers was a member on the day, or is an organisation, and never the asker."""
    requests, events = _index_requests(tables), index_events(tables)
    organisations = {row["id"] for row in tables["organisations"]}
    parties = {(row["event_id"], row["actor"]) for row in tables["parties"]}
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables["request_answers"]:
        kinds[row["event_id"], row["actor"]].add(row["kind"])
    for row in tables["request_answers"]:
        request, event = requests.get(row["event_id"]), events.get(row["event_id"])
        if request is None or event is None:
            continue
        asked = list_asked(tables["memberships"], request, event)
        if row["actor"] == request["by"]:
            yield _answer(row, "actor", "answers its own request")
        elif row["actor"] not in asked | organisations:
            yield _answer(row, "actor", "neither a member on the day nor an organisation")
        if row["kind"] in ALONE and len(kinds[row["event_id"], row["actor"]]) > 1:
            yield _answer(row, "kind", "beside another kind of the same actor")
        if row["kind"] == PARTY and (row["event_id"], row["actor"]) not in parties:
            yield _answer(row, "kind", "not in the parties of the event")


def check_evidence(tables: Tables) -> Iterator[Problem]:
    """An answer rests on a claim of that actor toward the asker, of a stance that its kind allows.

    Only a party, no data and a silence that was looked for, by its note, need none.
    """
    requests = _index_requests(tables)
    claims = {row["id"]: row for row in tables["claims"]}
    allowed = {row["id"]: row["stances"].split() for row in tables["answer_kinds"]}
    for row in tables["request_answers"]:
        request, claim = requests.get(row["event_id"]), claims.get(row["claim_id"])
        if not row["claim_id"] and row["kind"] not in ALONE:
            yield _answer(row, "claim_id", f"{row['kind']} without a claim")
        if not row["claim_id"] and row["kind"] == SILENCE and not row["note"]:
            yield _answer(row, "note", "a silence without a claim and without where it was sought")
        if request is None or claim is None:
            continue
        if (claim["actor"], claim["toward"]) != (row["actor"], request["by"]):
            rule = f"a claim of {claim['actor']} toward {claim['toward']}"
            yield _answer(row, "claim_id", rule)
        if claim["stance"] not in allowed.get(row["kind"], [claim["stance"]]):
            rule = f"{claim['stance']} in {claim['id']} is none of {row['kind']}"
            yield _answer(row, "kind", rule)
        if request["date"] and claim["date"] and claim["date"] < request["date"]:
            rule = f"a claim of {claim['date']}, before the request of {request['date']}"
            yield _answer(row, "claim_id", rule)


def check_dates(tables: Tables) -> Iterator[Problem]:
    """A day is that of the claim or of an answer of the ledger, and only acts have one."""
    claims = {row["id"]: row for row in tables["claims"]}
    dated = {(row["event_id"], row["by"], row["date"]) for row in tables["answers"]}
    for row in tables["request_answers"]:
        claim = claims.get(row["claim_id"])
        if not row["date"]:
            continue
        if row["kind"] in ALONE:
            yield _answer(row, "date", f"a day of {row['kind']}")
        elif (
            claim is not None
            and row["date"] != claim["date"]
            and (row["event_id"], row["actor"], row["date"]) not in dated
        ):
            yield _answer(row, "date", "neither the day of the claim nor of a row in answers")


def _find_first_days(
    answers: Iterable[tuple[str, str, date | None]],
) -> dict[tuple[str, str], date]:
    """First day by event and manner."""
    first: dict[tuple[str, str], date] = {}
    for event, manner, day in answers:
        if day:
            first[event, manner] = min(day, first.get((event, manner), day))
    return first


def _index_requests(tables: Tables) -> dict[str, Row]:
    return {row["event_id"]: row for row in tables["requests"]}


def _answer(row: Row, column: str, rule: str) -> Problem:
    return _problem("request_answers", row, column, rule)


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    value = "" if row[column] is None else str(row[column])
    return Problem(f"{name}.csv", row["line"], column, value, rule)
