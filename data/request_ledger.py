"""The call-and-response ledger: each time a member turned to its allies, and what came of it.

Derived from events, requests, answers, request_answers, claims and memberships; nothing is typed
for it alone. Days are those of ``who_came``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.membership import members_on
from data.record import Record
from data.schema import Row
from data.stances import resolve_event
from data.who_came import DEEDS, WORDS, Came, build_who_came, count_days_to


@dataclass(frozen=True)
class Answer:
    """One dated answer: ``text`` is in our words, ``by`` a country or an organisation."""

    date: date
    by: str
    text: str
    text_ru: str
    source_id: str
    locator: str


@dataclass(frozen=True)
class LedgerRow:
    """One call and its response.

    ``asked_on`` is None when the sources give no day. ``days_to_words`` and ``days_to_deeds`` are
    days from the request to the first answer of each sort, None without a day or an answer.
    ``allies`` is the stance toward the asker of every other member of the alliance on the first
    day of the event, as code by country: ND where no source says anything.
    """

    event_id: str
    asked_by: str
    asked_to: str
    asked_on: date | None
    invocation: str
    channel: str
    channel_ru: str
    asked: str
    asked_ru: str
    response: str
    answer: str
    answer_ru: str
    words: tuple[Answer, ...]
    deeds: tuple[Answer, ...]
    days_to_words: int | None
    days_to_deeds: int | None
    allies: Mapping[str, str]
    source_id: str
    locator: str
    confidence: str

    @property
    def days_to_answer(self) -> int | None:
        """Days to the first answer, in words or by deeds."""
        days = [each for each in (self.days_to_words, self.days_to_deeds) if each is not None]
        return min(days, default=None)


def build_ledger(record: Record) -> list[LedgerRow]:
    """One row for each event whose invocation is not none, by the day of the event."""
    return list(_build_rows(record))


@lru_cache(maxsize=8)
def _build_rows(record: Record) -> tuple[LedgerRow, ...]:
    requests = {row["event_id"]: row for row in record.rows("requests")}
    came = build_who_came(record)
    called = [row for row in record.rows("events") if row["invocation"] != "none"]
    called.sort(key=lambda row: (row["date_start"], row["id"]))
    return tuple(_build_row(record, row, requests[row["id"]], came[row["id"]]) for row in called)


def _build_row(record: Record, event: Row, request: Row, came: Sequence[Came]) -> LedgerRow:
    return LedgerRow(
        event_id=event["id"],
        asked_by=request["by"],
        asked_to=request["to"],
        asked_on=request["date"],
        invocation=event["invocation"],
        channel=request["channel"],
        channel_ru=request["channel_ru"],
        asked=event["asked"],
        asked_ru=event["asked_ru"],
        response=event["response"],
        answer=event["answer"],
        answer_ru=event["answer_ru"],
        words=_list_answers(record, event["id"], WORDS),
        deeds=_list_answers(record, event["id"], DEEDS),
        days_to_words=count_days_to(came, WORDS),
        days_to_deeds=count_days_to(came, DEEDS),
        allies=_list_allies(record, event, request["by"]),
        source_id=request["source_id"],
        locator=request["locator"],
        confidence=request["confidence"],
    )


def _list_answers(record: Record, event_id: str, manner: str) -> tuple[Answer, ...]:
    rows = [
        row
        for row in record.rows("answers")
        if row["event_id"] == event_id and row["manner"] == manner
    ]
    rows.sort(key=lambda row: (row["date"], row["by"]))
    return tuple(
        Answer(
            row["date"],
            row["by"],
            row["answer"],
            row["answer_ru"],
            row["source_id"],
            row["locator"],
        )
        for row in rows
    )


def _list_allies(record: Record, event: Row, asker: str) -> dict[str, str]:
    stances = resolve_event(record, event["id"], asker)
    allies = members_on(record, event["date_start"]) - {asker}
    return {country: stances[country].code for country in sorted(allies)}
