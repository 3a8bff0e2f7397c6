"""A stance in time: what was said or done first and last at an event. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from data.claim import ACT, Claim

REPORT, SILENT = "report", "SIL"
ACTS = frozenset({"deed", "vote"})
"""Modes that outweigh words of the same certainty: what a state did, and how it voted."""


@dataclass(frozen=True)
class Turn:
    """The reading from a day on."""

    day: date
    code: str


def prefer_acts(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Deeds and votes if there are any, else all."""
    return [claim for claim in claims if claim.mode in ACTS] or claims


def split_turns(
    claims: Sequence[Claim], choose: Callable[[Collection[str]], str]
) -> tuple[tuple[Turn, ...], list[Claim]]:
    """The turns of a stance, and the claims that speak of its last one.

    Claims dated by an act stand in the order of their days; ``choose`` takes the codes of one day
    and gives the one that is read. Reports, and claims dated only by who tells of them, speak of
    the whole event: they stand beside the last day. A reported silence does not, for it ended with
    the first word. Without a dated claim there are no turns.
    """
    dated = [claim for claim in claims if claim.dated == ACT and claim.mode != REPORT]
    if not dated:
        return (), list(claims)
    turns: list[Turn] = []
    for day in sorted({claim.date for claim in dated}):
        code = choose({claim.stance for claim in dated if claim.date == day})
        if not turns or turns[-1].code != code:
            turns.append(Turn(day, code))
    last = max(claim.date for claim in dated)
    beside = [claim for claim in claims if claim not in dated and claim.stance != SILENT]
    return tuple(turns), [claim for claim in dated if claim.date == last] + beside
