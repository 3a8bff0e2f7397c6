"""A request for help as a reader meets it: the finding, who came, and what was owed.

Plain, JSON-able mappings; derived from requests, request_answers and request_obligations.
"""

from __future__ import annotations

from data.cite import Plain, cite, cite_row, name_actor, plain_date
from data.localize import pick, pick_all
from data.record import Record
from data.resolve import Lang
from data.schema import Row
from data.who_came import Came, Given, build_who_came

CODES = ("duty", "applied", "invoked", "honoured", "confidence")


def find_request(record: Record, event_id: str) -> Row | None:
    """The request made at an event, None where nothing was asked."""
    rows = record.rows("requests")
    return next((row for row in rows if row["event_id"] == event_id), None)


def find_finding(record: Record, event_id: str, lang: Lang) -> str:
    """Who asked and who came, in one sentence; empty where nothing was asked."""
    request = find_request(record, event_id)
    return pick(request, "finding", lang) if request else ""


def describe_request(record: Record, event_id: str, lang: Lang) -> Plain | None:
    """All about the request of an event, None where nothing was asked.

    ``came`` has every member of the day but the asker, and organisations that answered, the
    strongest answer first; ``obligations`` follow the order of their table.
    """
    request = find_request(record, event_id)
    if request is None:
        return None
    return {
        "finding": pick(request, "finding", lang),
        "by": name_actor(record, request["by"], lang),
        "to": name_actor(record, request["to"], lang),
        "date": plain_date(request["date"]),
        "came": [describe_came(record, came, lang) for came in build_who_came(record)[event_id]],
        "obligations": [
            describe_obligation(record, row, lang)
            for row in record.rows("request_obligations")
            if row["event_id"] == event_id
        ],
    }


def describe_came(record: Record, came: Came, lang: Lang) -> Plain:
    """One actor: its strongest kind of answer, days to it, and every answer with its source."""
    return {
        "actor": name_actor(record, came.actor, lang),
        "member": came.member,
        "kind": came.kind,
        "label": label_kind(record, came.kind, lang),
        "days": came.days,
        "answers": [_describe_given(record, given, lang) for given in came.answers],
    }


def describe_obligation(record: Record, row: Row, lang: Lang) -> Plain:
    """A promise of help: whether it applied, was invoked and was honoured.

    Where that it applied is disputed, ``readings`` has both sides, else one.
    """
    other = cite(record, row["other_source_id"], row["other_locator"])
    readings = [
        {"text": pick(row, "reading", lang), "source": cite_row(record, row)},
        {"text": pick(row, "other_reading", lang), "source": other},
    ]
    return {
        "instrument": pick(row, "instrument", lang),
        # "Article 4": the word is the catalogue's, the number the table's.
        "article": row["article"].removeprefix("Article "),
        "owed_by": name_actor(record, row["owed_by"], lang),
        **{column: row[column] for column in CODES},
        **pick_all(row, ("basis",), lang),
        "readings": [reading for reading in readings if reading["text"]],
    }


def label_kind(record: Record, kind: str, lang: Lang) -> str:
    """What a kind of answer is called."""
    return pick(record.row("answer_kinds", kind), "label", lang)


def _describe_given(record: Record, given: Given, lang: Lang) -> Plain:
    claim = record.row("claims", given.claim_id) if given.claim_id else None
    return {
        "kind": given.kind,
        "label": label_kind(record, given.kind, lang),
        "date": plain_date(given.date),
        "days": given.days,
        "note": pick(vars(given), "note", lang),
        "summary": pick(claim, "summary", lang) if claim else "",
        "source": cite_row(record, claim) if claim else None,
    }
