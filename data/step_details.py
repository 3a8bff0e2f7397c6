"""The days that mattered at an event: who changed on each, and by which claim."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.cite import Plain, label_codes
from data.record import Record
from data.resolve import Lang, Stance
from data.stance_steps import Change, find_claim, list_steps
from data.stances import list_claim_days, resolve_event


def describe_steps(record: Record, event_id: str, toward: str, lang: Lang) -> list[Plain]:
    """The first day of an event and each later one on which stances changed; ready for JSON.

    Each has its ``number``, counted from the first day as 0, its ``date``, and ``changes``: an
    actor, its stance ``before`` (None for one that was absent) and ``after``, and the id of the
    ``claim`` that did it. On the first day those with a claim are told, without what was before.
    Empty where everything was known on the first day. Errors as `list_steps`.
    """
    steps = list_steps(record, event_id, toward)
    if not steps:
        return []
    labels = label_codes(record, lang, event_id)
    first = list_claim_days(record, event_id)[0]
    told = [(first, 0, _list_first(record, event_id, toward, first))]
    told += [(step.day, step.number, list(step.changes)) for step in steps]
    return [
        {
            "number": number,
            "date": day.isoformat(),
            "changes": [_describe_change(change, labels) for change in changes],
        }
        for day, number, changes in told
    ]


def _list_first(record: Record, event_id: str, toward: str, first: date) -> list[Change]:
    """Everyone's stance by the end of the first day, of those with a claim by then."""
    stances = resolve_event(record, event_id, toward, first)
    return [
        Change(actor, None, stance, find_claim(stance, stance.claims))
        for actor, stance in stances.items()
        if stance.claims and actor != toward
    ]


def _describe_change(change: Change, labels: Mapping[str, str]) -> Plain:
    return {
        "actor": change.actor,
        "before": _describe_side(change.before, labels) if change.before else None,
        "after": _describe_side(change.after, labels),
        "claim": change.claim.id,
    }


def _describe_side(stance: Stance, labels: Mapping[str, str]) -> Plain:
    """A stance without its claims: what is empty is left out."""
    readings = [code for code in stance.readings if code != stance.code]
    side = {
        "code": stance.code,
        "label": labels[stance.code],
        "contested": stance.contested,
        "other": readings[0] if stance.contested and readings else "",
        "weakness": stance.weakness,
    }
    return {name: value for name, value in side.items() if value}
