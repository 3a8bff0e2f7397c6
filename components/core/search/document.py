"""The document the search of the browser is built from: what can be found, in one language.

It holds texts, not an index: `components/frontend/src/search/engine.ts` builds that when it is
first needed, which is smaller to send. Rows are lists, in the order that `search/content.ts` names.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from components.core.i18n import current_locale, locale_context, pick_section
from components.core.i18n.locale import LANGUAGES
from data.claim_id import number_claim
from data.languages import TRANSLATIONS
from data.localize import pick
from data.membership import alliance_states
from data.modes import READINGS
from data.record import Record
from data.request_description import find_finding
from data.schema import Row
from data.timeline import order_events
from geodata.read import SHAPES

HELP = Path(__file__).parent / "help.toml"
# Of an event and of a request, besides its names.
TOLD = ("summary", "asked", "answer")


def build_search_documents(record: Record) -> dict[str, bytes]:
    """`search-<language>.json` by name; UTF-8."""
    return {f"search-{language}.json": write_search(record, language) for language in LANGUAGES}


def write_search(record: Record, language: str) -> bytes:
    """The document in one language, as UTF-8."""
    with locale_context(language):
        document = describe_findable(record)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def describe_findable(record: Record) -> dict[str, Any]:
    """Everything that can be found, in the language spoken now."""
    events = order_events(record)
    return {
        "language": current_locale(),
        **describe_subjects(record, events),
        "requests": list(_list_requests(record, events)),
        **_list_claims(record, events),
        "sources": [
            [row[column] for column in ("id", "author", "title", "publisher", "date")]
            for row in record.rows("sources")
        ],
        "help": list_help(),
    }


def list_help() -> list[list[str]]:
    """Of each entry of help the address, from the app's root, the title and the text."""
    help_texts = _read_help()
    said = pick_section(help_texts)
    return [
        [link, said[name]["title"], said[name]["text"]]
        for name, link in help_texts["links"].items()
    ]


@cache
def _read_help() -> dict[str, Any]:
    return tomllib.loads(HELP.read_text(encoding="utf-8"))


def describe_subjects(record: Record, events: list[Row]) -> dict[str, Any]:
    """What has a place on the map and a name: events, countries, zones, places."""
    language = current_locale()
    parties: dict[str, list[str]] = {}
    for row in record.rows("parties"):
        parties.setdefault(row["event_id"], []).append(row["actor"])
    return {
        "alternatives": [
            [row["name"], row["alternative"]] for row in record.rows("alternative_names")
        ],
        "states": sorted(alliance_states(record)),
        "readings": {name: list(modes) for name, modes in READINGS.items()},
        "stances": {row["code"]: pick(row, "label", language) for row in record.rows("scale")},
        "modes": {row["code"]: pick(row, "label", language) for row in record.rows("modes")},
        "countries": _list_names(record.rows("countries")),
        "organisations": _list_names(record.rows("organisations")),
        "zones": _list_names(record.rows("zones")),
        "places": [
            [pick(place, "name", language), place["lat"], place["lon"]]
            for place in json.loads((SHAPES / "places.json").read_text(encoding="utf-8"))
        ],
        "events": [
            [
                row["id"],
                pick(row, "title", language),
                row["date_start"].isoformat(),
                row["date_end"].isoformat() if row["date_end"] else "",
                pick(row, "place", language),
                row["zone_id"],
                parties.get(row["id"], []),
                " ".join(filter(None, (pick(row, column, language) for column in TOLD))),
            ]
            for row in events
        ],
    }


def _list_names(rows: Iterable[Row]) -> list[list[str]]:
    return [[row["id"], pick(row, "name", current_locale())] for row in rows]


def _list_requests(record: Record, events: list[Row]) -> Iterable[list[Any]]:
    """Place of the event in the list, day, who asked whom, what came of it."""
    places = {row["id"]: place for place, row in enumerate(events)}
    for row in record.rows("requests"):
        day = row["date"].isoformat() if row["date"] else ""
        finding = find_finding(record, row["event_id"], current_locale())
        yield [places[row["event_id"]], day, row["by"], row["to"], finding]


def _list_claims(record: Record, events: list[Row]) -> dict[str, Any]:
    """Claims by event, and the speakers that they give by number."""
    claims = record.rows("claims")
    sources = {row["id"]: place for place, row in enumerate(record.rows("sources"))}
    speakers = _list_speakers(claims)
    places = {speaker: place for place, speaker in enumerate(speakers)}
    by_event: dict[str, list[list[Any]]] = {row["id"]: [] for row in events}
    for row in claims:
        by_event[row["event_id"]].append(
            [
                number_claim(row),
                row["date"].isoformat() if row["date"] else "",
                row["actor"],
                row["toward"],
                row["stance"],
                row["certainty"],
                row["mode"],
                sources[row["source_id"]],
                places[_identify_speaker(row)],
                pick(row, "summary", current_locale()),
            ]
        )
    return {"speakers": list(speakers.values()), "claims": [by_event[row["id"]] for row in events]}


def _list_speakers(claims: Iterable[Row]) -> dict[str, list[str]]:
    """Spellings of each speaker's name, the most frequent first, by what `_identify_speaker` says.

    They are the same in every language, in the same order.
    """
    spellings: dict[str, Counter[str]] = {}
    for row in claims:
        name = pick(row, "speaker_name", current_locale())
        spellings.setdefault(_identify_speaker(row), Counter())[name] += 1
    return {
        speaker: [name for name, _ in counted.most_common()]
        for speaker, counted in spellings.items()
    }


def _identify_speaker(row: Row) -> str:
    """A speaker whose name is spelled in two ways in one language is one by that of another."""
    return pick(row, "speaker_name", TRANSLATIONS[-1])
