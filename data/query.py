"""What a reader asks of the record: an event, a country, a zone. Answers are ready for JSON.

Unknown ids raise KeyError; ``lang`` chooses names, labels and texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.cite import (
    Plain,
    cite_row,
    describe_stance,
    name_actor,
    name_event,
    plain_date,
    plain_dates,
)
from data.event_details import list_death_counts, list_discrepancies, list_parties
from data.event_stances import list_event_stances
from data.localize import pick, pick_all
from data.modes import select_reading
from data.position_details import list_positions
from data.record import Record
from data.request_description import describe_request
from data.resolve import Lang
from data.schema import Row
from data.stances import count_codes, list_references, resolve_event
from data.step_details import describe_steps
from data.timeline import order_events


def describe_event(
    record: Record,
    event_id: str,
    toward: str,
    lang: Lang,
    reading: str | None = None,
    until: date | None = None,
) -> Plain:
    """All about an event, with everyone's stance toward ``toward``, a reference party of it.

    ``stances`` come in the order of the scale, then of names; with a ``reading`` (see
    `data.modes`) they rest on its claims alone, and all else is told as ever. With ``until`` they
    are those known by the end of that day, with the claims made later as ``later``. ``days`` are
    those on which stances changed, of the whole event. ValueError for another ``toward``, KeyError
    for another ``reading``.
    """
    row = record.row("events", event_id)
    chosen = select_reading(record, reading)
    stances = resolve_event(chosen, event_id, toward, until)
    sources = [r for r in record.rows("event_sources") if r["event_id"] == event_id]
    return {
        **name_event(record, event_id, lang),
        **_pick(row, ("kind", "lat", "lon", "precision_km", "invocation", "response")),
        "confidence": row["confidence"],
        **pick_all(row, ("asked", "answer", "summary", "place"), lang),
        "request": describe_request(record, event_id, lang),
        "deaths": {"low": row["deaths_low"], "high": row["deaths_high"]},
        "death_counts": list_death_counts(record, event_id, lang),
        "zone": _name_zone(record, row["zone_id"], lang) if row["zone_id"] else None,
        "toward": name_actor(record, toward, lang),
        "references": [name_actor(record, a, lang) for a in list_references(record, event_id)],
        "parties": list_parties(record, event_id, lang),
        "sources": [cite_row(record, r) for r in sources],
        "counts": count_codes(record, stances.values()),
        "stances": list_event_stances(chosen, event_id, toward, stances, lang, until),
        "days": describe_steps(chosen, event_id, toward, lang),
        "discrepancies": list_discrepancies(record, event_id, lang),
    }


def describe_country(record: Record, country: str, lang: Lang) -> Plain:
    """A country's memberships with their nuances, its stances and those toward it, in time.

    Only stances that rest on a claim or an adjudication are listed.
    """
    taken, toward_it = _list_stances(record, country, lang)
    return {
        "id": country,
        "name": pick(record.row("countries", country), "name", lang),
        "memberships": _list_memberships(record, country, lang),
        "nuances": _list_nuances(record, country, lang),
        "stances": taken,
        "toward": toward_it,
        "party_to": _list_parts(record, country, lang),
        "threats": _list_threats(record, country, lang),
        "votes": _list_votes(record, country, lang),
    }


def describe_zone(record: Record, zone_id: str, lang: Lang) -> Plain:
    """A zone's history, whose territory it is, and the events that concern it."""
    row = record.row("zones", zone_id)
    return {
        **_name_zone(record, zone_id, lang),
        "kind": row["kind"],
        "de_jure": name_actor(record, row["de_jure"], lang),
        "country_b": name_actor(record, row["country_b"], lang) if row["country_b"] else None,
        "note": pick(row, "note", lang),
        "statuses": [
            {
                **_pick(r, ("id", "status", "confidence")),
                **pick_all(r, ("label", "controller", "ended_because"), lang),
                **plain_dates(r),
                "source": cite_row(record, r),
            }
            for r in _sort_by(record.rows("zone_status"), "date_start")
            if r["zone_id"] == zone_id
        ],
        "positions": list_positions(record, zone_id, lang),
        "events": [
            name_event(record, event["id"], lang)
            for event in order_events(record)
            if event["zone_id"] == zone_id
        ],
    }


def _list_stances(record: Record, country: str, lang: Lang) -> tuple[list[Plain], list[Plain]]:
    """Stances that a country took, and those that others took toward it."""
    taken: list[Plain] = []
    toward_it: list[Plain] = []
    for event in order_events(record):
        for reference in list_references(record, event["id"]):
            layer = {
                "event": name_event(record, event["id"], lang),
                "toward": name_actor(record, reference, lang),
            }
            for actor, stance in resolve_event(record, event["id"], reference).items():
                # Silent defaults (not a member, no data, party) would bury what was said.
                if country not in (actor, reference) or not (stance.claims or stance.adjudicated):
                    continue
                described = describe_stance(record, stance, lang, event["id"])
                entry = {**layer, "actor": name_actor(record, actor, lang), **described}
                (taken if actor == country else toward_it).append(entry)
    return taken, toward_it


def _list_memberships(record: Record, country: str, lang: Lang) -> list[Plain]:
    return [
        {
            **_pick(row, ("bloc", "status", "confidence")),
            **pick_all(row, ("basis", "disagreement"), lang),
            **plain_dates(row),
            "source": cite_row(record, row),
        }
        for row in _sort_by(record.rows("memberships"), "date_start")
        if row["country"] == country
    ]


def _list_nuances(record: Record, country: str, lang: Lang) -> list[Plain]:
    return [
        {
            **_pick(row, ("bloc", "nuance", "confidence")),
            "text": pick(row, "text", lang),
            **plain_dates(row),
            "source": cite_row(record, row),
        }
        for row in _sort_by(record.rows("membership_notes"), "date_start")
        if row["country"] == country
    ]


def _list_parts(record: Record, country: str, lang: Lang) -> list[Plain]:
    parts = {row["event_id"] for row in record.rows("parties") if row["actor"] == country}
    events = order_events(record)
    return [name_event(record, event["id"], lang) for event in events if event["id"] in parts]


def _list_threats(record: Record, holder: str, lang: Lang) -> list[Plain]:
    return [
        {
            **_pick(row, ("id", "certainty")),
            **pick_all(row, ("summary", "threat"), lang),
            "date": plain_date(row["date"]),
            "source": cite_row(record, row),
        }
        for row in _sort_by(record.rows("threats"), "date")
        if row["holder"] == holder
    ]


def _list_votes(record: Record, country: str, lang: Lang) -> list[Plain]:
    return [
        {
            **_pick(row, ("resolution", "vote", "confidence")),
            "title": pick(row, "title", lang),
            "date": plain_date(row["date"]),
            "source": cite_row(record, row),
        }
        for row in _sort_by(record.rows("votes"), "date")
        if row["country"] == country
    ]


def _name_zone(record: Record, zone_id: str, lang: Lang) -> Plain:
    return {"id": zone_id, "name": pick(record.row("zones", zone_id), "name", lang)}


def _pick(row: Row, columns: Iterable[str]) -> Plain:
    return {column: row[column] for column in columns}


def _sort_by(rows: Iterable[Row], column: str) -> list[Row]:
    return sorted(rows, key=lambda row: row[column])
