"""The shapes as GeoJSON, each file with its licence inside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from data.record import Record
from geodata.read import (
    load_frame,
    read_index,
    read_json,
    read_labels,
    read_places,
    read_zone_shapes,
)

TOPOLOGY = ".topo.json"
DECIMALS = 5  # About a metre: finer than any of the sources.
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
    """Every set of outlines and points among the built shapes, in the order of shapes.csv."""
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
    return layers


def build_geojson(layer: Layer, record: Record) -> bytes:
    """A layer as GeoJSON (RFC 7946) in WGS84, rings wound as it asks.

    Longitudes go on to 190 degrees, so that Chukotka is in one piece.
    """
    make = POINTS.get(layer.file)
    known = describe_ids(layer, record)
    features = make() if make else list_outlines(layer)
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
    frame = frame.set_geometry(shapely.orient_polygons(rounded), crs=4326)
    return list(json.loads(frame.to_json(drop_id=True))["features"])


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
    """Names of each zone, whose it is, and how exact its outline is."""
    lines = {row["zone_id"]: row for row in read_zone_shapes()}
    columns = ("name_en", "name_ru", "kind", "de_jure", "country_b")
    return {
        row["id"]: {
            **{column: row[column] for column in columns},
            **{key: lines[row["id"]][key] for key in ("precision", "drawn_from", "note")},
        }
        for row in record.rows("zones")
    }


def list_place_points() -> list[dict[str, Any]]:
    """Features of the places."""
    return [
        make_point(place["lon"], place["lat"], place, ("lon", "lat")) for place in read_places()
    ]


def list_label_points() -> list[dict[str, Any]]:
    """Features of the points at which countries are named."""
    return [
        make_point(lon, lat, {"id": country, "rank": rank})
        for country, (lon, lat, rank) in read_labels().items()
    ]


def make_point(
    lon: float, lat: float, properties: Mapping[str, Any], without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A feature at one point (degrees)."""
    kept = {key: value for key, value in properties.items() if key not in without}
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "properties": kept, "geometry": geometry}


POINTS: Mapping[str, Callable[[], list[dict[str, Any]]]] = {
    "places.json": list_place_points,
    "labels.json": list_label_points,
}
