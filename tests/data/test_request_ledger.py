"""The ledger: one row a call, days counted from dated answers, nothing of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.load import read_record
from data.membership import members_on
from data.record import Record
from data.request_ledger import LedgerRow, build_ledger
from tests.data.record_factory import make_record
from tests.data.request_factory import ANSWERED


def ledger(**tables: Any) -> list[LedgerRow]:
    """The ledger of the answered record with tables exchanged."""
    return build_ledger(make_record(**{**ANSWERED, "adjudications": [], **tables}))


def answer(day: str, by: str, manner: str) -> dict[str, str]:
    """One answer to the plea."""
    return {"event_id": "plea", "date": day, "by": by, "manner": manner, "source_id": "a-dataset"}


def test_row_tells_who_asked_whom_when_and_what_came() -> None:
    (row,) = ledger()
    assert (row.event_id, row.asked_by, row.asked_to) == ("plea", "ARM", "CSTO")
    assert (row.asked_on, row.invocation, row.response) == (date(2021, 5, 14), "article_2", "unmet")
    assert (row.asked, row.answer) == ("to talk", "not much")
    assert [each.by for each in row.words] == ["RUS", "CSTO"]
    assert [each.by for each in row.deeds] == ["KAZ"]
    assert (row.days_to_words, row.days_to_deeds, row.days_to_answer) == (2, 6, 2)


def test_allies_are_the_other_members_of_that_day() -> None:
    (row,) = ledger()
    assert row.allies == {"KAZ": "TEP", "RUS": "NEU"}
    fewer = [each for each in ANSWERED["memberships"] if each["country"] != "KAZ"]
    (row,) = ledger(memberships=fewer)
    assert row.allies == {"RUS": "NEU"}


def test_days_run_to_the_first_answer_of_each_sort() -> None:
    answers = [
        answer("2021-07-03", "CSTO", "words"),
        answer("2021-05-14", "RUS", "words"),
        answer("2021-05-24", "RUS", "deeds"),
    ]
    claims = [
        {**ANSWERED["claims"][-1], "id": f"a{place}", "actor": row["by"], "date": row["date"],
         "mode": "deed" if row["manner"] == "deeds" else "statement"}
        for place, row in enumerate(answers)
    ]  # fmt: skip
    came = [
        {"event_id": "plea", "actor": row["by"], "kind": "mediation", "date": row["date"],
         "claim_id": f"a{place}"}
        for place, row in enumerate(answers)
    ]  # fmt: skip
    (row,) = ledger(answers=answers, claims=[*ANSWERED["claims"], *claims], request_answers=came)
    assert [each.date.isoformat() for each in row.words] == ["2021-05-14", "2021-07-03"]
    assert (row.days_to_words, row.days_to_deeds, row.days_to_answer) == (0, 10, 0)


def test_without_a_day_or_an_answer_there_are_no_days() -> None:
    (row,) = ledger(requests=[{**ANSWERED["requests"][0], "date": ""}])
    assert (row.asked_on, row.days_to_words, row.days_to_answer) == (None, None, None)
    (row,) = ledger(answers=[], request_answers=[])
    assert (row.words, row.days_to_answer) == ((), None)


@pytest.fixture(scope="module")
def record() -> Record:
    return read_record()


def test_every_invocation_of_the_record_is_a_row(record: Record) -> None:
    called = {row["id"] for row in record.rows("events") if row["invocation"] != "none"}
    rows = build_ledger(record)
    assert [row.event_id for row in rows if row.event_id not in called] == []
    assert {row.event_id for row in rows} == called
    for row in rows:
        day = record.row("events", row.event_id)["date_start"]
        assert row.allies.keys() == members_on(record, day) - {row.asked_by}


@pytest.mark.parametrize(
    ("event", "by", "to", "words", "deeds"),
    [
        ("batken-1999", "KGZ", "RUS", 0, 3),
        ("osh-2010", "KGZ", "RUS", 0, 4),
        ("syunik-2021", "ARM", "CSTO", 0, None),
        ("syunik-2021-11", "ARM", "RUS", 0, None),
        ("karabakh-2020", "ARM", "RUS", 0, 10),
        ("april-war-2016", "ARM", "CSTO", 0, None),
        ("kazakhstan-2022", "KAZ", "CSTO", 0, 1),
        ("armenia-2022", "ARM", "CSTO", 0, 2),
        ("kgz-peacekeepers-2022", "KGZ", "CSTO", None, None),
    ],
)
def test_known_calls(
    record: Record, event: str, by: str, to: str, words: int | None, deeds: int | None
) -> None:
    row = next(row for row in build_ledger(record) if row.event_id == event)
    assert (row.asked_by, row.asked_to) == (by, to)
    assert (row.days_to_words, row.days_to_deeds) == (words, deeds)


def test_all_five_allies_sent_troops_to_kazakhstan(record: Record) -> None:
    row = next(row for row in build_ledger(record) if row.event_id == "kazakhstan-2022")
    assert row.allies == dict.fromkeys(["ARM", "BLR", "KGZ", "RUS", "TJK"], "MAT")
