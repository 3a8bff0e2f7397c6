"""How the record, a table and a set of shapes are cited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import gettext as _
from components.core.publisher import format_publisher
from components.features.sources.geojson import Layer, translate_layer
from data.downloads import name_licence, read_descriptor


def cite_all(descriptor: Mapping[str, Any]) -> str:
    """How to cite the whole record."""
    return _(
        "{publisher}, CSTO Stance Atlas: data, version {version}. {licence}.",
        publisher=format_publisher(),
        version=descriptor["version"],
        licence=name_licence(descriptor),
    )


def cite_table(title: str, licence: str) -> str:
    """How to cite one table of the record."""
    return _(
        "{publisher}, “{title}”, table of the CSTO Stance Atlas data, version {version}. "
        "{licence}.",
        publisher=format_publisher(),
        title=title,
        version=read_descriptor()["version"],
        licence=licence,
    )


def cite_layer(layer: Layer) -> str:
    """How to cite one set of shapes, with the attribution that its licence asks for."""
    row = layer.row
    title, _note = translate_layer(layer)
    return _(
        "{publisher}, “{title}”, {file}, from {source}. {attribution}. Licence: {licence}.",
        publisher=format_publisher(),
        title=title,
        file=f"{layer.name}.geojson",
        source=f"{row['source']} ({row['vintage']})" if row["vintage"] else row["source"],
        attribution=row["attribution"],
        licence=row["licence"],
    )
