"""What each address answers: the record, one event, requests, the state of a day, rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from components.core.clock import read_today
from components.outputs.api.collection import FIRST_YEAR, Collection, list_collections
from components.outputs.api.day_state import GEOMETRIES, build_day
from components.outputs.api.filters import LANG, MODE, choose_ids, keep_rows
from components.outputs.api.parameters import Parameter, Values
from components.outputs.api.responses import NotFound, describe_version, pack_json, pack_page
from components.server.compressed_file import CompressedFile
from data.cite import Plain, name_event
from data.query import describe_event
from data.record import Record
from data.request_description import describe_request
from data.request_list import order_requests
from data.stances import list_references

Answer = Callable[[Record, Values], CompressedFile]

DAY_SCHEMA = {"type": "string", "format": "date"}
EVENT_ID = Parameter("id", {"type": "string"}, "Id of the event.")
DAY = Parameter("date", DAY_SCHEMA, "The day, from 1991 to today.")
TOWARD = Parameter(
    "toward", {"type": "string"}, "Id of a reference party of the event; without it, the first."
)
UNTIL = Parameter("date", DAY_SCHEMA, "Stances as known by the end of this day.")
GEOMETRY = Parameter(
    "geometry",
    {"type": "string", "enum": list(GEOMETRIES), "default": GEOMETRIES[0]},
    "Geometry of countries and zones: their outlines, a point in each, or none.",
)


@dataclass(frozen=True)
class Operation:
    """An address below the root of the interface, what may be named, and what answers."""

    path: str
    name: str
    summary: str
    parameters: Sequence[Parameter]
    answer: Answer
    schema: Mapping[str, Any]
    in_path: Parameter | None = None
    media_type: str = "application/json"
    collection: Collection | None = None


def make_list(collection: Collection) -> Operation:
    """The operation of a collection."""
    words = collection.path.strip("/").replace("panels/", "panel_").split("_")
    return Operation(
        collection.path,
        "list" + "".join(word.capitalize() for word in words),
        collection.title,
        collection.parameters,
        partial(answer_list, collection),
        {"$ref": "#/components/schemas/Page"},
        collection=collection,
    )


def answer_list(collection: Collection, record: Record, values: Values) -> CompressedFile:
    """A page of the rows of a collection that pass the filters."""
    found = collection.find(record, values)
    rows = keep_rows(found, collection.filters, collection.period, values)
    return pack_page(rows, collection.columns, values)


def answer_event(record: Record, values: Values) -> CompressedFile:
    """One event with the stances, claims and sources of it."""
    event, toward = find_reference(record, values["id"], values.get("toward"))
    until = date.fromisoformat(values["date"]) if "date" in values else None
    found = describe_event(record, event, toward, values["lang"], values.get("mode"), until)
    return pack_json({"record": describe_version(), **found})


def answer_requests(record: Record, values: Values) -> CompressedFile:
    """Requests for help with the answers of every member, from the earliest."""
    wanted = {name: set(values[name]) for name in ("event", "by") if name in values}
    items = [
        describe_asked(record, row["event_id"], values["lang"])
        for row in order_requests(record)
        if row["event_id"] in wanted.get("event", {row["event_id"]})
        and row["by"] in wanted.get("by", {row["by"]})
    ]
    return pack_json({"record": describe_version(), "total": len(items), "items": items})


def describe_asked(record: Record, event: str, language: str) -> Plain:
    """A request with its event."""
    told = describe_request(record, event, language) or {}
    return {"event": name_event(record, event, language), **told}


def answer_day(record: Record, values: Values) -> CompressedFile:
    """The state of a day as GeoJSON."""
    day = date.fromisoformat(values["date"])
    if not date(FIRST_YEAR, 1, 1) <= day <= read_today():
        raise NotFound(f"{day} is not a day from {FIRST_YEAR}-01-01 to {read_today()}")
    event, toward = values.get("event"), values.get("toward")
    if event is not None:
        event, toward = find_reference(record, event, toward)
        first = record.row("events", event)["date_start"]
        if day < first:
            raise NotFound(f"{event} began on {first}, after {day}")
    elif toward is not None:
        raise NotFound("toward names a reference party of an event, and no event is named")
    state = build_day(
        record, day, values["lang"], values["geometry"], event, toward, values.get("mode")
    )
    return pack_json({**state, "record": describe_version()}, "geojson")


def find_reference(record: Record, event: str, toward: str | None) -> tuple[str, str]:
    """An event and one of its reference parties; NotFound names what does not exist."""
    if event not in {row["id"] for row in record.rows("events")}:
        raise NotFound(f"no event {event!r}")
    references = list_references(record, event)
    if toward is not None and toward not in references:
        raise NotFound(f"{toward!r} is not a reference party of {event}: {', '.join(references)}")
    return event, toward or references[0]


@lru_cache(maxsize=4)
def list_operations(record: Record) -> tuple[Operation, ...]:
    """Every operation, in the order of the description."""
    events = choose_ids(record, "event", ["events"], "event_id", "The event.").parameter
    askers = choose_ids(record, "by", ["countries"], "by", "Who asked.").parameter
    one_event = Parameter("event", events.schema, "Event whose stances countries have.")
    return (
        *map(make_list, list_collections(record).values()),
        Operation(
            "/events/{id}",
            "readEvent",
            "One event with everyone's stance toward a reference party, claims and sources",
            (TOWARD, MODE, UNTIL, LANG),
            answer_event,
            {"$ref": "#/components/schemas/Event"},
            EVENT_ID,
        ),
        Operation(
            "/requests",
            "listRequests",
            "Requests for help: the finding, who came, what was owed",
            (events, askers, LANG),
            answer_requests,
            {"$ref": "#/components/schemas/Requests"},
        ),
        Operation(
            "/days/{date}",
            "readDay",
            "The state of a day as GeoJSON: membership, zones, positions, events, stances",
            (one_event, TOWARD, MODE, GEOMETRY, LANG),
            answer_day,
            {"$ref": "#/components/schemas/Day"},
            DAY,
            "application/geo+json",
        ),
    )
