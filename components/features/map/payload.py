"""The tables the browser needs to draw any day of the record, as one JSON document a language.

What changes in time is a list of the days on which it changes (`state_payload.py`), so that any day
is one search away and the document is no larger for all of them than for one a year.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from components.core.alt_text.payload import build_descriptions
from components.core.alt_text.requests import format_requests
from components.core.build_cache import keep_built
from components.core.clock import read_today
from components.core.i18n import current_locale, locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.link_position import LATITUDES, LONGITUDES, ZOOMS
from components.core.link_rules import FIRST_YEAR
from components.core.palette.payload import build_palette
from components.core.view_state import DEFAULT_LAYERS, LAYERS
from components.features.map.insets_payload import build_insets, build_regions
from components.features.map.positions_payload import build_positions
from components.features.map.readings_payload import Stances, build_readings
from components.features.map.stance_text import encode_stance, group_stances
from components.features.map.state_payload import build_changes, build_membership, build_zones
from components.features.map.steps_payload import build_steps
from components.server.assets import asset_group
from data.load import read_record
from data.localize import pick
from data.modes import READINGS, select_reading
from data.record import Record
from data.request_description import find_finding
from data.schema import Row
from data.stances import list_claim_days, list_references, resolve_event
from geodata.read import read_table, read_windows

LABEL_SIDES = Path(__file__).parent / "label_placement.csv"
GROUP = "record"


@asset_group(GROUP, daily=True)
def build_documents() -> dict[str, bytes]:
    """The JSON documents of the record by file name; UTF-8."""
    texts = keep_built(GROUP, write_documents, read_today(), LANGUAGES)
    return {name: text.encode() for name, text in texts.items()}


def write_documents() -> dict[str, str]:
    """The JSON documents of the record by file name, which takes a second."""
    documents = {
        **{f"atlas-{language}.json": write_atlas(language) for language in LANGUAGES},
        **build_descriptions(read_record(), FIRST_YEAR, read_today()),
    }
    return {name: content.decode() for name, content in documents.items()}


def write_atlas(language: str) -> bytes:
    """The document in one language, as UTF-8."""
    with locale_context(language):
        document = build_atlas(read_record(), read_today())
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def build_atlas(record: Record, today: date) -> dict[str, Any]:
    """Everything the map draws, resolved: names, changes of status, events and stances.

    Names and labels are in the language spoken now.
    """
    events = [describe_marker(record, row) for row in record.rows("events")]
    stances = build_stances(record)
    chosen = {name: select_reading(record, name) for name in READINGS}
    read = {name: build_stances(of_reading) for name, of_reading in chosen.items()}
    return {
        "first": FIRST_YEAR,
        "last": today.year,
        "today": today.isoformat(),
        "finding": format_requests(record),
        "countries": build_names(record, "countries"),
        "organisations": build_names(record, "organisations"),
        "membership": build_membership(record),
        "changes": build_changes(record, today),
        "zones": build_zones(record),
        "positions": build_positions(record),
        "events": events,
        "codes": group_stances(stances),
        "readings": build_readings(record, stances, read),
        "steps": build_steps(record, chosen),
        "scale": [
            {
                "code": row["code"],
                "ordinal": row["ordinal"],
                "label": pick(row, "label", current_locale()),
                **({"vote": vote} if (vote := pick(row, "vote_label", current_locale())) else {}),
                "definition": pick(row, "definition", current_locale()),
            }
            for row in record.rows("scale")
        ],
        "windows": list(read_windows().values()),
        "insets": build_insets(),
        "regions": build_regions(record),
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


def describe_marker(record: Record, event: Row) -> dict[str, Any]:
    """What the slider, the marker, the search and the headline say of an event."""
    last = list_claim_days(record, event["id"])[-1]
    return {
        "id": event["id"],
        **({"known": last.isoformat()} if last > event["date_start"] else {}),
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
