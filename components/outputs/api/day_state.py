"""The state of one day as GeoJSON: membership, zones, positions, events, stances."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from components.features.sources.geojson import Layer, list_layers, list_outlines
from data.cite import Plain, plain_dates
from data.localize import pick, pick_all
from data.membership import map_status_on, members_on
from data.modes import select_reading
from data.record import Record
from data.stances import resolve_event
from data.timeline import events_on
from data.zones import name_shape, positions_on, zone_status_on

COUNTRIES = "countries"
ZONE_LAYERS = ("zones", "zones-osm")
OUTLINE, POINT, NONE = "outline", "point", "none"
GEOMETRIES = (OUTLINE, POINT, NONE)


def build_day(
    record: Record,
    day: date,
    language: str,
    geometry: str,
    event: str | None,
    toward: str | None,
    mode: str | None,
) -> Plain:
    """A FeatureCollection of what the map shows of a day, in WGS84.

    The property `layer` of each feature is country, zone, position or event. With an `event`,
    countries have the stance toward `toward` as known by the end of the day. KeyError for an
    unknown event, ValueError for a party that is no reference party of it.
    """
    features = [
        *list_countries(
            record, day, language, geometry, find_codes(record, day, event, toward, mode)
        ),
        *list_zones(record, day, language, geometry),
        *list_points(record, day, language),
    ]
    about = {"date": day.isoformat(), "event": event, "toward": toward, "mode": mode}
    return {"type": "FeatureCollection", **about, "features": features}


def find_codes(
    record: Record, day: date, event: str | None, toward: str | None, mode: str | None
) -> dict[str, Plain]:
    """By actor its stance at an event, as the properties of a feature."""
    if event is None or toward is None:
        return {}
    stances = resolve_event(select_reading(record, mode), event, toward, day)
    return {
        actor: {
            "stance": stance.code,
            "contested": stance.contested,
            "claims": [claim.id for claim in stance.claims],
        }
        for actor, stance in stances.items()
    }


def list_countries(
    record: Record, day: date, language: str, geometry: str, codes: dict[str, Plain]
) -> Iterator[Plain]:
    """A feature for each country of the record that has a shape."""
    status, members = map_status_on(record, day), members_on(record, day)
    shapes = read_shapes(geometry)
    for row in record.rows(COUNTRIES):
        if row["id"] in shapes:
            yield make_feature(
                shapes[row["id"]],
                layer="country",
                id=row["id"],
                name=pick(row, "name", language),
                member=row["id"] in members,
                membership=status.get(row["id"]),
                **codes.get(row["id"], {}),
            )


def list_zones(record: Record, day: date, language: str, geometry: str) -> Iterator[Plain]:
    """A feature for each disputed place whose status that day is known."""
    shapes = read_shapes(geometry)
    for zone, row in zone_status_on(record, day).items():
        about = record.row("zones", zone)
        if name_shape(row) in shapes:
            yield make_feature(
                shapes[name_shape(row)],
                layer="zone",
                id=zone,
                name=pick(about, "name", language),
                kind=about["kind"],
                de_jure=about["de_jure"],
                status=row["status"],
                **pick_all(row, ("label", "controller"), language),
            )


def list_points(record: Record, day: date, language: str) -> Iterator[Plain]:
    """A feature for each position of troops and each event of that day."""
    for row in positions_on(record, day):
        yield make_feature(
            place_point(row),
            layer="position",
            id=row["id"],
            name=pick(row, "place", language),
            zone=row["zone_id"],
            held_by=row["held_by"],
            uncertainty_km=row["uncertainty_km"],
        )
    for event in events_on(record, day):
        row = record.row("events", event)
        yield make_feature(
            place_point(row),
            layer="event",
            id=event,
            name=pick(row, "title", language),
            kind=row["kind"],
            **plain_dates(row),
        )


def make_feature(geometry: Plain | None, **properties: Any) -> Plain:
    """A feature with its id as GeoJSON has it."""
    named = f"{properties['layer']}:{properties['id']}"
    return {"type": "Feature", "id": named, "geometry": geometry, "properties": properties}


def place_point(row: Any) -> Plain:
    """The point of a row that has degrees."""
    return {"type": "Point", "coordinates": [row["lon"], row["lat"]]}


@cache
def read_shapes(geometry: str) -> dict[str, Plain | None]:
    """Geometries of countries and zones by id: outlines, a point inside each, or none."""
    outlines: dict[str, Plain | None] = {}
    for layer in find_layers():
        for feature in list_outlines(layer):
            outlines[feature["properties"]["id"]] = feature["geometry"]
    if geometry == OUTLINE:
        return outlines
    return {
        name: find_point(shape) if geometry == POINT else None for name, shape in outlines.items()
    }


def find_layers() -> list[Layer]:
    """The layers of countries and zones."""
    return [each for each in list_layers() if each.name in (COUNTRIES, *ZONE_LAYERS)]


def find_point(outline: Plain | None) -> Plain:
    """A point within an outline."""
    import shapely

    inside = shapely.from_geojson(json.dumps(outline)).representative_point()
    return {"type": "Point", "coordinates": [round(inside.x, 5), round(inside.y, 5)]}
