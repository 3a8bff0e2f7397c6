"""How much evidence a stance rests on. Pure: no table is read here."""

from __future__ import annotations

from collections.abc import Sequence

from data.claim import Claim

OPINION, GROUP, LOW_CONFIDENCE = "opinion", "group", "low_confidence"
"""Why the evidence of a stance can be weak; of two reasons the first is given."""

WITNESSED = frozenset({"signature", "vote", "deed"})
"""Modes in which each state named acted itself, however many a sentence names."""


def find_weakness(resting: Sequence[Claim]) -> str:
    """Why a stance that rests on these claims is weak; empty if it is not, or without claims.

    - `opinion`: nobody reports anything but a judgement;
    - `group`: all there is is what one source says of several states together, of words or
      attitudes; a second paragraph of the same source is no second witness;
    - `low_confidence`: all of them come from one source, and it is trusted little.
    """
    if not resting:
        return ""
    if all(claim.certainty == OPINION for claim in resting):
        return OPINION
    grouped = all(claim.certainty == GROUP and claim.mode not in WITNESSED for claim in resting)
    single = len({claim.source_id for claim in resting}) == 1
    if grouped and single:
        return GROUP
    return LOW_CONFIDENCE if single and resting[0].confidence == "low" else ""
