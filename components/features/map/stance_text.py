"""Stances as the document of the map writes them."""

from __future__ import annotations

from collections.abc import Mapping

from components.features.map.readings_payload import Stances
from data.resolve import Stance

CONTESTED = "*"
WEAK = "?"


def encode_stance(stance: Stance) -> str:
    """The code shown; a contested stance's first other reading after `*`; why it is weak after `?`.

    For example `NEU`, `NEU*LEAN`, `DIP?group`, `NEU*LEAN?opinion`.
    """
    others = [code for code in stance.readings if code != stance.code]
    text = stance.code + (CONTESTED + others[0] if stance.contested else "")
    return text + (WEAK + stance.weakness if stance.weakness else "")


def group_stances(stances: Stances) -> Stances:
    """By event, reference party and encoded stance the actors that have it, with spaces between.

    Half as long as a stance for each actor; `expandStances` of `core/snapshot.ts` undoes it.
    """
    return {
        event: {toward: _group(actors) for toward, actors in layers.items()}
        for event, layers in stances.items()
    }


def _group(actors: Mapping[str, str]) -> dict[str, str]:
    groups: dict[str, list[str]] = {}
    for actor, text in sorted(actors.items()):
        groups.setdefault(text, []).append(actor)
    return {text: " ".join(group) for text, group in groups.items()}
