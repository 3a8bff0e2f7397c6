"""The timeline, its filters and its table: what they show, as plain data, and their mounting."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

from components.core.clock import CACHED_DAYS, read_today
from components.core.i18n import gettext as _
from components.core.i18n import ngettext, pgettext, record_locale
from components.core.link_rules import read_rules
from components.core.session_state import read_parameters, restore_page_params
from components.core.view_state import View, read_link
from components.features.events.query_params import (
    FILTERS,
    PARAMETERS,
    FilterRules,
    ReadFilter,
    apply_filter,
    apply_selection,
    build_filter_rules,
    list_cleared,
    read_claim,
    read_filter,
    write_filter,
)
from components.features.events.response_styles import describe_responses
from components.features.events.word_search import describe_search, keep_found, use_found
from components.server.custom_component import mount_module
from data.cite import plain_dates
from data.event_filter import (
    ANSWERS,
    EventFilter,
    count_choices,
    count_responses,
    filter_events,
    find_widenings,
    list_active,
)
from data.load import read_record
from data.localize import pick, pick_all
from data.record import Record
from data.request_description import find_finding
from data.schema import Row
from data.stances import list_references


@lru_cache(maxsize=CACHED_DAYS * 2)
def _read_filter_rules(_today: date, _language: str) -> FilterRules:
    return build_filter_rules(read_record(), read_rules())


def show_timeline(view: View) -> EventFilter:
    """Show filters, timeline and table; returns the filter in use."""
    rules = _read_filter_rules(read_today(), record_locale())
    restore_page_params(FILTERS)
    parameters = read_parameters()
    read = read_filter(parameters, rules)
    read = replace(read, wanted=use_found(replace(read.wanted, mode=view.mode or "")))
    _claim, unknown = read_claim(parameters, read_record(), view.event)
    notices = read_link(parameters, read_rules()).notices + read.notices + unknown
    data = {
        **describe_timeline(read_record(), read, rules, view),
        "search": describe_search(read.wanted),
        "notices": notices,
        "colours": describe_responses(),
        "params": {
            k: v for k, v in parameters.items() if k not in (*PARAMETERS, "event", "toward")
        },
    }
    mount_module(
        "atlas_timeline",
        "events/timeline.js",
        "event-timeline",
        data,
        css="events/events.css",
        triggers={
            "filter": partial(_apply_choice, rules=rules),
            "found": keep_found,
            "choice": apply_selection,
        },
    )
    return read.wanted


def _apply_choice(value: Any, rules: FilterRules) -> None:
    """Take the filters that the browser sent, with what it found for their words."""
    keep_found(value)
    apply_filter(value, rules)


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
        return _("No event matches these filters")
    if len(rows) == 1 and not asked:
        return _("One event, no request for help")
    if not asked:
        return ngettext(
            "{count} event, no request for help",
            "{count} events, no requests for help",
            len(rows),
        )
    if asked == 1:
        once = {
            "met": _("1 request for help: granted"),
            "partly": _("1 request for help: granted in part"),
            "unmet": _("1 request for help: not granted"),
        }
        return next(once[answer] for answer in ANSWERS if counts[answer])
    said = {
        "met": ngettext("{count} granted", "{count} granted", counts["met"]),
        "partly": ngettext("{count} partly", "{count} partly", counts["partly"]),
        "unmet": ngettext("{count} not granted", "{count} not granted", counts["unmet"]),
    }
    return ngettext(
        "{count} request for help: {answers}",
        "{count} requests for help: {answers}",
        asked,
        answers=", ".join(said[answer] for answer in ANSWERS if counts[answer]),
    )


def describe_mark(record: Record, row: Row) -> dict[str, Any]:
    """What the timeline and its table say of an event."""
    names = _read_names(record, record_locale())
    return {
        **{column: row[column] for column in ("id", "kind", "invocation", "response")},
        **pick_all(row, ("title", "place"), record_locale()),
        **plain_dates(row),
        "toward": [names[actor] for actor in list_references(record, row["id"])],
        "claims": _count_claims(record)[row["id"]],
        "finding": find_finding(record, row["id"], record_locale()),
    }


def describe_offers(
    record: Record, wanted: EventFilter, rules: FilterRules
) -> dict[str, list[dict[str, Any]]]:
    """Each value a filter can take, with how many events it would give beside the others."""
    counts = count_choices(record, wanted)
    names = _read_names(record, record_locale())
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
        "active": [name_filter(name) for name in active],
        "widenings": [
            {"name": name_filter(each.name), "count": each.count, "filter": cleared[each.name]}
            for each in find_widenings(record, wanted)
        ],
    }


def name_filter(name: str) -> str:
    """What a filter is called within a sentence."""
    names = {
        "member": pgettext("filter", "country"),
        "kind": pgettext("filter", "kind"),
        "zone": pgettext("filter", "zone"),
        "response": pgettext("filter", "outcome"),
        "period": pgettext("filter", "years"),
        "text": pgettext("filter", "keyword"),
        "mode": pgettext("filter", "kind of answer"),
    }
    return names[name]


@lru_cache(maxsize=4)
def _read_names(record: Record, language: str) -> dict[str, str]:
    """Names of countries, organisations and zones, by id."""
    tables = ("countries", "organisations", "zones")
    return {
        row["id"]: pick(row, "name", language) for table in tables for row in record.rows(table)
    }


@lru_cache(maxsize=4)
def _count_claims(record: Record) -> Counter[str]:
    return Counter(row["event_id"] for row in record.rows("claims"))
