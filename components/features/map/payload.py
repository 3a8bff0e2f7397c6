"""The tables the browser needs to draw any moment of the record, as one JSON document a language.

A *moment* is a day the map can show: 31 December of each year (today for the last one), then the
first day of each event. Status by moment is a string with one character a moment, which keeps the
document small: two thousand cells of membership compress to a few hundred bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from components.core.alt_text.dated_shapes import caption_shape
from components.core.alt_text.payload import build_descriptions
from components.core.clock import read_today
from components.core.i18n import current_locale, locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.link_position import LATITUDES, LONGITUDES, ZOOMS
from components.core.link_rules import FIRST_YEAR
from components.core.palette.payload import build_palette
from components.core.view_state import DEFAULT_LAYERS, LAYERS
from components.features.map.positions_payload import build_positions
from components.features.map.readings_payload import Stances, build_readings
from components.server.assets import asset_group
from data.load import read_record
from data.localize import pick
from data.membership import changes_in, map_status_on, members_on
from data.modes import READINGS, select_reading
from data.record import Record
from data.request_description import find_finding
from data.resolve import Stance
from data.schema import Row
from data.stances import list_references, resolve_event
from data.timeline import day_of
from data.zones import name_shape, zone_status_on
from geodata.read import read_table, read_windows, read_zone_shapes

LABEL_SIDES = Path(__file__).parent / "label_placement.csv"
NO_ROW = "."
CONTESTED = "*"
WEAK = "?"
GROUP = "record"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@asset_group(GROUP, daily=True)
def build_documents() -> dict[str, bytes]:
    """The JSON documents of the record by file name; UTF-8."""
    return {
        **{f"atlas-{language}.json": write_atlas(language) for language in LANGUAGES},
        **build_descriptions(read_record(), FIRST_YEAR, read_today()),
    }


def write_atlas(language: str) -> bytes:
    """The document in one language, as UTF-8."""
    with locale_context(language):
        document = build_atlas(read_record(), read_today())
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def build_moments(record: Record, today: date) -> list[date]:
    """The days of the document: one a year, then one an event in the order of `events`."""
    years = [day_of(year, today) for year in range(FIRST_YEAR, today.year + 1)]
    return years + [row["date_start"] for row in record.rows("events")]


def build_atlas(record: Record, today: date) -> dict[str, Any]:
    """Everything the map draws, resolved: names, status by moment, events and stances.

    Names and labels are in the language spoken now.
    """
    moments = build_moments(record, today)
    membership = build_membership(record, moments)
    events = [describe_marker(record, row) for row in record.rows("events")]
    stances = build_stances(record)
    read = {name: build_stances(select_reading(record, name)) for name in READINGS}
    return {
        "first": FIRST_YEAR,
        "last": today.year,
        "today": today.isoformat(),
        "countries": build_names(record, "countries"),
        "organisations": build_names(record, "organisations"),
        "membership": membership,
        "changes": build_changes(record, today),
        "zones": build_zones(record, moments),
        "positions": build_positions(record),
        "events": events,
        "stances": stances,
        "readings": build_readings({"events": events, "membership": membership}, stances, read),
        "scale": [
            {
                "code": row["code"],
                "ordinal": row["ordinal"],
                "label": pick(row, "label", current_locale()),
                "definition": pick(row, "definition", current_locale()),
            }
            for row in record.rows("scale")
        ],
        "windows": list(read_windows().values()),
        "labelSides": {row["country"]: row["side"] for row in read_table(LABEL_SIDES)},
        "palette": build_palette(),
        "link": {
            "layers": LAYERS,
            "defaultLayers": DEFAULT_LAYERS,
            "latitudes": LATITUDES,
            "longitudes": LONGITUDES,
            "zooms": ZOOMS,
            "languages": LANGUAGES,
            "modes": list(READINGS),
        },
    }


def build_names(record: Record, table: str) -> dict[str, str]:
    """The names of a table's rows by their ids."""
    return {row["id"]: pick(row, "name", current_locale()) for row in record.rows(table)}


def build_membership(record: Record, moments: list[date]) -> dict[str, Any]:
    """Membership status by country and moment, and the members at each moment."""
    by_moment = [map_status_on(record, day) for day in moments]
    keys = sorted({status for statuses in by_moment for status in statuses.values()})
    index = {status: DIGITS[place] for place, status in enumerate(keys)}
    countries = sorted({country for statuses in by_moment for country in statuses})
    return {
        "keys": keys,
        "rows": {
            country: "".join(
                index[statuses[country]] if country in statuses else NO_ROW
                for statuses in by_moment
            )
            for country in countries
        },
        "members": [" ".join(sorted(members_on(record, day))) for day in moments],
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


def build_zones(record: Record, moments: list[date]) -> dict[str, dict[str, Any]]:
    """Each zone's name, precision, status rows, and which row holds at each moment.

    A row names its shape and the day that this shows, where a zone has several.
    """
    shapes = {row["zone_id"]: row for row in read_zone_shapes()}
    by_moment = [zone_status_on(record, day) for day in moments]
    zones = {}
    for zone in record.rows("zones"):
        rows = [row for row in record.rows("zone_status") if row["zone_id"] == zone["id"]]
        places = {row["id"]: DIGITS[place] for place, row in enumerate(rows)}
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
            "moments": "".join(
                places[statuses[zone["id"]]["id"]] if zone["id"] in statuses else NO_ROW
                for statuses in by_moment
            ),
        }
    return zones


def describe_shape(row: Row, shape: Mapping[str, str]) -> dict[str, str]:
    """The shape of a row that is not that of the zone, with the caption that dates it."""
    if not row["shape_id"]:
        return {}
    return {"shape": row["shape_id"], "caption": caption_shape(shape)}


def describe_marker(record: Record, event: Row) -> dict[str, Any]:
    """What the slider, the marker, the search and the headline say of an event."""
    return {
        "id": event["id"],
        "start": event["date_start"].isoformat(),
        "end": event["date_end"].isoformat() if event["date_end"] else None,
        "kind": event["kind"],
        "request": event["invocation"] != "none",
        "title": pick(event, "title", current_locale()),
        "place": pick(event, "place", current_locale()),
        "finding": find_finding(record, event["id"], current_locale()),
        "lat": event["lat"],
        "lon": event["lon"],
        "references": list_references(record, event["id"]),
        "parties": [
            row["actor"] for row in record.rows("parties") if row["event_id"] == event["id"]
        ],
    }


def build_stances(record: Record) -> Stances:
    """Stance by event, reference party and actor, as `encode_stance` writes it."""
    return {
        row["id"]: {
            toward: {
                actor: encode_stance(stance)
                for actor, stance in resolve_event(record, row["id"], toward).items()
            }
            for toward in list_references(record, row["id"])
        }
        for row in record.rows("events")
    }


def encode_stance(stance: Stance) -> str:
    """The code shown; a contested stance's first other reading after `*`; why it is weak after `?`.

    For example `NEU`, `NEU*LEAN`, `DIP?group`, `NEU*LEAN?opinion`.
    """
    others = [code for code in stance.readings if code != stance.code]
    text = stance.code + (CONTESTED + others[0] if stance.contested else "")
    return text + (WEAK + stance.weakness if stance.weakness else "")
