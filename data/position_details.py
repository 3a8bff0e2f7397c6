"""What is known of the positions of troops in a zone, with the sources. Ready for JSON."""

from __future__ import annotations

from data.cite import Plain, cite, cite_row, name_actor, plain_date, plain_dates
from data.localize import pick_all
from data.record import Record
from data.resolve import Lang


def list_positions(record: Record, zone_id: str, lang: Lang) -> list[Plain]:
    """The positions in a zone in the order of time, each with its uncertainty and depth in km."""
    return [
        {
            **{column: row[column] for column in ("id", "uncertainty_km", "confidence")},
            "depth_km": row["depth_high_km"],
            "held_by": name_actor(record, row["held_by"], lang),
            **pick_all(row, ("place", "said_by", "note", "disputed"), lang),
            **plain_dates(row),
            "reported_on": plain_date(row["reported_on"]),
            "source": cite_row(record, row),
            "reported": cite(record, row["reported_source_id"], row["reported_locator"]),
            "disputed_source": cite(record, row["disputed_source_id"], row["disputed_locator"]),
        }
        for row in sorted(record.rows("positions"), key=lambda row: row["date_start"])
        if row["zone_id"] == zone_id
    ]
