"""What the page says of sources: what each gave, and where they disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from components.core.alt_text.date_format import format_day
from components.core.article import Section
from components.core.i18n import ngettext, record_locale
from components.features.sources.content import make_section, read_texts
from data.cite import cite
from data.localize import pick, pick_all
from data.record import Record
from data.review import REVIEWED
from data.source_contributions import CONTESTED, SETTLED, describe_contributions, find_disputes

CLAIM = ("actor", "event_id", "toward", "stance", "certainty", "locator", "date", "fate", "summary")
MEMBERSHIP = ("id", "country", "bloc", "status")
ABOUT = ("id", "author", "title", "publisher", "date", "kind", "url", "note", "reference")


def describe_sources(record: Record) -> Section:
    """Every source by kind, the articles first, each with its claims and disputes.

    A claim crosses as a list in the order of `CLAIM`: the names would double the message.
    """
    sources = describe_contributions(record, record_locale())
    claims = len(record.rows("claims"))
    from_articles = sum(len(row["claims"]) for row in sources if row["kind"] == "article")
    content = {
        "groups": [
            {"kind": kind, "title": title, "sources": found}
            for kind, title in read_texts()["groups"].items()
            if (found := [describe_source(row) for row in sources if row["kind"] == kind])
        ],
        "columns": CLAIM,
        "topics": {
            row["id"]: pick(row, "topic", record_locale()) for row in record.rows("discrepancies")
        },
    }
    return make_section(
        "sources",
        kind="sources",
        content=content,
        sources=len(sources),
        claims=claims,
        unaddressed=sum(bool(row["reference"]) and not row["url"] for row in sources),
        day=format_day(REVIEWED),
        untraced=len(record.rows("untraced")),
        share=round(100 * from_articles / claims) if claims else 0,
    )


def describe_source(source: Mapping[str, Any]) -> dict[str, Any]:
    """One source as the page needs it."""
    stances = Counter(claim["stance"] for claim in source["claims"])
    return {
        **{key: source[key] for key in ABOUT},
        "stances": dict(stances),
        "claims": [[claim[column] for column in CLAIM] for claim in source["claims"]],
        "rows": [format_rows(table, count) for table, count in source["rows"].items()],
        "disputes": source["disputes"],
        "discrepancies": source["discrepancies"],
    }


def format_rows(table: str, count: int) -> str:
    """A number of rows of a table in words."""
    said = {
        "paragraphs": ngettext(
            "{count} body paragraph coded", "{count} body paragraphs coded", count
        ),
        "event_sources": ngettext("cited for {count} event", "cited for {count} events", count),
        "death_counts": ngettext("{count} count of deaths", "{count} counts of deaths", count),
        "parties": ngettext("{count} party to an event", "{count} parties to events", count),
        "memberships": ngettext("{count} membership", "{count} memberships", count),
        "membership_notes": ngettext(
            "{count} note on a membership", "{count} notes on memberships", count
        ),
        "zone_status": ngettext("{count} status of a zone", "{count} statuses of zones", count),
        "positions": ngettext("{count} position of troops", "{count} positions of troops", count),
        "threats": ngettext("{count} threat", "{count} threats", count),
        "votes": ngettext("{count} vote", "{count} votes", count),
        "adjudications": ngettext(
            "{count} editorial decision", "{count} editorial decisions", count
        ),
        "requests": ngettext("{count} request for help", "{count} requests for help", count),
        "answers": ngettext(
            "{count} response to a request", "{count} responses to requests", count
        ),
        "states": ngettext(
            "{count} date of a state's existence", "{count} dates of states' existence", count
        ),
        "second_coding": ngettext(
            "{count} case coded a second time", "{count} cases coded a second time", count
        ),
        "country_codes": ngettext(
            "{count} code of a state or organisation",
            "{count} codes of states and organisations",
            count,
        ),
        "alternative_names": ngettext(
            "{count} alternative name", "{count} alternative names", count
        ),
        "conflict_codes": ngettext("{count} id of a conflict", "{count} ids of conflicts", count),
    }
    return said.get(table) or f"{table.replace('_', ' ')}: {count}"


def describe_discrepancies(record: Record) -> Section:
    """Where sources contradict each other or the record, and how each case is handled."""
    cases = [
        {
            "id": row["id"],
            "topic": pick(row, "topic", record_locale()),
            "event": row["event_id"],
            "sides": [
                {
                    "statement": pick(row, f"statement_{side}", record_locale()),
                    "source": cite(record, row[f"source_{side}"], row[f"locator_{side}"]),
                }
                for side in ("a", "b")
                if row[f"statement_{side}"]
            ],
            "handling": pick(row, "handling", record_locale()),
        }
        for row in record.rows("discrepancies")
    ]
    memberships = [
        {
            **{key: row[key] for key in MEMBERSHIP},
            **pick_all(row, ("basis", "disagreement"), record_locale()),
            "year": row["date_start"].year,
            "source": cite(record, row["source_id"], row["locator"]),
        }
        for row in record.rows("memberships")
        if row["disagreement"]
    ]
    kinds = count_disputes(record)
    return make_section(
        "discrepancies",
        kind="discrepancies",
        content={
            "cases": cases,
            "memberships": memberships,
            "heading": read_texts()["discrepancies"]["memberships"],
        },
        disputed=sum(kinds.values()),
        contested=kinds[CONTESTED],
        settled=ngettext(
            "{count} was resolved by a reasoned editorial decision.",
            "{count} were resolved by a reasoned editorial decision.",
            kinds[SETTLED],
        ),
        discrepancies=len(cases),
    )


def count_disputes(record: Record) -> Counter[str]:
    """How many stances of each kind of dispute there are."""
    rows = [dispute for found in find_disputes(record).values() for dispute in found]
    kinds = {(row.event_id, row.toward, row.actor): row.kind for row in rows}
    return Counter(kinds.values())
