"""What members said, voted and did at each event: a stance by kind of answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.membership import members_on
from data.modes import select_reading
from data.record import Record
from data.resolve import NO_DATA, Stance
from data.review import REVIEWED
from data.stance_cells import list_layers

ORDER = ("words", "votes", "deeds")
"""Kinds of answer as readers see them side by side; all of `data.modes.READINGS`."""

Question = tuple[str, str, str]
"""An event, a reference party of it, and an actor."""


@dataclass(frozen=True)
class Answers:
    """One actor at one event toward one party: ``whole`` of all claims, and by kind of answer.

    A kind without a claim that says something is missing in ``kinds``: nothing is known of it. A
    stance that rests only on attendance or on what others report has no kind at all.
    """

    whole: Stance
    kinds: Mapping[str, Stance]


@dataclass(frozen=True)
class WordsAndDeeds:
    """How many cells have each kind of answer, words and deeds, and these on different sides."""

    kinds: Mapping[str, int]
    both: int
    apart: int


@lru_cache(maxsize=2)
def list_answers(record: Record) -> Mapping[Question, Answers]:
    """The answers of every state that an event has a stance of, in the order of the events."""
    chosen = {kind: list_layers(select_reading(record, kind)) for kind in ORDER}
    found: dict[Question, Answers] = {}
    for place, layer in enumerate(list_layers(record)):
        for actor, whole in layer.stances.items():
            kinds = {
                kind: stance
                for kind in ORDER
                if (stance := chosen[kind][place].stances.get(actor)) is not None
                and stance.claims
                and stance.code != NO_DATA
            }
            found[layer.event_id, layer.toward, actor] = Answers(whole, kinds)
    return found


def list_present_members(record: Record) -> list[str]:
    """Ids of the members on the day of the record's review, suspended or not, by English name."""
    names = {row["id"]: row["name_en"] for row in record.rows("countries")}
    return sorted(members_on(record, REVIEWED), key=lambda each: names[each])


def compare_words_and_deeds(
    answers: Iterable[Answers], ordinals: Mapping[str, int | None]
) -> WordsAndDeeds:
    """Count kinds of answer with a place on the scale; apart is support against neutral, and so on.

    A vote not cast has no place on the scale and counts as none.
    """
    rows: Sequence[dict[str, int]] = [
        {
            kind: at
            for kind, stance in each.kinds.items()
            if (at := ordinals[stance.code]) is not None
        }
        for each in answers
    ]
    both = [row for row in rows if {"words", "deeds"} <= row.keys()]
    return WordsAndDeeds(
        {kind: sum(kind in row for row in rows) for kind in ORDER},
        len(both),
        sum(_sign(row["words"]) != _sign(row["deeds"]) for row in both),
    )


def _sign(at: int) -> int:
    return (at > 0) - (at < 0)
