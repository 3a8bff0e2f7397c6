"""Names and citations as a reader meets them: plain, JSON-able mappings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.claim import Claim
from data.localize import pick
from data.record import Record
from data.resolve import Lang, Stance
from data.schema import Row
from data.stance_cells import UN_VOTE

Plain = dict[str, Any]
"""A mapping of str, int, float, bool, None, lists and mappings of the same: ready for JSON."""


def name_actor(record: Record, actor: str, lang: Lang) -> Plain:
    """Id and name of a country or organisation. KeyError when it is neither."""
    for table in ("countries", "organisations"):
        for row in record.rows(table):
            if row["id"] == actor:
                return {"id": actor, "name": pick(row, "name", lang)}
    raise KeyError(f"no country or organisation {actor!r}")


def name_event(record: Record, event_id: str, lang: Lang) -> Plain:
    """Id, title and dates of an event."""
    row = record.row("events", event_id)
    return {"id": event_id, "title": pick(row, "title", lang), **plain_dates(row)}


def label_codes(record: Record, lang: Lang, event_id: str | None = None) -> dict[str, str]:
    """Label of each code of the scale, at a vote as it is said of votes. KeyError as `row`."""
    is_vote = event_id is not None and record.row("events", event_id)["kind"] == UN_VOTE
    return {
        row["code"]: (pick(row, "vote_label", lang) if is_vote else "") or pick(row, "label", lang)
        for row in record.rows("scale")
    }


def plain_dates(row: Row) -> Plain:
    """``date_start`` and ``date_end`` as ISO text, None when open."""
    return {column: plain_date(row[column]) for column in ("date_start", "date_end")}


def plain_date(day: date | None) -> str | None:
    """ISO text of a day, None for none."""
    return day.isoformat() if day else None


def cite(record: Record, source_id: str, locator: str = "") -> Plain | None:
    """Who published what and when, and where in it; None for an empty ``source_id``."""
    if not source_id:
        return None
    row = record.row("sources", source_id)
    columns = ("id", "author", "title", "publisher", "date", "kind", "url")
    return {**{column: row[column] for column in columns}, "locator": locator}


def cite_row(record: Record, row: Row) -> Plain | None:
    """Citation of a row that has ``source_id`` and perhaps ``locator``."""
    return cite(record, row["source_id"], row.get("locator", ""))


def describe_mode(record: Record, mode: str, lang: Lang) -> Plain:
    """Code and label of a mode. KeyError for one that is not in the table."""
    row = record.row("modes", mode, "code")
    return {
        "code": mode,
        "label": pick(row, "label", lang),
    }


def describe_claim(record: Record, claim: Claim, labels: Mapping[str, str], lang: Lang) -> Plain:
    """One claim with the source behind it."""
    return {
        "id": claim.id,
        "date": plain_date(claim.date),
        "code": claim.stance,
        "label": labels[claim.stance],
        "certainty": claim.certainty,
        "mode": describe_mode(record, claim.mode, lang),
        "speaker": claim.speaker,
        "speaker_name": pick(vars(claim), "speaker_name", lang),
        "summary": pick(vars(claim), "summary", lang),
        "source": cite(record, claim.source_id, claim.locator),
    }


def describe_stance(
    record: Record, stance: Stance, lang: Lang, event_id: str | None = None
) -> Plain:
    """A stance with its claims, those that count for most first, and why it is as it is."""
    labels = label_codes(record, lang, event_id)
    return {
        "code": stance.code,
        "label": labels[stance.code],
        "contested": stance.contested,
        "readings": [{"code": code, "label": labels[code]} for code in stance.readings],
        "adjudicated": stance.adjudicated,
        "rule": stance.rule,
        **_describe_doubts(stance, labels),
        "reason": pick(vars(stance), "reason", lang),
        "claims": [describe_claim(record, claim, labels, lang) for claim in stance.claims],
    }


def _describe_doubts(stance: Stance, labels: Mapping[str, str]) -> Plain:
    """What few stances have, and only if they have it: there are thousands in a document."""
    turns = [
        {"date": turn.day.isoformat(), "code": turn.code, "label": labels[turn.code]}
        for turn in stance.turns
    ]
    outweighed = [{"code": code, "label": labels[code]} for code in stance.outweighed]
    doubts = {"turns": turns, "outweighed": outweighed, "weakness": stance.weakness}
    return {name: found for name, found in doubts.items() if found}
