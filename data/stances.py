"""The stance of every actor at an event toward one of its reference parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from data.claim import Adjudication, Claim
from data.confidence import rate_source
from data.membership import alliance_states, members_on
from data.record import Record
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, Stance, resolve_stance
from data.schema import Row


def read_ordinals(record: Record) -> dict[str, int | None]:
    """Place of each code on the scale, in the table's order; None for codes not on it."""
    return {row["code"]: row["ordinal"] for row in record.rows("scale")}


def list_references(record: Record, event_id: str) -> list[str]:
    """Reference parties of an event, in the table's order."""
    return list(_index_references(record).get(event_id, ()))


@lru_cache(maxsize=8)
def _index_references(record: Record) -> dict[str, list[str]]:
    references: dict[str, list[str]] = {}
    for row in record.rows("parties"):
        if row["role"] == "reference":
            references.setdefault(row["event_id"], []).append(row["actor"])
    return references


def resolve_event(
    record: Record, event_id: str, toward: str, until: date | None = None
) -> dict[str, Stance]:
    """Stance of every actor toward ``toward`` at an event, by actor id.

    - the reference party itself is PTY;
    - an actor with claims toward it has the stance they resolve to, party or member or neither;
    - another party to the event without claims is PTY (claims of no data do not count here);
    - a member on the first day of the event without claims is ND;
    - a state that was in the Treaty or the Organization at another time only, without claims, NOM;
    - everybody else is absent.

    With ``until``, as known by the end of that day, the event's first at the earliest: only claims
    dated on or before it count. Reports, and claims whose own day is not known (`dated` is
    `account`), speak of the whole event (codebook, section 9); they are known from their date on,
    the day of the account or the end of what it tells of. An adjudication holds from the first
    claim of its code on; if none has it, from the last claim of its cell.

    KeyError for an unknown event, ValueError when ``toward`` is not a reference party of it.
    """
    known = _read_resolved(record)
    # Days without a claim are like the last one with claims: no more is kept than there are days.
    day = None if until is None else _find_claim_day(record, event_id, until)
    if (event_id, toward, day) not in known:
        known[event_id, toward, day] = _resolve_event(record, event_id, toward, day)
    return dict(known[event_id, toward, day])


def list_claim_days(record: Record, event_id: str) -> tuple[date, ...]:
    """The first day of an event and the later days of claims on it, in order.

    A claim dated before the first day is known on it. KeyError for an unknown event.
    """
    first = record.row("events", event_id)["date_start"]
    told = _list_days(record).get(event_id, ())
    return (first, *(day for day in told if day > first))


def _find_claim_day(record: Record, event_id: str, until: date) -> date:
    first, *later = list_claim_days(record, event_id)
    return max((day for day in later if day <= until), default=first)


@lru_cache(maxsize=8)
def _list_days(record: Record) -> dict[str, tuple[date, ...]]:
    days: dict[str, set[date]] = {}
    for row in record.rows("claims"):
        days.setdefault(row["event_id"], set()).add(row["date"])
    return {event: tuple(sorted(found)) for event, found in days.items()}


@lru_cache(maxsize=8)
def _read_resolved(_record: Record) -> dict[tuple[str, str, date | None], dict[str, Stance]]:
    """What was resolved of a record so far: texts, map and tables ask for the same again."""
    return {}


def _resolve_event(
    record: Record, event_id: str, toward: str, until: date | None
) -> dict[str, Stance]:
    event = record.row("events", event_id)
    if toward not in list_references(record, event_id):
        raise ValueError(f"{toward} is not a reference party of {event_id}")
    roster = members_on(record, event["date_start"])
    stances = {actor: Stance(NOT_MEMBER) for actor in alliance_states(record)}
    stances |= {actor: Stance(NO_DATA) for actor in roster}
    stances |= {actor: Stance(PARTY) for actor in _list_parties(record, event_id)}
    for actor in _list_untold(record, event_id, toward):
        stances.setdefault(actor, Stance(NO_DATA))
    for actor, stance in _resolve_claims(record, event_id, toward, until or date.max).items():
        # Claims that say nothing is known leave a party a party and a non-member a non-member.
        silent = stance.code == NO_DATA and not stance.adjudicated
        known = stances.get(actor, stance)
        stances[actor] = replace(known, claims=stance.claims) if silent else stance
    stances[toward] = Stance(PARTY)
    return dict(sorted(stances.items()))


def count_codes(record: Record, stances: Iterable[Stance]) -> dict[str, int]:
    """How many stances have each code of the scale, in the table's order, zeros included."""
    counts = Counter(stance.code for stance in stances)
    return {row["code"]: counts[row["code"]] for row in record.rows("scale")}


def _list_parties(record: Record, event_id: str) -> list[str]:
    return [row["actor"] for row in record.rows("parties") if row["event_id"] == event_id]


def _list_untold(record: Record, event_id: str, toward: str) -> set[str]:
    """Actors of whom all claims only say that nothing is known: on no day do they begin to."""
    rows = _group_claims(record).get((event_id, toward), ())
    return {row["actor"] for row in rows} - {
        row["actor"] for row in rows if row["stance"] != NO_DATA
    }


def _resolve_claims(record: Record, event_id: str, toward: str, until: date) -> dict[str, Stance]:
    ordinals = read_ordinals(record)
    claims: dict[str, list[Claim]] = {}
    for row in _group_claims(record).get((event_id, toward), ()):
        confidence = rate_source(record, row["source_id"], row["actor"])
        claims.setdefault(row["actor"], []).append(make_claim(row, confidence))
    settled = {
        row["actor"]: _make_adjudication(row)
        for row in record.rows("adjudications")
        if row["event_id"] == event_id
        and row["toward"] == toward
        and _find_settled(claims.get(row["actor"], ()), row["stance"]) <= until
    }
    told = {
        actor: known
        for actor, whole in claims.items()
        if (known := [claim for claim in whole if claim.date <= until])
    }
    return {
        actor: resolve_stance(told.get(actor, ()), settled.get(actor), ordinals)
        for actor in told.keys() | settled.keys()
    }


def _find_settled(claims: Sequence[Claim], code: str) -> date:
    """The day from which a decision for a code holds; without claims it always does."""
    own = [claim.date for claim in claims if claim.stance == code]
    return min(own) if own else max((claim.date for claim in claims), default=date.min)


@lru_cache(maxsize=8)
def _group_claims(record: Record) -> dict[tuple[str, str], list[Row]]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in record.rows("claims"):
        groups.setdefault((row["event_id"], row["toward"]), []).append(row)
    return groups


def make_claim(row: Row, confidence: str = "") -> Claim:
    """The claim of a row of the table, from a source so trusted."""
    columns = Claim.__dataclass_fields__.keys() - {"confidence"}
    return Claim(**{column: row[column] for column in columns}, confidence=confidence)


def _make_adjudication(row: Row) -> Adjudication:
    return Adjudication(**{column: row[column] for column in Adjudication.__dataclass_fields__})
