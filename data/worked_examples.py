"""Worked examples of the resolution rule, chosen from the record as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.cite import Plain, cite, describe_stance, name_actor, name_event, plain_date
from data.claim_outcomes import OUTRANKED, Question, resolve_all, weigh_claims
from data.languages import DEFAULT
from data.localize import pick
from data.record import Record
from data.resolve import NO_DATA, Lang, Stance


def _differs_by(certainty: str) -> Callable[[Stance], bool]:
    """Whether a plainly resolved stance leaves out a claim of this certainty and another code."""

    def test(stance: Stance) -> bool:
        return not stance.contested and any(
            entry.outcome == OUTRANKED
            and entry.claim.certainty == certainty
            and entry.claim.stance != stance.code
            for entry in weigh_claims(stance)
        )

    return test


KINDS: Mapping[str, Callable[[Stance], bool]] = {
    "contested": lambda stance: stance.contested,
    "changed": lambda stance: bool(stance.turns) and not stance.contested,
    "outweighed": lambda stance: bool(stance.outweighed) and not stance.adjudicated,
    "group": _differs_by("group"),
    "opinion": _differs_by("opinion"),
    "adjudicated": lambda stance: stance.adjudicated,
    "no_data": lambda stance: stance.code == NO_DATA and not stance.adjudicated,
}
"""What an example of each kind must show, by the name of the kind."""


def find_examples(
    record: Record, preferred: Mapping[str, Question], lang: Lang = DEFAULT
) -> list[Plain]:
    """One example of each kind that the record has, in the order of ``KINDS``, none twice.

    The preferred question is taken while it still shows what it should; otherwise the stance with
    the most sources, then the most claims, then the earliest.
    """
    stances = resolve_all(record)
    found: list[Plain] = []
    taken: set[Question] = set()
    for kind, test in KINDS.items():
        fitting = [
            question
            for question, stance in stances.items()
            if question not in taken and test(stance)
        ]
        if fitting:
            wanted = preferred.get(kind)
            question = (
                wanted
                if wanted in fitting
                else max(fitting, key=lambda question: _tell_much(stances[question]))
            )
            taken.add(question)
            found.append(describe_example(record, kind, question, lang))
    return found


def _tell_much(stance: Stance) -> tuple[int, int]:
    return len({claim.source_id for claim in stance.claims}), len(stance.claims)


def describe_example(record: Record, kind: str, question: Question, lang: Lang) -> Plain:
    """A stance with its question in names and every claim as it was weighed. KeyError without."""
    event_id, toward, actor = question
    stance = resolve_all(record)[question]
    labels = {row["code"]: pick(row, "label", lang) for row in record.rows("scale")}
    described = describe_stance(record, stance, lang)
    claims = [
        {
            "id": entry.claim.id,
            "date": plain_date(entry.claim.date),
            "code": entry.claim.stance,
            "label": labels[entry.claim.stance],
            "certainty": entry.claim.certainty,
            "place": entry.place,
            "fate": entry.outcome,
            "summary": pick(vars(entry.claim), "summary", lang),
            "source": cite(record, entry.claim.source_id, entry.claim.locator),
        }
        for entry in weigh_claims(stance)
    ]
    return {
        "kind": kind,
        "event": name_event(record, event_id, lang),
        "toward": name_actor(record, toward, lang),
        "actor": name_actor(record, actor, lang),
        **{key: described[key] for key in ("code", "label", "contested", "readings")},
        **{key: described[key] for key in ("adjudicated", "reason", "rule")},
        "claims": claims,
    }
