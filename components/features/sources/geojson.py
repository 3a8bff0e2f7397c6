"""The shapes as GeoJSON, each file with its licence inside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from components.features.sources.content import translate_row
from components.features.sources.geojson_points import POINTS, describe_positions
from data.record import Record
from data.review import REVIEWED
from data.zones import list_shape_zones, zone_status_on
from geodata.read import (
    load_frame,
    read_index,
    read_json,
    read_zone_shapes,
)

TOPOLOGY = ".topo.json"
DECIMALS = 5  # About a metre: finer than any of the sources.
HALF_TURN = 180
INDEX_COLUMNS = ("title", "source", "licence", "attribution", "vintage", "note")
Properties = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Layer:
    """One set of shapes: its name here, the built file it stands in, and that file's row."""

    name: str
    file: str
    layer: str
    row: Mapping[str, str]


def list_layers() -> list[Layer]:
    """Every set of outlines and points among the built shapes, in the order of shapes.csv.

    The last is the positions of troops, which the record has and no shape.
    """
    layers = []
    for row in read_index():
        stem = row["file"].removesuffix(TOPOLOGY)
        if row["file"].endswith(TOPOLOGY):
            names = list(read_json(row["file"])["objects"])
            layers += [
                Layer(stem if len(names) == 1 else name, row["file"], name, row) for name in names
            ]
        elif row["file"] in POINTS:
            layers.append(Layer(PurePath(row["file"]).stem, row["file"], "", row))
    return [*layers, make_position_layer()]


def make_position_layer() -> Layer:
    """The positions of troops, described as the record describes its table."""
    row = describe_positions()
    return Layer(PurePath(row["file"]).stem, row["file"], "", row)


def translate_layer(layer: Layer) -> tuple[str, ...]:
    """Title and note of a set of shapes, or of the table whose points it has."""
    row = layer.row
    made = row["file"].endswith(".csv")
    table, key = ("tables", layer.name) if made else ("shapes", row["file"])
    return translate_row(table, key, row["title"], row["note"])


def build_geojson(layer: Layer, record: Record) -> bytes:
    """A layer as GeoJSON (RFC 7946) in WGS84: rings wound, and cut at 180 degrees, as it asks."""
    make = POINTS.get(layer.file)
    known = describe_ids(layer, record)
    features = make(record) if make else list_outlines(layer)
    for feature in features:
        found = {key: value for key, value in feature["properties"].items() if value is not None}
        feature["properties"] = {**found, **known.get(found.get("id", ""), {})}
    about = {key: layer.row[key] for key in INDEX_COLUMNS if layer.row[key]}
    collection = {"type": "FeatureCollection", **about, "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def list_outlines(layer: Layer) -> list[dict[str, Any]]:
    """Features of one object of a TopoJSON file."""
    import shapely

    frame = load_frame(layer.file, layer.layer)
    rounded = shapely.transform(frame.geometry.values, lambda points: points.round(DECIMALS))
    cut = [cut_at_antimeridian(shape) for shape in rounded]
    frame = frame.set_geometry(shapely.orient_polygons(cut), crs=4326)
    return list(json.loads(frame.to_json(drop_id=True))["features"])


def cut_at_antimeridian(shape: Any) -> Any:
    """The same shape with longitudes from -180 to 180 degrees: what lies beyond comes back west."""
    import shapely

    if shape.bounds[2] <= HALF_TURN:
        return shape
    rest = shapely.intersection(shape, shapely.box(HALF_TURN, -90, 3 * HALF_TURN, 90))
    moved = shapely.transform(rest, lambda points: (points - [2 * HALF_TURN, 0]).round(DECIMALS))
    east = shapely.intersection(shape, shapely.box(-HALF_TURN, -90, HALF_TURN, 90))
    parts = [part for half in (east, moved) for part in shapely.get_parts(half)]
    # A shape that touches the meridian leaves a line or a point there, which is no part of it.
    dimension = shapely.get_dimensions(shape)
    kept = [part for part in parts if shapely.get_dimensions(part) == dimension]
    multiple = (shapely.MultiPoint, shapely.MultiLineString, shapely.MultiPolygon)[dimension]
    return kept[0] if len(kept) == 1 else multiple(kept)


def describe_ids(layer: Layer, record: Record) -> Properties:
    """What the record says of the countries or zones that a layer names by id."""
    if layer.layer == "zones":
        return describe_zones(record)
    if layer.layer in {"countries", "frontier"} or layer.file == "labels.json":
        return {
            row["id"]: {"name_en": row["name_en"], "name_ru": row["name_ru"]}
            for row in record.rows("countries")
        }
    return {}


def describe_zones(record: Record) -> Properties:
    """By shape the names of its zone, whose it is, how exact it is, and who controls it on a day.

    The day is that of the last review of the record. A shape that is one of several of a zone
    names that zone, and the day is the one that it shows.
    """
    lines = {row["zone_id"]: row for row in read_zone_shapes()}
    columns = ("name_en", "name_ru", "kind", "de_jure", "country_b")
    control = ("status", "controller", "controller_ru")
    found = {}
    for shape, zone in list_shape_zones(record.rows("zone_status")).items():
        row, line = record.row("zones", zone), lines[shape]
        day = date.fromisoformat(line["as_of"]) if line["as_of"] else REVIEWED
        then = zone_status_on(record, day)
        found[shape] = {
            **{column: row[column] for column in columns},
            **{key: line[key] for key in ("precision", "drawn_from", "note")},
            **{column: then[zone][column] for column in control if zone in then},
            "control_as_of": day.isoformat(),
            **({"zone": zone} if shape != zone else {}),
        }
    return found
