"""What each disputed place was on a day, and where troops were said to stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.record import Record
from data.schema import Row


def zone_status_on(record: Record, day: date) -> dict[str, Row]:
    """Row of ``zone_status`` that holds on a day, by zone id; zones without one are absent."""
    return {
        row["zone_id"]: row
        for row in record.rows("zone_status")
        if row["date_start"] <= day and (row["date_end"] is None or day <= row["date_end"])
    }


def positions_on(record: Record, day: date) -> list[Row]:
    """Rows of ``positions`` that hold on a day, in the order of the table."""
    return [
        row
        for row in record.rows("positions")
        if row["date_start"] <= day and (row["date_end"] is None or day <= row["date_end"])
    ]


def name_shape(row: Row) -> str:
    """Id of the shape that is drawn while a row of ``zone_status`` holds."""
    return str(row["shape_id"] or row["zone_id"])


def list_shape_zones(rows: Iterable[Row]) -> dict[str, str]:
    """Zone by shape, from rows of ``zone_status``: most zones have one, of their own id."""
    return {name_shape(row): row["zone_id"] for row in rows}
