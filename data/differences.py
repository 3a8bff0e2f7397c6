"""What differs between two moments of the record: members, zones, stances. Plain and JSON-able."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.cite import label_codes, name_actor, name_event
from data.localize import pick
from data.membership import map_status_on, members_on
from data.modes import select_reading
from data.record import Record
from data.resolve import Lang, Stance
from data.stances import read_ordinals, resolve_event
from data.zones import zone_status_on


@dataclass(frozen=True)
class Moment:
    """A day, or an event with the party toward which stances are read, by which kind of answer.

    With ``until``, the event as known by the end of that day.
    """

    day: date
    event: str | None = None
    toward: str | None = None
    mode: str | None = None
    until: date | None = None


def find_differences(record: Record, first: Moment, second: Moment, lang: Lang) -> dict[str, Any]:
    """Members, drawn status, zones and, between two events, stances that are not the same."""
    return {
        "members": _differ_members(record, first, second, lang),
        "statuses": _differ_statuses(record, first, second, lang),
        "zones": _differ_zones(record, first, second, lang),
        "stances": _differ_stances(record, first, second, lang),
        "heads": [_name_moment(record, moment, lang) for moment in (first, second)],
    }


def _name_moment(record: Record, moment: Moment, lang: Lang) -> dict[str, Any]:
    event = name_event(record, moment.event, lang) if moment.event else None
    toward = name_actor(record, moment.toward, lang) if moment.toward else None
    return {"day": moment.day.isoformat(), "event": event, "toward": toward, "mode": moment.mode}


def _differ_members(
    record: Record, first: Moment, second: Moment, lang: Lang
) -> dict[str, list[str]]:
    one, two = members_on(record, first.day), members_on(record, second.day)
    return {
        "only_first": [name_actor(record, actor, lang)["name"] for actor in sorted(one - two)],
        "only_second": [name_actor(record, actor, lang)["name"] for actor in sorted(two - one)],
        "counts": [str(len(one)), str(len(two))],
    }


def _differ_statuses(
    record: Record, first: Moment, second: Moment, lang: Lang
) -> list[dict[str, Any]]:
    one, two = map_status_on(record, first.day), map_status_on(record, second.day)
    return [
        {
            **name_actor(record, actor, lang),
            "first": one.get(actor, "none"),
            "second": two.get(actor, "none"),
        }
        for actor in sorted(one.keys() | two.keys())
        if one.get(actor) != two.get(actor)
    ]


def _differ_zones(
    record: Record, first: Moment, second: Moment, lang: Lang
) -> list[dict[str, Any]]:
    one, two = zone_status_on(record, first.day), zone_status_on(record, second.day)
    return [
        {
            "id": row["id"],
            "name": pick(row, "name", lang),
            "first": pick(one[row["id"]], "label", lang) if row["id"] in one else "",
            "second": pick(two[row["id"]], "label", lang) if row["id"] in two else "",
        }
        for row in record.rows("zones")
        if one.get(row["id"]) != two.get(row["id"])
    ]


def _differ_stances(
    record: Record, first: Moment, second: Moment, lang: Lang
) -> list[dict[str, Any]]:
    if not (first.event and first.toward and second.event and second.toward):
        return []
    before, after = (label_codes(record, lang, each.event) for each in (first, second))
    one = resolve_event(select_reading(record, first.mode), first.event, first.toward, first.until)
    two = resolve_event(
        select_reading(record, second.mode), second.event, second.toward, second.until
    )
    states = {row["id"] for row in record.rows("countries")}
    rows = [
        {
            **name_actor(record, actor, lang),
            "first": a,
            "second": b,
            "state": actor in states,
            "shift": find_shift(a, b, read_ordinals(record)),
        }
        for actor in one.keys() | two.keys()
        if (a := _plain_stance(one.get(actor), before))
        != (b := _plain_stance(two.get(actor), after))
    ]
    return sorted(rows, key=lambda row: row["name"])


def _plain_stance(stance: Stance | None, labels: Mapping[str, str]) -> dict[str, Any] | None:
    """A stance without its claims; `other` is the second reading of a contested one."""
    if stance is None:
        return None
    others = [code for code in stance.readings if code != stance.code]
    return {
        "code": stance.code,
        "label": labels[stance.code],
        "contested": stance.contested,
        "weakness": stance.weakness,
        "other": others[0] if stance.contested and others else None,
    }


def find_shift(
    first: Mapping[str, Any] | None,
    second: Mapping[str, Any] | None,
    ordinals: Mapping[str, int | None],
) -> int | None:
    """Steps of the scale from the first stance to the second; None where one is not on it."""
    if first is None or second is None:
        return None
    start, end = ordinals[first["code"]], ordinals[second["code"]]
    return None if start is None or end is None else end - start
