"""Every resolved stance: an actor's toward a reference party at an event, with what it rests on."""

from __future__ import annotations

from data.claim import Claim
from data.derived.rows import Cells, join_parts
from data.record import Record
from data.resolve import NO_DATA, RANK, Stance
from data.stance_cells import Layer, list_layers
from data.stances import read_ordinals


def build_resolved_stances(record: Record) -> list[Cells]:
    """One row for each actor with a stance at each event and reference party, in order of time.

    Stances without a claim are there too: the party itself, members of whom nothing is known, and
    states that were not members.
    """
    ordinals = read_ordinals(record)
    states = {row["id"] for row in record.rows("countries")}
    return [
        {
            "event_id": layer.event_id,
            "event_date": layer.day,
            "year": layer.day.year,
            "event_kind": layer.kind,
            "actor": actor,
            "actor_is_state": int(actor in states),
            "actor_is_member": int(actor in layer.members),
            "toward": layer.toward,
            "toward_is_member": int(layer.toward in layer.members),
            "stance": stance.code,
            "ordinal": ordinals[stance.code],
            **_describe_basis(stance),
        }
        for layer in list_layers(record)
        for actor, stance in _list_stances(layer)
    ]


def _list_stances(layer: Layer) -> list[tuple[str, Stance]]:
    return sorted(layer.stances.items())


def _describe_basis(stance: Stance) -> Cells:
    claims = stance.claims
    return {
        "contested": int(stance.contested),
        "adjudicated": int(stance.adjudicated),
        "rule": stance.rule,
        "readings": join_parts(stance.readings),
        "turns": join_parts(f"{turn.day.isoformat()} {turn.code}" for turn in stance.turns),
        "outweighed": join_parts(stance.outweighed),
        "weakness": stance.weakness,
        "modes": join_parts(_list_modes(stance)),
        "certainty": _find_certainty(claims),
        "claims": len(claims),
        "sources": len({claim.source_id for claim in claims}),
        "claim_ids": join_parts(claim.id for claim in claims),
    }


def _find_certainty(claims: tuple[Claim, ...]) -> str:
    """The certainty that counts for most among the claims that say something."""
    said = [claim.certainty for claim in claims if claim.stance != NO_DATA]
    return min(said, key=RANK.__getitem__, default="")


def _list_modes(stance: Stance) -> list[str]:
    """Modes of the claims that the code shown rests on, each once."""
    return list(dict.fromkeys(c.mode for c in stance.claims if c.stance == stance.code))
