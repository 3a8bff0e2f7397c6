"""A stance as the document of the map writes it."""

from __future__ import annotations

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
