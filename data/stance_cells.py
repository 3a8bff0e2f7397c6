"""The cells of the record: each member's stance toward each reference party of each event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.membership import members_on
from data.record import Record
from data.resolve import NO_DATA, PARTY, SILENT, Stance
from data.stances import list_references, read_ordinals, resolve_event
from data.timeline import order_events

UN_VOTE = "un_vote"


@dataclass(frozen=True)
class Layer:
    """An event read toward one of its reference parties, with everyone's stance."""

    event_id: str
    toward: str
    day: date
    kind: str
    members: frozenset[str]
    stances: dict[str, Stance]


@dataclass(frozen=True)
class Cell:
    """One member's stance toward another member's cause, on the event's first day.

    ``value`` is the stance on the scale, None where it is unknown. ``low`` and ``high`` are the
    same unless the stance is contested: then they are the extremes of its readings. ``weak`` says
    that its evidence is (`data.weight.find_weakness`).
    """

    event_id: str
    day: date
    kind: str
    actor: str
    toward: str
    code: str
    value: int | None
    low: int | None
    high: int | None
    weak: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Both members, in the order of their ids."""
        return min(self.actor, self.toward), max(self.actor, self.toward)


@lru_cache(maxsize=4)
def list_layers(record: Record) -> tuple[Layer, ...]:
    """Every event with each of its reference parties, from the earliest."""
    return tuple(
        Layer(
            event["id"],
            toward,
            event["date_start"],
            event["kind"],
            frozenset(members_on(record, event["date_start"])),
            resolve_event(record, event["id"], toward),
        )
        for event in order_events(record)
        for toward in list_references(record, event["id"])
    )


@lru_cache(maxsize=4)
def list_cells(record: Record) -> tuple[Cell, ...]:
    """Cells between members: one member's stance toward another's cause, from the earliest.

    Actor and reference party were both in the alliance on the event's first day. Parties to the
    event are no cells, for they do not react; unknown stances (SIL, ND) are, without a value.
    """
    ordinals = read_ordinals(record)
    cells = []
    for layer in list_layers(record):
        if layer.toward not in layer.members:
            continue
        for actor in sorted(layer.members - {layer.toward}):
            stance = layer.stances[actor]
            value = ordinals[stance.code]
            if stance.code == PARTY or (value is None and stance.code not in (SILENT, NO_DATA)):
                continue
            placed = [at for code in stance.readings if (at := ordinals[code]) is not None]
            cells.append(
                Cell(
                    layer.event_id,
                    layer.day,
                    layer.kind,
                    actor,
                    layer.toward,
                    stance.code,
                    value,
                    min(placed, default=value) if value is not None else None,
                    max(placed, default=value) if value is not None else None,
                    bool(stance.weakness),
                )
            )
    return tuple(cells)


def find_nearest_code(mean: float, ordinals: Mapping[str, int | None]) -> str:
    """The code of the scale nearest to a mean; halfway, the one nearer to neutral."""
    placed = [(abs(at - mean), abs(at), code) for code, at in ordinals.items() if at is not None]
    return min(placed)[2]
