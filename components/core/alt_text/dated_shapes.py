"""What a map says of shapes that show one day: drawn until the next, they must name theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from data.record import Record
from data.zones import name_shape, zone_status_on
from geodata.read import read_zone_shapes


def caption_shape(shape: Mapping[str, str]) -> str:
    """The caption of a row of ``zone_shapes``; empty where the shape is not of one day."""
    if not shape["as_of"]:
        return ""
    return _("Schematic: front as of {day}", day=format_day(date.fromisoformat(shape["as_of"])))


def list_captions(record: Record, day: date) -> dict[str, str]:
    """The captions of the dated shapes that are drawn on a day, by shape."""
    drawn = {name_shape(row) for row in zone_status_on(record, day).values()}
    captions = {row["zone_id"]: caption_shape(row) for row in read_zone_shapes()}
    return {shape: text for shape, text in captions.items() if text and shape in drawn}
