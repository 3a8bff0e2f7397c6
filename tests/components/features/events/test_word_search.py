"""What a browser says it found for the words of the filter: checked, kept, and used."""

from __future__ import annotations

from typing import Any

import pytest

from components.features.events.word_search import FoundEvents, read_found
from data.event_filter import EventFilter, drop_filter, filter_events, list_active
from data.load import read_record

KNOWN = frozenset({"war", "visit"})


def test_events_of_the_record_are_taken() -> None:
    sent = {"q": "  two   words ", "found": ["war", "<b>", 3, "war"], "by": "some"}
    assert read_found(sent, KNOWN) == FoundEvents("two words", frozenset({"war"}), "some")


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "war",
        {},
        {"q": "war", "by": "all"},
        {"q": "war", "found": "war", "by": "all"},
        {"q": "war", "found": ["war"], "by": "luck"},
        {"q": ["war"], "found": ["war"], "by": "all"},
        {"q": " ", "found": ["war"], "by": "all"},
        {"q": "x" * 81, "found": ["war"], "by": "all"},
    ],
    ids=str,
)
def test_anything_else_is_left(sent: Any) -> None:
    assert read_found(sent, KNOWN) is None


def test_what_was_found_stands_for_the_words_alone() -> None:
    record = read_record()
    first, second, *_rest = (row["id"] for row in record.rows("events"))
    wanted = EventFilter(text="Лукашенки", found=frozenset({first, second}))
    assert {row["id"] for row in filter_events(record, wanted)} == {first, second}
    assert list_active(wanted) == ["text"]
    assert drop_filter(wanted, "text") == EventFilter()
    # A search that found nothing differs from one that was not made.
    assert filter_events(record, EventFilter(text="war", found=frozenset())) == []
    assert filter_events(record, EventFilter(text="war"))
