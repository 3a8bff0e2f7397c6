"""The panel of a day: who belonged, what changed, which events went on, and the zones."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.core.palette import THEMES, read_zone_styles
from components.features.map_panel.year_events import VIOLENT
from data.cite import name_actor, name_event, plain_date
from data.localize import pick, pick_all
from data.membership import Change, changes_in, members_on
from data.record import Record
from data.request_description import find_request
from data.resolve import Lang
from data.schema import Row
from data.timeline import events_on, list_turning_days, order_events
from data.zones import zone_status_on

FIGHTING, SETTLED = "fighting", "settled"
DISTRICT = "district"
REQUEST, CONFLICT, OTHER = "request", "conflict", "other"
"""The groups of events in the panel, in its order."""


def describe_day(record: Record, day: date, language: Lang) -> dict[str, Any]:
    """What the panel says of a date that the reader chose."""
    return {
        "panel": "day",
        "day": day.isoformat(),
        "members": name_members(record, day, language),
        "changes": [
            name_change(record, each, language)
            for each in changes_in(record, day.year)
            if each.day == day
        ],
        "events": [_name_event(record, event, language) for event in events_on(record, day)],
        "zones": [_name_zone(record, row, language) for row in _list_zones(record, day)],
    }


def describe_days(record: Record, first: date, language: Lang) -> dict[str, Any]:
    """What `describe_day` says of every day from `first` on, for a page without a server.

    `states` are the ids of members and of rows of `zone_status` by the first day, ISO, on which
    they hold, in order; `members`, `zones` and `events` say what an id stands for.
    """
    starts = list_turning_days(record, ("memberships", "zone_status")) | {first}
    years = range(first.year, max(starts).year + 1)
    return {
        "states": {
            day.isoformat(): {
                "members": sorted(members_on(record, day)),
                "zones": [row["id"] for row in _list_zones(record, day)],
            }
            for day in sorted(starts)
            if day >= first
        },
        "names": {row["id"]: pick(row, "name", language) for row in record.rows("countries")},
        "zones": {
            row["id"]: _name_zone(record, row, language) for row in record.rows("zone_status")
        },
        "changes": [
            name_change(record, each, language)
            for year in years
            for each in changes_in(record, year)
        ],
        "events": [_name_event(record, row["id"], language) for row in order_events(record)],
    }


def name_members(record: Record, day: date, language: Lang) -> list[dict[str, str]]:
    """The members on a day, by id and name."""
    return [name_actor(record, country, language) for country in sorted(members_on(record, day))]


def name_change(record: Record, change: Change, language: Lang) -> dict[str, Any]:
    """A change of membership, as the panel says it."""
    return {
        "day": plain_date(change.day),
        "country": name_actor(record, change.country, language),
        "bloc": change.bloc,
        "before": change.before,
        "after": change.after,
        "basis": pick(vars(change), "basis", language),
    }


def _list_zones(record: Record, day: date) -> list[Row]:
    """Rows of zones in dispute on a day, fighting first; districts are in others."""
    order = list(read_zone_styles(THEMES[0]))
    then = zone_status_on(record, day)
    rows = [
        then[zone["id"]]
        for zone in record.rows("zones")
        if zone["id"] in then and zone["kind"] != DISTRICT
    ]
    shown = [row for row in rows if row["status"] != SETTLED]
    return sorted(shown, key=lambda row: (row["status"] != FIGHTING, order.index(row["status"])))


def _name_zone(record: Record, row: Row, language: Lang) -> dict[str, Any]:
    name = pick(record.row("zones", row["zone_id"]), "name", language)
    said = pick_all(row, ("label", "controller"), language)
    return {"id": row["zone_id"], "name": name, "status": row["status"], **said}


def _name_event(record: Record, event: str, language: Lang) -> dict[str, Any]:
    kind = record.row("events", event)["kind"]
    group = REQUEST if find_request(record, event) else CONFLICT if kind in VIOLENT else OTHER
    return {**name_event(record, event, language), "kind": kind, "group": group}
