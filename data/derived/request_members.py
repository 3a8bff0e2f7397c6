"""Member by request: how each ally stood to the one that asked for help, and what it answered."""

from __future__ import annotations

from data.derived.rows import Cells
from data.record import Record
from data.request_ledger import Answer, LedgerRow, build_ledger
from data.stances import read_ordinals, resolve_event


def build_request_members(record: Record) -> list[Cells]:
    """One row for each request and each other member of the alliance on the event's first day."""
    ordinals = read_ordinals(record)
    rows: list[Cells] = []
    for request in build_ledger(record):
        event = record.row("events", request.event_id)
        stances = resolve_event(record, request.event_id, request.asked_by)
        for member, code in request.allies.items():
            rows.append(
                {
                    "event_id": request.event_id,
                    "event_date": event["date_start"],
                    "year": event["date_start"].year,
                    "asked_by": request.asked_by,
                    "asked_to": request.asked_to,
                    "asked_on": request.asked_on,
                    "invocation": request.invocation,
                    "response": request.response,
                    "member": member,
                    "stance": code,
                    "ordinal": ordinals[code],
                    "contested": int(stances[member].contested),
                    **_list_answers(request, member),
                }
            )
    return rows


def _list_answers(request: LedgerRow, member: str) -> Cells:
    """Whether the member answered in its own name, and after how many days at first."""
    cells: Cells = {}
    for manner, answers in (("words", request.words), ("deeds", request.deeds)):
        own = [answer for answer in answers if answer.by == member]
        cells[f"answered_in_{manner}"] = int(bool(own))
        cells[f"days_to_{manner}"] = _count_days(request, own)
    return cells


def _count_days(request: LedgerRow, answers: list[Answer]) -> int | None:
    if request.asked_on is None or not answers:
        return None
    return (min(answer.date for answer in answers) - request.asked_on).days
