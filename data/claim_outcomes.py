"""What became of each claim: the rule of `data.resolve` made visible, claim by claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from data.claim import Claim
from data.record import Record
from data.resolve import NO_DATA, RANK, Stance
from data.stances import list_references, resolve_event

Question = tuple[str, str, str]
"""An event, a reference party of it, and an actor: what one stance answers."""

COUNTS, RIVAL, OUTRANKED, SILENT = "counts", "rival", "outranked", "silent"
EARLIER, OUTWEIGHED = "earlier", "outweighed"
UPHELD, SET_ASIDE = "upheld", "set_aside"


@dataclass(frozen=True)
class ClaimOutcome:
    """A claim, its place by certainty from 1 (most direct), and what became of it.

    ``outcome`` is counts (its code is shown), rival (of the best certainty, but another code is
    shown), earlier (a later act or word changed the stance), outweighed (words beside deeds or
    votes as certain), outranked (a more direct claim exists), silent (it says that nothing is
    known), upheld or set_aside (an adjudication decided for or against its code).
    """

    claim: Claim
    place: int
    outcome: str


@lru_cache(maxsize=4)
def resolve_all(record: Record) -> dict[Question, Stance]:
    """Every stance of the record that has claims, in the order of the events; do not change it."""
    return {
        (row["id"], toward, actor): stance
        for row in record.rows("events")
        for toward in list_references(record, row["id"])
        for actor, stance in resolve_event(record, row["id"], toward).items()
        if stance.claims
    }


def weigh_claims(stance: Stance) -> list[ClaimOutcome]:
    """The claims of a stance in their order, each with what became of it."""
    informative = [claim for claim in stance.claims if claim.stance != NO_DATA]
    best = min((RANK[claim.certainty] for claim in informative), default=None)
    return [
        ClaimOutcome(claim, RANK[claim.certainty] + 1, _judge(stance, claim, best))
        for claim in stance.claims
    ]


def _judge(stance: Stance, claim: Claim, best: int | None) -> str:
    if stance.adjudicated:
        return UPHELD if claim.stance == stance.code else SET_ASIDE
    if claim.stance == NO_DATA:
        return SILENT
    if RANK[claim.certainty] != best:
        return OUTRANKED
    if claim.stance == stance.code:
        return COUNTS
    if claim.stance in stance.readings:
        return RIVAL
    return OUTWEIGHED if claim.stance in stance.outweighed else EARLIER
