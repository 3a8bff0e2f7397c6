"""From a vote in the General Assembly to a stance: the one rule, stated in CODEBOOK.md.

Which resolution is read at which event, and toward whom, stands in the table ``vote_layers``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.schema import Row, Tables

PARTY = "PTY"
WITHOUT_A_SIDE = {"abstained": "NEU", "not_voting": "SIL", "unknown": None}


@dataclass(frozen=True)
class Expected:
    """What one vote means at one event: ``stance`` is None when no claim may be made of it."""

    event_id: str
    toward: str
    vote: Row
    stance: str | None


def derive_stance(vote: str, favourable: str, aim: str) -> str | None:
    """Stance of a vote toward a reference party, None for an unknown vote.

    ``favourable`` is the vote (for, against) that serves the reference party. A vote so cast is
    DIP. The opposite vote is OPP when the text is aimed at the party (``aim`` direct) and LEAN
    when the text only mentions it (aside). Abstaining is NEU, not voting SIL: no side was taken,
    and in the second case nothing was said. ValueError for another vote, favourable or aim.
    """
    if favourable not in ("for", "against") or aim not in ("direct", "aside"):
        raise ValueError(f"no such layer: favourable {favourable!r}, aim {aim!r}")
    if vote in WITHOUT_A_SIDE:
        return WITHOUT_A_SIDE[vote]
    if vote not in ("for", "against"):
        raise ValueError(f"no such vote: {vote!r}")
    if vote == favourable:
        return "DIP"
    return "OPP" if aim == "direct" else "LEAN"


def expect_stances(tables: Tables) -> Iterator[Expected]:
    """The stance of every vote at every event it is read at; parties to the event are PTY.

    The reference party's own vote says nothing about its stance toward itself and is left out; so
    is what could not be read, which is a problem of its own.
    """
    parties = {(row["event_id"], row["actor"]) for row in tables["parties"]}
    for layer in tables["vote_layers"]:
        event, toward = layer["event_id"], layer["toward"]
        if not (layer["favourable"] and layer["aim"]):
            continue
        for vote in tables["votes"]:
            if vote["resolution"] != layer["resolution"] or vote["country"] in ("", toward):
                continue
            if not vote["vote"]:
                continue
            stance = derive_stance(vote["vote"], layer["favourable"], layer["aim"])
            if stance is not None and (event, vote["country"]) in parties:
                stance = PARTY
            yield Expected(event, toward, vote, stance)
