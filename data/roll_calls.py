"""Roll calls of the General Assembly: who voted how, with whom, and as whose side would have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.membership import members_on
from data.record import Record
from data.schema import Row
from data.vote_agreement import PLACES

CAST = tuple(PLACES)
"""Votes that say something; not voting and an unknown vote say nothing and agree with nobody."""


@dataclass(frozen=True)
class Side:
    """Toward whom a resolution is read, at which event, and which vote serves that party."""

    event_id: str
    toward: str
    favourable: str
    aim: str


@dataclass(frozen=True)
class RollCall:
    """One resolution: ``votes`` by state, ``members`` of the alliance on its day, its sides.

    ``details`` is its row of ``resolutions``; ``source_ids`` are where the votes are from,
    ``doubtful`` the states in whose vote the confidence is not high.
    """

    resolution: str
    day: date
    votes: Mapping[str, str]
    members: frozenset[str]
    sides: tuple[Side, ...]
    details: Row
    title: str
    title_ru: str
    source_ids: tuple[str, ...]
    doubtful: frozenset[str]


@dataclass(frozen=True)
class VoterRecord:
    """A state's votes by kind, and its agreement, 0 to 1, with the hub and with reference parties.

    Each mean is None where no resolution can be compared; beside it is how many were.
    """

    country: str
    votes: Mapping[str, int]
    with_hub: float | None
    hub_resolutions: int
    with_party: float | None
    party_resolutions: int


@lru_cache(maxsize=4)
def list_roll_calls(record: Record) -> tuple[RollCall, ...]:
    """Every resolution with its votes, by day and name."""
    rows: dict[str, list[Row]] = {}
    for row in record.rows("votes"):
        rows.setdefault(row["resolution"], []).append(row)
    details = {row["resolution"]: row for row in record.rows("resolutions")}
    calls = [
        RollCall(
            resolution,
            votes[0]["date"],
            {row["country"]: row["vote"] for row in votes},
            frozenset(members_on(record, votes[0]["date"])),
            tuple(
                Side(row["event_id"], row["toward"], row["favourable"], row["aim"])
                for row in record.rows("vote_layers")
                if row["resolution"] == resolution
            ),
            details[resolution],
            votes[0]["title"],
            votes[0]["title_ru"],
            tuple(dict.fromkeys(row["source_id"] for row in votes)),
            frozenset(row["country"] for row in votes if row["confidence"] != "high"),
        )
        for resolution, votes in rows.items()
    ]
    return tuple(sorted(calls, key=lambda call: (call.day, call.resolution)))


def agree(one: str | None, other: str | None) -> float | None:
    """Agreement of two votes: 1 alike, 0.5 if one abstained, 0 opposed; None unless both were cast.

    The same measure as `data.vote_agreement.score_agreement`.
    """
    if one not in PLACES or other not in PLACES:
        return None
    return 1 - abs(PLACES[one] - PLACES[other])


def agree_with_state(call: RollCall, country: str, other: str) -> float | None:
    """Agreement of a state's vote with that of another; None for the state itself."""
    if country == other:
        return None
    return agree(call.votes.get(country), call.votes.get(other))


def agree_with_sides(call: RollCall, country: str) -> dict[str, float]:
    """Agreement of a state's vote with what serves each reference party, by party.

    It is measured against the vote that serves the party, not the party's own, which may be
    missing. The party itself, and votes not cast, have none.
    """
    found = {side.toward: agree(call.votes.get(country), side.favourable) for side in call.sides}
    return {
        toward: agreement
        for toward, agreement in found.items()
        if agreement is not None and toward != country
    }


def summarise_voter(calls: Iterable[RollCall], country: str, hub: str) -> VoterRecord:
    """Counts and means of a state over some roll calls; every reference party counts by itself."""
    chosen = list(calls)
    votes: dict[str, int] = {}
    for call in chosen:
        if vote := call.votes.get(country):
            votes[vote] = votes.get(vote, 0) + 1
    hubs = [
        agreement
        for call in chosen
        if (agreement := agree_with_state(call, country, hub)) is not None
    ]
    parties = [value for call in chosen for value in agree_with_sides(call, country).values()]
    return VoterRecord(country, votes, _mean(hubs), len(hubs), _mean(parties), len(parties))


def list_voters(calls: Iterable[RollCall]) -> list[str]:
    """Ids of the states that the roll calls have a vote of."""
    return sorted({country for call in calls for country in call.votes})


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
