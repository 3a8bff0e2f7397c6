"""Reads layers that a reader sends: bytes in, layers or what is wrong with them out."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from jsonschema_rs import Draft202012Validator

from components.core.i18n import gettext as _
from components.core.user_layers.layer import ALWAYS, OwnLayer, OwnShape
from data.story import Story

# Bytes unpacked; points of all lines and areas together.
MOST_PLAIN, MOST_POINTS = 24_000_000, 500_000
GZIP = 31
LARGEST_RADIUS = 32  # halves of a pixel
NUMBERS = {"lon": "<f4", "lat": "<f4", "start": "<i4", "end": "<i4"}
BYTES = {"category": "u1", "radius": "u1"}
OPTIONAL = {"size": "<f4", "row": "<u4", "shape": "<i4"}

_VALIDATOR = Draft202012Validator(
    json.loads((Path(__file__).parent / "layers.schema.json").read_text(encoding="utf-8"))
)


class InvalidLayers(ValueError):
    """Layers that cannot be shown; its text may be shown to the visitor."""


def read_layers(content: bytes) -> tuple[OwnLayer, ...]:
    """The layers in gzipped JSON of `layers.schema.json`, from back to front.

    InvalidLayers names the layer and the column that is wrong.
    """
    document = parse_document(unpack(content))
    room = MOST_POINTS
    layers = []
    for each in document["layers"]:
        layer = build_layer(each)
        room -= sum(len(ring) for shape in layer.shapes for ring in shape.rings)
        if room < 0:
            refuse(each["name"], "shapes", _("{most} points at most", most=MOST_POINTS))
        layers.append(layer)
    return tuple(layers)


def read_story_layers(story: Story) -> tuple[OwnLayer, ...]:
    """The layers of a story; none without any. Errors as `read_layers`."""
    if not story.layers:
        return ()
    try:
        content = base64.b64decode(story.layers, validate=True)
    except (ValueError, binascii.Error):
        raise InvalidLayers(_("The layers sent cannot be unpacked.")) from None
    return read_layers(content)


def unpack(content: bytes) -> bytes:
    """What was packed, of a bounded size."""
    reader = zlib.decompressobj(GZIP)
    try:
        plain = reader.decompress(content, MOST_PLAIN)
    except zlib.error:
        raise InvalidLayers(_("The layers sent cannot be unpacked.")) from None
    if reader.unconsumed_tail:
        raise InvalidLayers(_("The layers sent are too large."))
    if not reader.eof or reader.unused_data:
        raise InvalidLayers(_("The layers sent cannot be unpacked."))
    return plain


def parse_document(plain: bytes) -> Any:
    """The document, of the form that the schema says."""

    def refuse_constant(_name: str) -> NoReturn:
        raise ValueError

    try:
        document = json.loads(plain, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        raise InvalidLayers(_("The layers sent are not valid JSON.")) from None
    for error in _VALIDATOR.iter_errors(document):
        place = "/".join(map(str, error.instance_path)) or "layers"
        raise InvalidLayers(_("The layers sent are not valid: {place}", place=place))
    return document


def build_layer(given: dict[str, Any]) -> OwnLayer:
    """A layer of the right form whose values are right as well."""
    name, count = given["name"], given["count"]
    columns = {
        each: read_column(given, each, kind, count)
        for each, kind in (NUMBERS | BYTES | OPTIONAL).items()
        if each in given
    }
    shapes = tuple(read_shape(name, each) for each in given.get("shapes", ()))
    columns.setdefault("shape", np.full(count, -1, "<i4"))
    labels = given.get("labels")
    starts, ends = columns["start"], columns["end"]
    checks = {
        "lon": bool(np.all((columns["lon"] >= -180) & (columns["lon"] <= 540))),
        "lat": bool(np.all(np.abs(columns["lat"]) <= 90)),
        "end": bool(np.all((starts == ALWAYS) | (starts <= ends))),
        "category": bool(np.all(columns["category"] < len(given["categories"]))),
        "radius": bool(np.all(columns["radius"] <= LARGEST_RADIUS)),
        "shape": bool(np.all((columns["shape"] >= -1) & (columns["shape"] < len(shapes)))),
        "labels": labels is None or len(labels) == count,
    }
    for column, holds in checks.items():
        if not holds:
            refuse(name, column, _("values that no layer has"))
    return OwnLayer(
        name,
        given["opacity"],
        given["span"],
        given["categoryName"],
        tuple(given["categories"]),
        **{each: columns[each] for each in (*NUMBERS, *BYTES, "shape")},
        shapes=shapes,
    )


def read_column(given: dict[str, Any], column: str, kind: str, count: int) -> Any:
    """A column as an array of so many numbers."""
    values = decode(given["name"], column, given[column], kind)
    if len(values) != count:
        refuse(
            given["name"],
            column,
            _("{given} values for {count} rows", given=len(values), count=count),
        )
    return values


def read_shape(name: str, given: dict[str, Any]) -> OwnShape:
    """A line or an area whose points lie on the globe."""
    rings = []
    for text in given["rings"]:
        numbers = decode(name, "shapes", text, "<f4")
        if len(numbers) % 2:
            refuse(name, "shapes", _("a latitude is missing"))
        ring = numbers.reshape(-1, 2)
        lon, lat = ring[:, 0], ring[:, 1]
        if not np.all((lon >= -180) & (lon <= 540) & (np.abs(lat) <= 90)):
            refuse(name, "shapes", _("values that no layer has"))
        rings.append(ring)
    return OwnShape(given["isArea"], tuple(rings))


def decode(name: str, column: str, text: str, kind: str) -> Any:
    """The numbers of a column in base64."""
    try:
        return np.frombuffer(base64.b64decode(text, validate=True), kind)
    except (ValueError, binascii.Error):
        refuse(name, column, _("cannot be read as numbers"))


def refuse(name: str, column: str, what: str) -> NoReturn:
    """InvalidLayers with the layer, the column and what is wrong in it."""
    raise InvalidLayers(
        _("The layer “{name}” is not valid: {column}: {what}", name=name, column=column, what=what)
    )
