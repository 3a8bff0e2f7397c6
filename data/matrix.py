"""The matrix of the record: which layers are shown, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from data.membership import ORGANIZATION, TREATY, alliance_states, members_on
from data.record import Record
from data.stance_cells import Layer, list_layers
from data.timeline import order_events

DATE, KIND = "date", "kind"
MEMBERS, BLOC, OTHERS = "members", "bloc", "others"
OWN = "own"


def select_layers(record: Record, first: int, last: int, about: str | None = None) -> list[Layer]:
    """Layers of the events that began from year ``first`` to ``last``, from the earliest.

    ``about`` keeps those read toward a member (`members`), toward the Treaty or the Organization
    (`bloc`), or toward anybody else (`others`); None keeps all.
    """
    return [
        layer
        for layer in list_layers(record)
        if first <= layer.day.year <= last and (about is None or sort_reference(layer) == about)
    ]


def sort_reference(layer: Layer) -> str:
    """Which of the three sorts of reference party a layer is read toward."""
    if layer.toward in layer.members:
        return MEMBERS
    return BLOC if layer.toward in (TREATY, ORGANIZATION) else OTHERS


def group_layers(
    layers: Iterable[Layer], by: str, codes: Sequence[str], kinds: Sequence[str]
) -> list[tuple[str, list[Layer]]]:
    """Layers under headings: by year (`date`), by kind (`kind`), or by the stance of a member.

    For a member's id the headings are codes in the order of ``codes``, its own causes (`own`) last;
    kinds come in the order of ``kinds``. Within a heading the layers keep their order.
    """

    def find_heading(layer: Layer) -> str:
        if by == DATE:
            return str(layer.day.year)
        if by == KIND:
            return layer.kind
        return OWN if layer.toward == by else layer.stances[by].code

    order = {name: at for at, name in enumerate(kinds if by == KIND else (*codes, OWN))}
    found = list(layers)
    if by != DATE:
        found.sort(key=lambda layer: order[find_heading(layer)])
    return [(heading, list(group)) for heading, group in groupby(found, find_heading)]


def order_members(record: Record) -> list[str]:
    """States of the alliance by name, those in it at the last event first."""
    names = {row["id"]: row["name_en"] for row in record.rows("countries")}
    events = order_events(record)
    now = members_on(record, events[-1]["date_start"]) if events else set()
    return sorted(alliance_states(record), key=lambda each: (each not in now, names[each]))
