"""What a map says of shapes that show one day: drawn until the next, they must name theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from data.localize import pick
from data.record import Record
from data.schema import Row
from data.zones import name_shape, zone_status_on
from geodata.read import read_zone_shapes


def caption_shape(shape: Mapping[str, str]) -> str:
    """The caption of a row of ``zone_shapes``; empty where the shape is not of one day."""
    if not shape["as_of"]:
        return ""
    return _("Schematic: front as of {day}", day=format_day(date.fromisoformat(shape["as_of"])))


def name_omitted(row: Row) -> str:
    """What the shape of a row of ``zone_status`` leaves out; empty where nothing is known of."""
    left_out = pick(row, "not_drawn", record_locale())
    return _("not drawn: {what}", what=left_out) if left_out else ""


def caption_status(row: Row, shape: Mapping[str, str]) -> str:
    """The caption of a row of ``zone_status`` with its shape: its day, and what it leaves out."""
    return "; ".join(filter(None, (caption_shape(shape), name_omitted(row))))


def list_captions(record: Record, day: date, *, is_short: bool = False) -> dict[str, str]:
    """The captions of the dated shapes that are drawn on a day, by shape.

    Short ones give the day of the shape alone.
    """
    shapes = {row["zone_id"]: row for row in read_zone_shapes()}
    rows = {name_shape(row): row for row in zone_status_on(record, day).values()}
    captions = {
        shape: caption_shape(shapes[shape]) if is_short else caption_status(row, shapes[shape])
        for shape, row in rows.items()
    }
    return {shape: text for shape, text in captions.items() if text}
