"""An event's answers as they came in, as the browser gets them: each day that changed a stance.

The last day gives the stances of all that is known, which the browser has. So of each day only what
stood before it is told, and of that only what is not what an actor has without a claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from components.features.map.readings_payload import build_defaults
from components.features.map.stance_text import encode_stance
from data.record import Record
from data.stance_steps import list_steps
from data.stances import list_references

Steps = dict[str, dict[str, dict[str, str]]]
"""By event, reference party and number of a day: the actors that it changes."""
ALL = "all"
BEFORE = "="


def build_steps(record: Record, read: Mapping[str, Record]) -> dict[str, Steps]:
    """The days after the first of each event on which stances change; of all claims and readings.

    By `all` or reading, event, reference party and number of the day, counted from the event's
    first as 0: the actors that change on it, with a space between them. What stood before, as
    `encode_stance` writes it, follows after `=`; it is left out where it is what `build_defaults`
    gives. For example `{"44": "KAZ CSTO=NEU*TEP"}`. Layers without such days are absent.
    """
    steps: dict[str, Steps] = {}
    for reading, chosen in {ALL: record, **read}.items():
        found = steps[reading] = {}
        for event in record.rows("events"):
            for toward in list_references(record, event["id"]):
                if layer := _build_layer(chosen, event["id"], toward):
                    found.setdefault(event["id"], {})[toward] = layer
    return steps


def _build_layer(record: Record, event_id: str, toward: str) -> dict[str, str]:
    find_default = build_defaults(record, record.row("events", event_id))
    layer = {}
    for step in list_steps(record, event_id, toward):
        changes = []
        for change in step.changes:
            before = encode_stance(change.before) if change.before else ""
            told = before != find_default(change.actor)
            changes.append(change.actor + (BEFORE + before if told else ""))
        layer[str(step.number)] = " ".join(changes)
    return layer
