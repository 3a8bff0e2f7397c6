"""Rules on how far sources are trusted."""

from __future__ import annotations

from collections.abc import Iterator

from data.errors import Problem
from data.schema import Tables


def check_confidence(tables: Tables) -> Iterator[Problem]:
    """A source is listed only where it is trusted otherwise than its kind."""
    kinds = {row["code"]: row["confidence"] for row in tables["source_kinds"]}
    sources = {row["id"]: row["kind"] for row in tables["sources"]}
    for row in tables["source_confidence"]:
        kind = sources.get(row["source_id"])
        if kind and kinds.get(kind) == row["confidence"]:
            rule = f"as the kind {kind} says already"
            file, column = "source_confidence.csv", "confidence"
            yield Problem(file, row["line"], column, row["confidence"], rule)
