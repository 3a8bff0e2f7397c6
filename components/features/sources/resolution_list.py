"""The section on General Assembly votes: how text, meeting record and roll call are found."""

from __future__ import annotations

from typing import Any

from components.core.article import Section
from components.core.i18n import record_locale
from components.features.sources.content import make_section
from data.cite import plain_date
from data.localize import pick
from data.record import Record
from data.schema import Row

# The official document system gives a document by its symbol.
DOCUMENTS = "https://undocs.org/"
TOTALS = ("votes_for", "votes_against", "votes_abstained")


def describe_resolutions(record: Record) -> Section:
    """Every resolution voted on, in the order of the table, which is that of the days."""
    votes = {row["resolution"]: row for row in reversed(record.rows("votes"))}
    events = {row["resolution"]: row["event_id"] for row in record.rows("vote_layers")}
    content = [
        describe_resolution(row, votes[row["resolution"]], events.get(row["resolution"], ""))
        for row in record.rows("resolutions")
    ]
    return make_section("resolutions", kind="resolutions", content=content, count=len(content))


def describe_resolution(row: Row, vote: Row, event: str) -> dict[str, Any]:
    """One resolution as the page needs it; `vote` is any of its votes."""
    totals = [row[column] for column in TOTALS]
    return {
        "date": plain_date(vote["date"]),
        "title": pick(vote, "title", record_locale()),
        "event": event,
        "symbol": row["symbol"] or row["draft"],
        "document": row["document"],
        "meeting": row["meeting"],
        "meeting_url": f"{DOCUMENTS}{row['meeting']}" if row["meeting"] else "",
        "roll_call": row["roll_call"],
        "totals": "" if None in totals else " / ".join(map(str, totals)),
        "note": pick(row, "note", record_locale()),
    }
