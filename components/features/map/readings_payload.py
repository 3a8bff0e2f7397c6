"""Stances of each kind of answer as the browser gets them: small beside those of all claims.

Almost every stance that rests on one kind of answer is either that of all claims or what the actor
has without a claim, which the browser knows. So an actor gets one digit, and the rest is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from data.membership import members_on
from data.record import Record
from data.schema import Row

Stances = dict[str, dict[str, dict[str, str]]]
"""Encoded stance by event, reference party and actor."""


def build_readings(record: Record, stances: Stances, read: Mapping[str, Stances]) -> dict[str, Any]:
    """The stances of each reading (`read`, by its name) beside those of all claims (`stances`).

    - ``same``: by event and reference party a digit for each actor, in the order of `stances`,
      that has not what it would have without a claim: the sum of 1 for the first reading, 2 for
      the second, 4 for the third where it has the stance of all claims, else it has
      `default_stance`. Layers in which all do are left out;
    - ``other``: by reading, event, reference party and actor every stance that this does not give;
      an empty text for none.
    """
    same: dict[str, dict[str, str]] = {}
    other: dict[str, Stances] = {reading: {} for reading in read}
    for event in record.rows("events"):
        find_default = build_defaults(record, event)
        for toward, actors in stances[event["id"]].items():
            digits = ""
            for actor, whole in actors.items():
                digit = 0
                default = find_default(actor)
                for bit, (reading, layers) in enumerate(read.items()):
                    text = layers[event["id"]][toward].get(actor, "")
                    if text == whole:
                        digit += 1 << bit
                    elif text != default or whole == default:
                        layer = other[reading].setdefault(event["id"], {})
                        layer.setdefault(toward, {})[actor] = text
                digits += "" if whole == default else str(digit)
            if set(digits) - {str((1 << len(read)) - 1)}:
                same.setdefault(event["id"], {})[toward] = digits
    return {"same": same, "other": other}


def build_defaults(record: Record, event: Row) -> Callable[[str], str]:
    """What an actor has at an event without a claim; `defaultStance` of `core/snapshot.ts` too."""
    members = members_on(record, event["date_start"])
    parties = {row["actor"] for row in record.rows("parties") if row["event_id"] == event["id"]}
    ever = {row["country"] for row in record.rows("memberships")}

    def find(actor: str) -> str:
        if actor in parties:
            return "PTY"
        if actor in members:
            return "ND"
        return "NOM" if actor in ever else ""

    return find
