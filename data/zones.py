"""What each disputed place was on a day."""

from __future__ import annotations

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
