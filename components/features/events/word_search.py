"""The words of the filter: the browser searches for them, and says which events it found.

It has the search of the whole site, with word forms and in both languages. What it found is kept
for this visitor, with the words; a link with other words shows nothing until it has been said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components.core.query_params import line_of
from components.features.events.query_params import LONGEST_TEXT
from components.server.search_documents import locate_documents
from data.event_filter import EventFilter
from data.load import read_record

KEY = "events found"
# `Found` of components/frontend/src/search/content.ts: all words, similar ones, some of them.
WIDENINGS = ("all", "alike", "some")


@dataclass(frozen=True)
class FoundEvents:
    """Ids of the events found for a text, and how the search had to be widened to find them."""

    text: str
    events: frozenset[str]
    by: str


def read_found(value: Any, known: frozenset[str]) -> FoundEvents | None:
    """What a browser says it found: ``q``, ``found`` and ``by``; None for anything else."""
    if not isinstance(value, Mapping):
        return None
    text, found, by = (value.get(name) for name in ("q", "found", "by"))
    if not isinstance(text, str) or not isinstance(found, list) or by not in WIDENINGS:
        return None
    line = line_of(LONGEST_TEXT).read(text)
    if not line:
        return None
    ids = frozenset(each for each in found if isinstance(each, str))
    return FoundEvents(line, ids & known, str(by))


def keep_found(value: Any) -> None:
    """Keep what the browser found for the words of the filter."""
    known = frozenset(row["id"] for row in read_record().rows("events"))
    if found := read_found(value, known):
        st.session_state[KEY] = found


def use_found(wanted: EventFilter) -> EventFilter:
    """The filter with what was found for its words, where that is known."""
    found = st.session_state.get(KEY)
    if isinstance(found, FoundEvents) and found.text == wanted.text:
        return replace(wanted, found=found.events)
    return wanted


def describe_search(wanted: EventFilter) -> dict[str, Any]:
    """Where the search is, whether it is waited for, and how what was found had to be widened."""
    known = wanted.found is not None
    return {
        "documents": locate_documents(),
        "pending": bool(wanted.text) and not known,
        "by": st.session_state[KEY].by if known else "all",
    }
