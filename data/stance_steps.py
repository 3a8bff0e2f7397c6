"""An event as its answers came in: days on which a stance changed, and the claims that did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.claim import Claim
from data.record import Record
from data.resolve import Stance
from data.stances import list_claim_days, resolve_event


@dataclass(frozen=True)
class Change:
    """The stance of one actor from a day on; ``before`` is None for one that was absent.

    ``claim`` is the claim of that day that counts for most, one of the new code if there is one.
    """

    actor: str
    before: Stance | None
    after: Stance
    claim: Claim


@dataclass(frozen=True)
class Step:
    """A day on which stances changed, and how; ``number`` counts from the event's first day, 0."""

    day: date
    number: int
    changes: tuple[Change, ...]


def list_steps(record: Record, event_id: str, toward: str) -> tuple[Step, ...]:
    """The days after the first of an event on which a stance toward ``toward`` changes, in order.

    What the last gives is all that is known, what stood before the first what was known on the
    event's first day. KeyError and ValueError as `resolve_event`.
    """
    first, *later = list_claim_days(record, event_id)
    before = resolve_event(record, event_id, toward, first)
    steps = []
    for day in later:
        after = resolve_event(record, event_id, toward, day)
        if changes := compare_stances(before, after, day):
            steps.append(Step(day, (day - first).days, changes))
        before = after
    return tuple(steps)


def compare_stances(
    before: Mapping[str, Stance], after: Mapping[str, Stance], day: date
) -> tuple[Change, ...]:
    """Who is read otherwise by the claims of a day, by actor."""
    return tuple(
        Change(actor, before.get(actor), stance, find_claim(stance, _list_made(stance, day)))
        for actor, stance in after.items()
        if actor not in before or read_stance(before[actor]) != read_stance(stance)
    )


def read_stance(stance: Stance) -> tuple[str, tuple[str, ...], str]:
    """What makes a stance another one: its code, other readings, and why it is weak."""
    return stance.code, stance.readings, stance.weakness


def find_claim(stance: Stance, claims: Sequence[Claim]) -> Claim:
    """The first of the claims that has the code of the stance, else the first."""
    return next((claim for claim in claims if claim.stance == stance.code), claims[0])


def _list_made(stance: Stance, day: date) -> list[Claim]:
    return [claim for claim in stance.claims if claim.date == day]
