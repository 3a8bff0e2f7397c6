"""The timeline, its filters and its table: what they show, as plain data, and their mounting."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache, partial
from typing import Any

from components.events.address import (
    PARAMETERS,
    FilterRules,
    ReadFilter,
    build_filter_rules,
    list_cleared,
    read_filter,
    take_choice,
    take_filter,
    write_filter,
)
from components.events.responses import describe_responses
from components.mount import mount_module
from components.session import read_parameters, read_rules, read_today
from components.view import View, read_link
from data.cite import plain_dates
from data.event_filter import (
    EventFilter,
    count_choices,
    count_responses,
    filter_events,
    find_widenings,
    list_active,
)
from data.read import read_record
from data.record import Record
from data.schema import Row
from data.stances import list_references

NAMES = {
    "member": "member",
    "kind": "kind",
    "zone": "zone",
    "response": "answer",
    "period": "years",
    "text": "words",
}
ANSWERS = {"met": "met", "partly": "met in part", "unmet": "not met"}


@lru_cache(maxsize=1)
def _read_filter_rules(_today: date) -> FilterRules:
    return build_filter_rules(read_record(), read_rules())


def show_timeline(view: View) -> EventFilter:
    """Show filters, timeline and table; returns the filter in use."""
    rules = _read_filter_rules(read_today())
    parameters = read_parameters()
    read = read_filter(parameters, rules)
    notices = read_link(parameters, read_rules()).notices + read.notices
    data = {
        **describe_timeline(read_record(), read, rules, view),
        "notices": notices,
        "colours": describe_responses(),
        "kept": {k: v for k, v in parameters.items() if k not in (*PARAMETERS, "event", "toward")},
    }
    mount_module(
        "atlas_timeline",
        "events/timeline.js",
        "event-timeline",
        data,
        css="events/events.css",
        triggers={"filter": partial(take_filter, rules=rules), "choice": take_choice},
    )
    return read.wanted


def describe_timeline(
    record: Record, read: ReadFilter, rules: FilterRules, view: View
) -> dict[str, Any]:
    """The events that pass, what they amount to, what each filter offers, and how to find more."""
    wanted = read.wanted
    rows = filter_events(record, wanted)
    return {
        "chosen": view.event,
        "year": None if view.event or view.year == rules.years.last_year else view.year,
        "span": [wanted.first or rules.years.first_year, wanted.last or rules.years.last_year],
        "years": [rules.years.first_year, rules.years.last_year],
        "total": len(record.rows("events")),
        "finding": state_finding(rows),
        "filter": write_filter(wanted),
        "offers": describe_offers(record, wanted, rules),
        "events": [describe_mark(record, row) for row in rows],
        "empty": None if rows else explain_empty(record, wanted),
    }


def state_finding(rows: list[Row]) -> str:
    """What the events shown amount to, as a title."""
    counts = count_responses(rows)
    asked = sum(counts[response] for response in ANSWERS)
    if not rows:
        return "No event passes these filters"
    if len(rows) == 1 and not asked:
        return "One event, and nothing was asked"
    if not asked:
        return f"{len(rows)} events, and at none of them was anything asked"
    said = [f"{counts[key]} {words}" for key, words in ANSWERS.items() if counts[key]]
    times = "once" if asked == 1 else f"{asked} times"
    if asked == 1:
        said = [words for key, words in ANSWERS.items() if counts[key]]
    return f"Help was asked {times}: {', '.join(said)}"


def describe_mark(record: Record, row: Row) -> dict[str, Any]:
    """What the timeline and its table say of an event."""
    columns = ("id", "kind", "place", "invocation", "response")
    return {
        **{column: row[column] for column in columns},
        **plain_dates(row),
        "title": row["title_en"],
        "toward": [_read_names(record)[actor] for actor in list_references(record, row["id"])],
        "claims": _count_claims(record)[row["id"]],
    }


def describe_offers(
    record: Record, wanted: EventFilter, rules: FilterRules
) -> dict[str, list[dict[str, Any]]]:
    """Each value a filter can take, with how many events it would give beside the others."""
    counts = count_choices(record, wanted)
    names = _read_names(record)
    return {
        name: [
            {"id": value, "name": names.get(value, value), "count": counts[name].get(value, 0)}
            for value in values
        ]
        for name, values in rules.values.items()
    }


def explain_empty(record: Record, wanted: EventFilter) -> dict[str, Any]:
    """Which filters are in use, and which of them alone keeps how many events out."""
    active = list_active(wanted)
    cleared = list_cleared(wanted, active)
    return {
        "active": [NAMES[name] for name in active],
        "widenings": [
            {"name": NAMES[each.name], "count": each.count, "filter": cleared[each.name]}
            for each in find_widenings(record, wanted)
        ],
    }


@lru_cache(maxsize=4)
def _read_names(record: Record) -> dict[str, str]:
    """English names of countries, organisations and zones, by id."""
    tables = ("countries", "organisations", "zones")
    return {row["id"]: row["name_en"] for table in tables for row in record.rows(table)}


@lru_cache(maxsize=4)
def _count_claims(record: Record) -> Counter[str]:
    return Counter(row["event_id"] for row in record.rows("claims"))
