"""Member by request: how each ally stood to the one that asked for help, and what it answered."""

from __future__ import annotations

from data.derived.rows import Cells
from data.record import Record
from data.request_ledger import build_ledger
from data.stances import read_ordinals, resolve_event
from data.who_came import DEEDS, WORDS, Came, build_who_came, count_days_to


def build_request_members(record: Record) -> list[Cells]:
    """One row for each request and each other member of the alliance on the event's first day."""
    ordinals = read_ordinals(record)
    who_came = build_who_came(record)
    rows: list[Cells] = []
    for request in build_ledger(record):
        event = record.row("events", request.event_id)
        stances = resolve_event(record, request.event_id, request.asked_by)
        came = {each.actor: each for each in who_came[request.event_id]}
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
                    **_list_answers(came[member]),
                }
            )
    return rows


def _list_answers(came: Came) -> Cells:
    """Whether the member answered in its own name, and after how many days at first."""
    manners = {given.manner for given in came.answers}
    cells: Cells = {}
    for manner in (WORDS, DEEDS):
        cells[f"answered_in_{manner}"] = int(manner in manners)
        cells[f"days_to_{manner}"] = count_days_to([came], manner)
    return cells
