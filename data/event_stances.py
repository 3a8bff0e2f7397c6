"""The stances at an event with the claims behind them, as a reader gets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from data.cite import Plain, cite, describe_claim, describe_stance, label_codes, name_actor
from data.claim import Claim
from data.membership import members_on
from data.record import Record
from data.resolve import NO_DATA, Lang, Stance
from data.stances import read_ordinals, resolve_event


def list_event_stances(
    record: Record,
    event_id: str,
    toward: str,
    stances: Mapping[str, Stance],
    lang: Lang,
    until: date | None,
) -> list[Plain]:
    """Stances in the order of the scale, then of names, ready for JSON.

    With ``until`` they are those known by the end of that day, and what was said after it comes as
    ``later``: claims from the earliest. Who was absent until then has no data.
    """
    later = {} if until is None else _find_later(record, event_id, toward, until)
    stances = {**{actor: Stance(NO_DATA) for actor in later}, **stances}
    labels = label_codes(record, lang, event_id)
    roster = members_on(record, record.row("events", event_id)["date_start"])
    settled_by = {
        row["actor"]: row["source_id"]
        for row in record.rows("adjudications")
        if row["event_id"] == event_id and row["toward"] == toward
    }
    described = [
        {
            "actor": name_actor(record, actor, lang),
            "member": actor in roster,
            **describe_stance(record, stance, lang, event_id),
            "reason_source": cite(record, settled_by.get(actor, "")),
            **_describe_later(record, later.get(actor, ()), labels, lang),
        }
        for actor, stance in stances.items()
    ]
    order = {code: at for at, code in enumerate(read_ordinals(record))}
    return sorted(described, key=lambda each: (order[each["code"]], each["actor"]["name"]))


def _find_later(record: Record, event_id: str, toward: str, until: date) -> dict[str, list[Claim]]:
    """The claims made after a day of an event, in their order, by actor."""
    found = {
        actor: sorted(
            (claim for claim in stance.claims if claim.date > until), key=lambda each: each.date
        )
        for actor, stance in resolve_event(record, event_id, toward).items()
    }
    return {actor: claims for actor, claims in found.items() if claims}


def _describe_later(
    record: Record, claims: Iterable[Claim], labels: Mapping[str, str], lang: Lang
) -> Plain:
    described = [describe_claim(record, claim, labels, lang) for claim in claims]
    return {"later": described} if described else {}
