"""What a link may name, from the record: years, events and their reference parties, subjects."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from components.core.clock import CACHED_DAYS, read_today
from components.core.view_state import LinkRules
from data.load import read_record
from data.record import Record
from data.stances import list_claim_days, list_references

FIRST_YEAR = 1991


def build_link_rules(record: Record, today: date) -> LinkRules:
    """What a link may name, from the record."""
    events = record.rows("events")
    return LinkRules(
        first_year=FIRST_YEAR,
        last_day=today,
        event_days={
            row["id"]: (row["date_start"], list_claim_days(record, row["id"])[-1]) for row in events
        },
        references={row["id"]: tuple(list_references(record, row["id"])) for row in events},
        subjects=frozenset(
            row["id"] for table in ("countries", "zones") for row in record.rows(table)
        ),
    )


@lru_cache(maxsize=CACHED_DAYS)
def _read_rules(today: date) -> LinkRules:
    return build_link_rules(read_record(), today)


def read_rules() -> LinkRules:
    """What a link may name today."""
    return _read_rules(read_today())
