"""How much evidence a stance rests on. Pure: no table is read here."""

from __future__ import annotations

from collections.abc import Sequence

from data.claim import Claim

OPINION, GROUP = "opinion", "group"
WITNESSED = frozenset({"signature", "vote"})
"""Modes in which each named state acted itself, however many a sentence names."""


def find_weakness(counted: Sequence[Claim]) -> str:
    """Why a stance resting on these claims is weak; empty if it is not.

    ``counted`` are the claims of the best certainty. `opinion`: nobody reports anything but a
    judgement. `group`: one sentence about several states together is all there is.
    """
    if counted and all(claim.certainty == OPINION for claim in counted):
        return OPINION
    sentences = {(claim.source_id, claim.locator) for claim in counted}
    grouped = [
        claim for claim in counted if claim.certainty == GROUP and claim.mode not in WITNESSED
    ]
    if counted and len(grouped) == len(counted) and len(sentences) == 1:
        return GROUP
    return ""
