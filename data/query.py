"""What a reader asks of the record: an event, a country, a zone. Answers are ready for JSON.

Unknown ids raise KeyError; ``lang`` chooses names and labels, summaries are in English.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.cite import (
    Plain,
    cite,
    cite_row,
    describe_stance,
    name_actor,
    name_event,
    plain_date,
    plain_dates,
)
from data.membership import members_on
from data.record import Record
from data.resolve import Lang
from data.schema import Row
from data.stances import count_codes, list_references, read_ordinals, resolve_event
from data.timeline import order_events


def describe_event(record: Record, event_id: str, toward: str, lang: Lang) -> Plain:
    """All about an event, with everyone's stance toward ``toward``, a reference party of it.

    ``stances`` come in the order of the scale, then of names. ValueError for another ``toward``.
    """
    row = record.row("events", event_id)
    stances = resolve_event(record, event_id, toward)
    ordinals = read_ordinals(record)
    roster = members_on(record, row["date_start"])
    adjudicated = {
        r["actor"]: r["source_id"]
        for r in record.rows("adjudications")
        if r["event_id"] == event_id and r["toward"] == toward
    }
    described = [
        {
            "actor": name_actor(record, actor, lang),
            "member": actor in roster,
            **describe_stance(record, stance, ordinals, lang),
            "reason_source": cite(record, adjudicated.get(actor, "")),
        }
        for actor, stance in stances.items()
    ]
    order = {code: at for at, code in enumerate(ordinals)}
    plain = ("kind", "lat", "lon", "precision_km", "invocation", "response", "asked", "answer")
    return {
        **name_event(record, event_id, lang),
        **{column: row[column] for column in (*plain, "summary", "confidence")},
        "place": row["place_ru" if lang == "ru" else "place"],
        "deaths": {"low": row["deaths_low"], "high": row["deaths_high"]},
        "zone": _name_zone(record, row["zone_id"], lang) if row["zone_id"] else None,
        "toward": name_actor(record, toward, lang),
        "references": [name_actor(record, a, lang) for a in list_references(record, event_id)],
        "parties": [
            {
                **name_actor(record, r["actor"], lang),
                "role": r["role"],
                "source": cite_row(record, r),
            }
            for r in record.rows("parties")
            if r["event_id"] == event_id
        ],
        "sources": [
            cite_row(record, r) for r in record.rows("event_sources") if r["event_id"] == event_id
        ],
        "counts": count_codes(record, stances.values()),
        "stances": sorted(described, key=lambda s: (order[s["code"]], s["actor"]["name"])),
        "discrepancies": [
            _describe_discrepancy(record, r)
            for r in record.rows("discrepancies")
            if r["event_id"] == event_id
        ],
    }


def describe_country(record: Record, country: str, lang: Lang) -> Plain:
    """A country's memberships, the stances it took and those taken toward it, in time."""
    record.row("countries", country)
    taken: list[Plain] = []
    toward_it: list[Plain] = []
    ordinals = read_ordinals(record)
    for event in order_events(record):
        for reference in list_references(record, event["id"]):
            layer = {
                "event": name_event(record, event["id"], lang),
                "toward": name_actor(record, reference, lang),
            }
            for actor, stance in resolve_event(record, event["id"], reference).items():
                # Silent defaults (not a member, no data, party) would bury what was said.
                if not stance.claims and not stance.adjudicated:
                    continue
                described = describe_stance(record, stance, ordinals, lang)
                entry = {**layer, "actor": name_actor(record, actor, lang), **described}
                if actor == country:
                    taken.append(entry)
                elif reference == country:
                    toward_it.append(entry)
    return {
        **name_actor(record, country, lang),
        "memberships": [
            {
                **{c: row[c] for c in ("bloc", "status", "basis", "confidence", "disagreement")},
                **plain_dates(row),
                "source": cite_row(record, row),
            }
            for row in _sort_by_start(record.rows("memberships"))
            if row["country"] == country
        ],
        "stances": taken,
        "toward": toward_it,
        "party_to": [
            name_event(record, event["id"], lang)
            for event in order_events(record)
            if any(
                r["event_id"] == event["id"] and r["actor"] == country
                for r in record.rows("parties")
            )
        ],
        "threats": [
            _describe_threat(record, row, lang)
            for row in sorted(record.rows("threats"), key=lambda row: row["date"])
            if row["holder"] == country
        ],
        "votes": [
            {
                **{c: row[c] for c in ("resolution", "title", "vote", "confidence")},
                "date": plain_date(row["date"]),
                "source": cite_row(record, row),
            }
            for row in sorted(record.rows("votes"), key=lambda row: row["date"])
            if row["country"] == country
        ],
    }


def describe_zone(record: Record, zone_id: str, lang: Lang) -> Plain:
    """A zone's history, whose territory it is, and the events that concern it."""
    row = record.row("zones", zone_id)
    return {
        **_name_zone(record, zone_id, lang),
        "kind": row["kind"],
        "de_jure": name_actor(record, row["de_jure"], lang),
        "country_b": name_actor(record, row["country_b"], lang) if row["country_b"] else None,
        "note": row["note"],
        "statuses": [
            {
                **{c: r[c] for c in ("id", "status", "controller", "ended_because", "confidence")},
                "label": r[f"label_{lang}"],
                **plain_dates(r),
                "source": cite_row(record, r),
            }
            for r in _sort_by_start(record.rows("zone_status"))
            if r["zone_id"] == zone_id
        ],
        "events": [
            name_event(record, event["id"], lang)
            for event in order_events(record)
            if event["zone_id"] == zone_id
        ],
    }


def _name_zone(record: Record, zone_id: str, lang: Lang) -> Plain:
    return {"id": zone_id, "name": record.row("zones", zone_id)[f"name_{lang}"]}


def _sort_by_start(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row["date_start"])


def _describe_threat(record: Record, row: Row, lang: Lang) -> Plain:
    return {
        "id": row["id"],
        "date": plain_date(row["date"]),
        "threat": row[f"threat_{lang}"],
        "certainty": row["certainty"],
        "summary": row["summary"],
        "source": cite_row(record, row),
    }


def _describe_discrepancy(record: Record, row: Row) -> Plain:
    sides = [
        {
            "statement": row[f"statement_{s}"],
            "source": cite(record, row[f"source_{s}"], row[f"locator_{s}"]),
        }
        for s in ("a", "b")
    ]
    return {"id": row["id"], "topic": row["topic"], "sides": sides, "handling": row["handling"]}
