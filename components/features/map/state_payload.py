"""What changes in time, as the browser gets it: the days on which it changes, and into what.

Changes are by ISO day, in order, what holds from that day on; before the first of them nothing
holds. `core/timeline.ts` searches them for a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from components.core.alt_text.dated_shapes import caption_shape, name_omitted
from components.core.i18n import current_locale
from components.core.link_rules import FIRST_YEAR
from data.localize import pick
from data.membership import changes_in, map_status_on, members_on
from data.record import Record
from data.schema import Row
from data.zones import name_shape, zone_status_on
from geodata.read import read_zone_shapes

Changes = dict[str, Any]


def list_change_days(rows: Iterable[Row]) -> list[date]:
    """The days on which dated rows begin, or no longer hold, in order."""
    days = set()
    for row in rows:
        days.add(row["date_start"])
        if row["date_end"]:
            days.add(row["date_end"] + timedelta(days=1))
    return sorted(days)


def list_changes(values: Iterable[tuple[date, Any]], nothing: Any) -> Changes:
    """Those of some days and what holds on each that differ from before; `nothing` at first."""
    changes: Changes = {}
    last = nothing
    for day, now in values:
        if now != last:
            changes[day.isoformat()] = now
            last = now
    return changes


def build_membership(record: Record) -> dict[str, Any]:
    """Changes of each country's status, by its place in `keys` (None: none), and of the roster."""
    days = list_change_days(record.rows("memberships"))
    drawn = {day: map_status_on(record, day) for day in days}
    keys = sorted({status for statuses in drawn.values() for status in statuses.values()})
    places = {status: place for place, status in enumerate(keys)}
    countries = sorted({country for statuses in drawn.values() for country in statuses})
    return {
        "keys": keys,
        "rows": {
            country: list_changes(
                ((day, places.get(drawn[day].get(country, ""))) for day in days), None
            )
            for country in countries
        },
        "members": list_changes(
            ((day, " ".join(sorted(members_on(record, day)))) for day in days), ""
        ),
    }


def build_changes(record: Record, today: date) -> dict[str, list[dict[str, str | None]]]:
    """What changed in membership within each year that has a change."""
    by_year = {year: changes_in(record, year) for year in range(FIRST_YEAR, today.year + 1)}
    return {
        str(year): [
            {
                "date": change.day.isoformat(),
                "country": change.country,
                "bloc": change.bloc,
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ]
        for year, changes in by_year.items()
        if changes
    }


def build_zones(record: Record) -> dict[str, dict[str, Any]]:
    """Each zone's name, precision, status rows, and the changes of which row holds (None: none).

    A row names its shape and the day that this shows, where a zone has several.
    """
    shapes = {row["zone_id"]: row for row in read_zone_shapes()}
    days = list_change_days(record.rows("zone_status"))
    held = {day: zone_status_on(record, day) for day in days}
    zones = {}
    for zone in record.rows("zones"):
        rows = [row for row in record.rows("zone_status") if row["zone_id"] == zone["id"]]
        places = {row["id"]: place for place, row in enumerate(rows)}
        zones[zone["id"]] = {
            "name": pick(zone, "name", current_locale()),
            "kind": zone["kind"],
            "precision": shapes[name_shape(rows[-1])]["precision"],
            "rows": [
                {
                    "status": row["status"],
                    "label": pick(row, "label", current_locale()),
                    "controller": pick(row, "controller", current_locale()),
                    **describe_shape(row, shapes[name_shape(row)]),
                }
                for row in rows
            ],
            "changes": list_changes(
                (
                    (day, places[held[day][zone["id"]]["id"]] if zone["id"] in held[day] else None)
                    for day in list_change_days(rows)
                ),
                None,
            ),
        }
    return zones


def describe_shape(row: Row, shape: Mapping[str, str]) -> dict[str, str]:
    """The shape of a row that is not that of the zone; caption that dates it; what it omits."""
    if not row["shape_id"]:
        return {}
    found = {"caption": caption_shape(shape), "omitted": name_omitted(row)}
    return {"shape": row["shape_id"], **{key: text for key, text in found.items() if text}}
