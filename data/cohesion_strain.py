"""Strain in the alliance, year by year: what members did against the bloc or to each other.

The kinds stand in `cohesion.json`; what is counted are rows of the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from data.cohesion_variants import read_cohesion
from data.membership import BELONGS, members_on
from data.record import Record
from data.review import REVIEWED
from data.schema import Row
from data.stance_cells import list_layers
from data.stances import read_ordinals

OPPOSED, FIGHTING = "opposed", "fighting"


@dataclass(frozen=True)
class YearOfStrain:
    """How many of each kind there were in a year, zeros included."""

    year: int
    kinds: Mapping[str, int]

    @property
    def total(self) -> int:
        """All kinds together; an act that is of two kinds counts in both."""
        return sum(self.kinds.values())


@lru_cache(maxsize=2)
def count_strain(record: Record) -> tuple[YearOfStrain, ...]:
    """Strain of each year from the first event of the record to its review.

    - `opposed`: a member's known stance below 0 toward the bloc at an event that began in the year,
      unless its evidence is weak;
    - kinds that begin (an exit): memberships of such a status, in the year of their first day;
    - kinds that hold (a suspension, a note on membership): in every year in which they hold;
    - kinds of events (fighting): events of that kind with two parties that were both members on
      a day of it, in every year that it touches.
    """
    kinds = read_cohesion()["strain"]
    events = record.rows("events")
    first = min((event["date_start"].year for event in events), default=REVIEWED.year)
    opposed = _count_opposed(record)
    return tuple(
        YearOfStrain(
            year,
            {
                OPPOSED: opposed.get(year, 0),
                **{kind: _count_kind(record, rule, year) for kind, rule in kinds.items()},
            },
        )
        for year in range(first, REVIEWED.year + 1)
    )


def _count_opposed(record: Record) -> dict[int, int]:
    ordinals = read_ordinals(record)
    found: dict[int, int] = {}
    for layer in list_layers(record):
        if layer.toward not in BELONGS:
            continue
        for actor in layer.members:
            stance = layer.stances[actor]
            if (ordinals[stance.code] or 0) < 0 and not stance.weakness:
                found[layer.day.year] = found.get(layer.day.year, 0) + 1
    return found


def _count_kind(record: Record, rule: Mapping[str, list[str]], year: int) -> int:
    memberships = [row for row in record.rows("memberships") if row["bloc"] in BELONGS]
    notes = [row for row in record.rows("membership_notes") if row["bloc"] in BELONGS]
    begins, holds, noted, kinds = (
        rule.get(key, ()) for key in ("begins", "holds", "notes", "events")
    )
    began = sum(row["status"] in begins and row["date_start"].year == year for row in memberships)
    held = sum(row["status"] in holds and _touches(row, year) for row in memberships)
    told = {row["country"] for row in notes if row["nuance"] in noted and _touches(row, year)}
    fought = sum(
        row["kind"] in kinds and _touches(row, year) and _is_between(record, row, year)
        for row in record.rows("events")
    )
    return int(began + held + len(told) + fought)


def _touches(row: Row, year: int) -> bool:
    return bool(row["date_start"].year <= year <= (row["date_end"] or REVIEWED).year)


def _is_between(record: Record, event: Row, year: int) -> bool:
    """Whether two parties were members on the event's first or last day in a year."""
    parties = {row["actor"] for row in record.rows("parties") if row["event_id"] == event["id"]}
    days = (
        max(event["date_start"], date(year, 1, 1)),
        min(event["date_end"] or REVIEWED, date(year, 12, 31)),
    )
    return any(
        set(pair) <= set(members_on(record, day))
        for day in days
        for pair in combinations(sorted(parties), 2)
    )
