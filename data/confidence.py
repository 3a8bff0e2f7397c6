"""How far each source is trusted in what it tells of an actor, from two tables."""

from __future__ import annotations

from functools import lru_cache

from data.record import Record
from data.schema import Row


def rate_source(record: Record, source_id: str, actor: str) -> str:
    """Confidence (high, medium or low) in what a source tells of an actor; empty if not rated.

    It is that of the kind of source, unless ``source_confidence`` says otherwise of this one. What
    a party tells in its own account of itself counts as its kind says.
    """
    kind, single = _read_ratings(record)
    own = single.get(source_id)
    if own is None or actor == own["party"]:
        return kind.get(source_id, "")
    return str(own["confidence"])


@lru_cache(maxsize=8)
def _read_ratings(record: Record) -> tuple[dict[str, str], dict[str, Row]]:
    kinds = {row["code"]: row["confidence"] for row in record.rows("source_kinds")}
    sources = {row["id"]: kinds.get(row["kind"], "") for row in record.rows("sources")}
    return sources, {row["source_id"]: row for row in record.rows("source_confidence")}
