"""What each source gave to the record, and where it disagrees with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields

from data.cite import Plain, plain_date
from data.claim_outcomes import Question, resolve_all, weigh_claims
from data.localize import pick
from data.record import Record
from data.resolve import NO_DATA, Lang, Stance

LEFT = ("line", "note_ru")
CONTESTED, SETTLED, RANKED = "contested", "settled", "ranked"


@dataclass(frozen=True)
class Dispute:
    """A stance on which a source reads another code than some other source, or than itself.

    ``own`` are its codes, ``others`` those of each other source that differ; ``shown`` is the code
    of the stance. ``kind`` says how it ended: contested (equal certainty, all readings shown),
    settled (an adjudication), ranked (a more direct claim stands before a less direct one).
    """

    event_id: str
    toward: str
    actor: str
    own: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    shown: str
    kind: str


def describe_contributions(record: Record, lang: Lang) -> list[Plain]:
    """Every source with its claims, its rows elsewhere, its disputes and its discrepancies.

    Sources of most claims come first. Actors and events are named by id.
    """
    claims = list_claims(record, lang)
    rows_of = count_rows(record)
    disputes = find_disputes(record)
    opposed = find_discrepancies(record)
    references = {row["source_id"]: row["reference"] for row in record.rows("source_references")}
    sources = [
        {
            **{key: value for key, value in row.items() if key not in LEFT},
            "note": pick(row, "note", lang),
            "reference": references.get(row["id"], ""),
            "claims": claims.get(row["id"], []),
            "rows": dict(rows_of.get(row["id"], {})),
            "disputes": [
                {**vars(dispute), "others": [list(other) for other in dispute.others]}
                for dispute in disputes.get(row["id"], [])
            ],
            "discrepancies": opposed.get(row["id"], []),
        }
        for row in record.rows("sources")
    ]
    return sorted(sources, key=lambda source: -len(source["claims"]))


def list_claims(record: Record, lang: Lang) -> dict[str, list[Plain]]:
    """Claims of each source, by actor and then by event, each with what became of it."""
    names = {row["id"]: pick(row, "name", lang) for table in ACTORS for row in record.rows(table)}
    weighed = [entry for stance in resolve_all(record).values() for entry in weigh_claims(stance)]
    # Sorting keeps the order of the events within an actor.
    found: dict[str, list[Plain]] = {}
    for entry in sorted(weighed, key=lambda entry: names.get(entry.claim.actor, entry.claim.actor)):
        claim = entry.claim
        columns = ("actor", "event_id", "toward", "stance", "certainty", "locator")
        plain = {column: getattr(claim, column) for column in columns}
        plain |= {"id": claim.id, "date": plain_date(claim.date), "fate": entry.outcome}
        plain["summary"] = pick(vars(claim), "summary", lang)
        found.setdefault(claim.source_id, []).append(plain)
    return found


ACTORS = ("countries", "organisations")


def count_rows(record: Record) -> dict[str, Counter[str]]:
    """For each source, how many rows of each other table cite it."""
    found: dict[str, Counter[str]] = {}
    tables = [field.name for field in fields(record) if not field.name.startswith("_")]
    for table in tables:
        # A reference says how the source itself is found; nothing in it rests on the source.
        if table in ("claims", "source_references"):
            continue
        for row in record.rows(table):
            if row.get("source_id"):
                found.setdefault(row["source_id"], Counter())[table] += 1
    return found


def find_discrepancies(record: Record) -> dict[str, list[str]]:
    """Ids of the discrepancies that each source is a side of."""
    found: dict[str, list[str]] = {}
    for row in record.rows("discrepancies"):
        for source in dict.fromkeys((row["source_a"], row["source_b"])):
            if source:
                found.setdefault(source, []).append(row["id"])
    return found


def find_disputes(record: Record) -> dict[str, list[Dispute]]:
    """The stances on which each source disagrees, the contested ones first."""
    found: dict[str, list[Dispute]] = {}
    for question, stance in resolve_all(record).items():
        for source, dispute in _find_disputes_of(question, stance):
            found.setdefault(source, []).append(dispute)
    order = (CONTESTED, SETTLED, RANKED)
    return {
        source: sorted(rows, key=lambda row: order.index(row.kind))
        for source, rows in found.items()
    }


def _find_disputes_of(question: Question, stance: Stance) -> Iterator[tuple[str, Dispute]]:
    readings: dict[str, dict[str, None]] = {}
    for claim in stance.claims:
        if claim.stance != NO_DATA:
            readings.setdefault(claim.source_id, {})[claim.stance] = None
    event_id, toward, actor = question
    kind = CONTESTED if stance.contested else SETTLED if stance.adjudicated else RANKED
    for source, codes in readings.items():
        others = tuple(
            (other, code)
            for other, found in readings.items()
            if other != source
            for code in found
            if set(codes) != {code}
        )
        if others or len(codes) > 1:
            own = tuple(codes)
            yield source, Dispute(event_id, toward, actor, own, others, stance.code, kind)
