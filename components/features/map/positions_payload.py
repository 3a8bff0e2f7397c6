"""Positions of troops as the browser gets them: a few points, each with the days it holds."""

from __future__ import annotations

from typing import Any

from components.core.i18n import current_locale
from data.cite import plain_date
from data.localize import pick_all
from data.record import Record


def build_positions(record: Record) -> list[dict[str, Any]]:
    """Every row of `positions` in its order, in the language spoken now.

    ``lat`` and ``lon`` in degrees, ``km`` how far from there the troops may be, ``depth`` how far
    inside the border at most, in kilometres; ``start``, ``end`` (None: none) and ``seen``, the day
    of the latest report, are ISO days.
    """
    return [
        {
            "id": row["id"],
            "zone": row["zone_id"],
            "by": row["held_by"],
            **pick_all(row, ("place", "said_by", "disputed"), current_locale()),
            "lat": row["lat"],
            "lon": row["lon"],
            "km": row["uncertainty_km"],
            "depth": row["depth_high_km"],
            "start": plain_date(row["date_start"]),
            "end": plain_date(row["date_end"]),
            "seen": plain_date(row["reported_on"]),
        }
        for row in record.rows("positions")
    ]
