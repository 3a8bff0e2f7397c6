"""Who stood by a state, and whom it stood by: readings counted, means taken, gaps kept apart.

A reading is the resolved stance of one actor toward one reference party at one event. Only codes
that have a place on the scale enter a mean; silence, party, no membership and no data are counted
beside it, each by itself, and are never taken for 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.record import Record
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, SILENT
from data.stance_cells import list_layers
from data.stances import read_ordinals

GAPS = (SILENT, PARTY, NO_DATA, NOT_MEMBER)
# With one or two readings a mean is the chance of which events found a reporter.
RANKED_FROM = 3

Side = Literal["actor", "toward"]


@dataclass(frozen=True)
class Reading:
    """A stance at an event; ``ordinal`` is None for the codes of `GAPS`."""

    event_id: str
    date: date
    actor: str
    toward: str
    code: str
    ordinal: int | None
    contested: bool
    weak: bool
    other_code: str
    claims: int


@dataclass(frozen=True)
class Standing:
    """Readings between a state and one other actor; ``mean`` is None when none is on the scale."""

    other: str
    mean: float | None
    readings: int
    contested: int
    codes: Mapping[str, int]
    gaps: Mapping[str, int]

    @property
    def ranked(self) -> bool:
        """Whether there are readings enough to compare the mean with others."""
        return self.readings >= RANKED_FROM


def list_readings(record: Record, country: str) -> tuple[list[Reading], list[Reading]]:
    """Readings of what a state did toward others, and of what others did toward it, in time.

    Its place as its own reference party is no stance and is left out. Actors without claims appear
    where they were parties, members (no data) or members at another time.
    """
    ordinals = read_ordinals(record)
    taken: list[Reading] = []
    toward_it: list[Reading] = []
    for layer in list_layers(record):
        for actor, stance in layer.stances.items():
            if actor == layer.toward or country not in (actor, layer.toward):
                continue
            others = [code for code in stance.readings if code != stance.code]
            reading = Reading(
                event_id=layer.event_id,
                date=layer.day,
                actor=actor,
                toward=layer.toward,
                code=stance.code,
                ordinal=ordinals[stance.code],
                contested=stance.contested,
                weak=bool(stance.weakness),
                other_code=others[0] if others else "",
                claims=len(stance.claims),
            )
            (taken if actor == country else toward_it).append(reading)
    return taken, toward_it


def rank_standings(readings: Iterable[Reading], side: Side, codes: Iterable[str]) -> list[Standing]:
    """One standing for each other actor, who is on ``side`` of the readings; ``codes`` in order.

    Those with readings enough to be ranked come first, the highest mean before the others and of
    equal means the one with more readings; then the others by their number of readings, then by id.
    """
    order = tuple(codes)
    by_other: dict[str, list[Reading]] = {}
    for reading in readings:
        by_other.setdefault(getattr(reading, side), []).append(reading)
    standings = [summarise(other, found, order) for other, found in by_other.items()]

    def place(standing: Standing) -> tuple[bool, float, int, str]:
        mean = (standing.mean or 0) if standing.ranked else 0
        return not standing.ranked, -mean, -standing.readings, standing.other

    return sorted(standings, key=place)


def summarise(other: str, readings: Iterable[Reading], codes: Iterable[str]) -> Standing:
    """Counts and mean of the readings with one other actor; ``codes`` are those of the scale."""
    found = list(readings)
    placed = [reading.ordinal for reading in found if reading.ordinal is not None]
    counts = Counter(reading.code for reading in found)
    return Standing(
        other=other,
        mean=sum(placed) / len(placed) if placed else None,
        readings=len(placed),
        contested=sum(reading.contested for reading in found),
        codes={code: counts[code] for code in codes if code not in GAPS},
        gaps={code: counts[code] for code in GAPS},
    )


def count_against(readings: Iterable[Reading], side: Side) -> list[tuple[str, int]]:
    """How often each other actor, on ``side``, was in a reading below 0: the most often first."""
    counts = Counter(getattr(reading, side) for reading in readings if (reading.ordinal or 0) < 0)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def count_sides(readings: Iterable[Reading]) -> dict[str, int]:
    """How many readings support, are neutral, go against, and have no place on the scale."""
    counts = {"support": 0, "neutral": 0, "against": 0, **dict.fromkeys(GAPS, 0)}
    for reading in readings:
        if reading.ordinal is None:
            counts[reading.code] += 1
        else:
            sides = ("neutral", "support", "against")
            counts[sides[(reading.ordinal > 0) - (reading.ordinal < 0)]] += 1
    return counts
