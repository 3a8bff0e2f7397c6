"""The call-and-response ledger as plain data for its table."""

from __future__ import annotations

from typing import Any

from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.palette.payload import STANCES, build_page_palette
from components.features.cohesion.blocks import STYLE
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import format_ledger
from components.features.cohesion.matrix import read_names
from components.features.cohesion.request_matrix import describe_marks, list_columns
from components.server.custom_component import mount_module
from data.cite import cite, label_codes, name_event, plain_date
from data.load import read_record
from data.localize import pick, pick_all
from data.record import Record
from data.request_description import describe_request
from data.request_ledger import Answer, LedgerRow, build_ledger
from data.stances import list_references


def show_ledger() -> None:
    """Show the ledger."""
    mount_module("atlas_ledger", "cohesion/ledger.js", "cohesion", describe_ledger(), css=STYLE)


@cache_per_locale(2)
def describe_ledger() -> dict[str, Any]:
    """Every call with its answers, durations and what each ally did."""
    record = read_record()
    rows = build_ledger(record)
    described = [describe_call(record, row) for row in rows]
    requests = [each["request"] for each in described]
    return {
        "title": read_title("ledger"),
        "paragraphs": read_prose("ledger"),
        "finding": format_ledger(rows),
        "rows": described,
        "actors": list_columns(record, requests, read_names(record)),
        "marks": describe_marks(record),
        "longest": max(
            (days for row in rows for days in (row.days_to_words, row.days_to_deeds) if days),
            default=0,
        ),
        "labels": label_codes(record, record_locale()),
        "palette": build_page_palette(*STANCES),
    }


def describe_call(record: Record, row: LedgerRow) -> dict[str, Any]:
    """One call: who, when, how, what came of it, how soon, and where the allies stood."""
    names = read_names(record)
    references = list_references(record, row.event_id)
    return {
        "event": name_event(record, row.event_id, record_locale()),
        "request": describe_request(record, row.event_id, record_locale()),
        "toward": row.asked_by if row.asked_by in references else references[0],
        "by": names[row.asked_by],
        "to": names[row.asked_to],
        "on": plain_date(row.asked_on),
        "invocation": row.invocation,
        "response": row.response,
        **pick_all(vars(row), ("channel", "asked", "answer"), record_locale()),
        "confidence": row.confidence,
        "source": cite(record, row.source_id, row.locator),
        "words": describe_answers(record, row.words),
        "deeds": describe_answers(record, row.deeds),
        "days": {"words": row.days_to_words, "deeds": row.days_to_deeds},
        "allies": [
            {"id": ally, "name": names[ally], "code": code} for ally, code in row.allies.items()
        ],
    }


def describe_answers(record: Record, answers: tuple[Answer, ...]) -> list[dict[str, Any]]:
    """Dated answers with their sources."""
    names = read_names(record)
    return [
        {
            "date": plain_date(answer.date),
            "by": names.get(answer.by, answer.by),
            "text": pick(vars(answer), "text", record_locale()),
            "source": cite(record, answer.source_id, answer.locator),
        }
        for answer in answers
    ]
