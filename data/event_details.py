"""What the record holds of an event beside its stances: parties, deaths, discrepancies."""

from __future__ import annotations

from data.cite import Plain, cite, cite_row, name_actor, plain_date
from data.localize import pick, pick_all
from data.record import Record
from data.resolve import Lang


def list_parties(record: Record, event_id: str, lang: Lang) -> list[Plain]:
    """Who an event concerned: its reference parties and the other direct parties."""
    return [
        {
            **name_actor(record, row["actor"], lang),
            "role": row["role"],
            "source": cite_row(record, row),
        }
        for row in record.rows("parties")
        if row["event_id"] == event_id
    ]


def list_death_counts(record: Record, event_id: str, lang: Lang) -> list[Plain]:
    """Every count of the dead of an event, or the row that says that none was found."""
    return [
        {
            **{column: row[column] for column in ("low", "high", "standing")},
            **pick_all(row, ("counted_by", "scope"), lang),
            "counted_on": plain_date(row["counted_on"]),
            "source": cite_row(record, row),
        }
        for row in record.rows("death_counts")
        if row["event_id"] == event_id
    ]


def list_discrepancies(record: Record, event_id: str, lang: Lang) -> list[Plain]:
    """What sources of an event say differently, and how each case is handled."""
    return [
        {
            "id": row["id"],
            **pick_all(row, ("topic", "handling"), lang),
            "sides": [
                {
                    "statement": pick(row, f"statement_{side}", lang),
                    "source": cite(record, row[f"source_{side}"], row[f"locator_{side}"]),
                }
                for side in ("a", "b")
            ],
        }
        for row in record.rows("discrepancies")
        if row["event_id"] == event_id
    ]
