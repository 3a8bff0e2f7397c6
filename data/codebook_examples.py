"""The cells that the codebook gives away: it names their event, or their place in the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from data.load import HERE
from data.record import Record

CODEBOOK = HERE / "CODEBOOK.md"
QUOTED = re.compile(r"`([^`\n]+)`")
# "`rferl-2022 §6`"; "`§16`" alone is of the article named last.
PLACE = re.compile(r"(?:(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*) )?(?P<locator>§[1-9][0-9]*)")


@dataclass(frozen=True)
class Examples:
    """Events named in the codebook, and its citations as (source, locator)."""

    events: frozenset[str]
    places: frozenset[tuple[str, str]]

    def has(self, event_id: str, source_id: str, locators: Iterable[str]) -> bool:
        """Whether a reader of the codebook knows the code of a cell with claims at these places."""
        return event_id in self.events or any(
            (source_id, locator) in self.places for locator in locators
        )


def find_examples(text: str, events: Collection[str], sources: Collection[str]) -> Examples:
    """The events and places that a codebook names between backquotes."""
    named, places, last = set(), set(), ""
    for (quoted,) in map(re.Match.groups, QUOTED.finditer(text)):
        if quoted in events:
            named.add(quoted)
        if quoted in sources:
            last = quoted
        place = PLACE.fullmatch(quoted)
        if place:
            last = place["source"] or last
            places.add((last, place["locator"]))
    return Examples(frozenset(named), frozenset(places))


@lru_cache(maxsize=4)
def read_examples(record: Record) -> Examples:
    """The examples of the codebook beside the tables."""
    events, sources = ({row["id"] for row in record.rows(name)} for name in ("events", "sources"))
    return find_examples(CODEBOOK.read_text(encoding="utf-8"), events, sources)
