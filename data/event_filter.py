"""Choosing events: by member involved, kind, zone, response, period and words.

All functions are pure. A filter left empty lets everything pass.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from data.modes import READINGS
from data.record import Record
from data.resolve import NO_DATA, PARTY
from data.schema import Row
from data.timeline import order_events

CHOICES = ("member", "kind", "zone", "response")
"""Filters that name one value of many."""

ASKED = "asked"
"""A value of `response`: a request for help was made, whatever came of it."""
ANSWERS = ("met", "partly", "unmet")
"""What came of a request, as the table ``events`` says it."""


@dataclass(frozen=True)
class EventFilter:
    """What events are wanted; ``first`` and ``last`` are years, either may be open.

    ``mode`` is a name of `data.modes.READINGS`: events with an answer of this kind by anybody.
    ``found`` are ids of the events that a search found for ``text``, None where none was made:
    then each word must stand in the event's own texts, as it is written.
    """

    member: str = ""
    kind: str = ""
    zone: str = ""
    response: str = ""
    first: int | None = None
    last: int | None = None
    text: str = ""
    mode: str = ""
    found: frozenset[str] | None = None


@dataclass(frozen=True)
class Widening:
    """Without the filter ``name`` alone, ``count`` events would be found."""

    name: str
    count: int


@dataclass(frozen=True)
class EventFacts:
    """What filters look at: the row, the actors involved, and all its words, folded."""

    row: Row
    involved: frozenset[str]
    words: str
    modes: frozenset[str]


Test = Callable[[EventFacts], bool]

_CLEARED = {
    **{name: {name: ""} for name in CHOICES},
    "period": {"first": None, "last": None},
    "text": {"text": "", "found": None},
    "mode": {"mode": ""},
}
"""For each filter, in the order they are named to a reader, what clears it."""


def filter_events(record: Record, wanted: EventFilter) -> list[Row]:
    """Events that pass every filter, from the earliest."""
    tests = _list_tests(wanted).values()
    return [facts.row for facts in read_facts(record) if all(test(facts) for test in tests)]


def list_active(wanted: EventFilter) -> list[str]:
    """Names of the filters in use: member, kind, zone, response, period, text, mode."""
    return list(_list_tests(wanted))


def drop_filter(wanted: EventFilter, name: str) -> EventFilter:
    """The same without one filter. KeyError for a name that is none."""
    return replace(wanted, **_CLEARED[name])  # type: ignore[arg-type]


def find_widenings(record: Record, wanted: EventFilter) -> list[Widening]:
    """Filters that alone keep events out, with how many each holds back, most first."""
    counts = [
        Widening(name, len(filter_events(record, drop_filter(wanted, name))))
        for name in list_active(wanted)
    ]
    return sorted((each for each in counts if each.count), key=lambda each: -each.count)


def count_choices(record: Record, wanted: EventFilter) -> dict[str, dict[str, int]]:
    """For each of CHOICES, how many events each value would give beside the other filters."""
    return {name: _count_values(record, drop_filter(wanted, name), name) for name in CHOICES}


def count_responses(rows: Iterable[Row]) -> Counter[str]:
    """How many events got each response; ``none`` where nothing was asked."""
    return Counter(row["response"] for row in rows)


def fold_words(text: str) -> str:
    """Text without case and accents, so that a search need not have them."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=4)
def read_facts(record: Record) -> tuple[EventFacts, ...]:
    """Facts of every event, from the earliest.

    Involved are the parties and everyone of whom a source says what it did or did not do. `modes`
    are the kinds of their answers, those of the parties left out.
    """
    involved: dict[str, set[str]] = {}
    for row in record.rows("parties"):
        involved.setdefault(row["event_id"], set()).add(row["actor"])
    modes: dict[str, set[str]] = {}
    for row in record.rows("claims"):
        if row["stance"] != NO_DATA:
            involved.setdefault(row["event_id"], set()).add(row["actor"])
            if row["stance"] != PARTY:
                modes.setdefault(row["event_id"], set()).add(row["mode"])
    names = _read_names(record)
    return tuple(
        EventFacts(
            row,
            frozenset(involved.get(row["id"], ())),
            _gather_words(record, row, names),
            frozenset(modes.get(row["id"], ())),
        )
        for row in order_events(record)
    )


def _count_values(record: Record, wanted: EventFilter, name: str) -> dict[str, int]:
    tests = _list_tests(wanted).values()
    counts: Counter[str] = Counter()
    for facts in read_facts(record):
        if all(test(facts) for test in tests):
            counts.update(_list_values(facts, name))
    return dict(counts)


def _list_values(facts: EventFacts, name: str) -> Iterable[str]:
    if name == "member":
        return facts.involved
    value = facts.row["zone_id" if name == "zone" else name]
    if name == "response" and value in ANSWERS:
        return [ASKED, value]
    return [value] if value else []


def _list_tests(wanted: EventFilter) -> dict[str, Test]:
    """A test for each filter in use."""
    tests: dict[str, Test] = {}
    for name in CHOICES:
        if value := getattr(wanted, name):
            tests[name] = lambda facts, name=name, value=value: value in _list_values(facts, name)  # type: ignore[misc]
    if wanted.first is not None or wanted.last is not None:
        tests["period"] = lambda facts: _overlaps(facts.row, wanted.first, wanted.last)
    if words := fold_words(wanted.text).split():
        tests["text"] = lambda facts: all(word in facts.words for word in words)
        if (found := wanted.found) is not None:
            tests["text"] = lambda facts: facts.row["id"] in found
    if wanted.mode:
        asked = frozenset(READINGS[wanted.mode])
        tests["mode"] = lambda facts: bool(facts.modes & asked)
    return tests


def _overlaps(row: Row, first: int | None, last: int | None) -> bool:
    begins_in_time = last is None or row["date_start"].year <= last
    ends_in_time = first is None or row["date_end"] is None or row["date_end"].year >= first
    return bool(begins_in_time and ends_in_time)


def _read_names(record: Record) -> dict[str, str]:
    """Both names of every country, organisation and zone, by id."""
    return {
        row["id"]: f"{row['name_en']} {row['name_ru']}"
        for table in ("countries", "organisations", "zones")
        for row in record.rows(table)
    }


def _gather_words(record: Record, row: Row, names: Mapping[str, str]) -> str:
    told = ("title_en", "title_ru", "place", "summary", "asked", "answer")
    parts = [row[column] for column in told]
    parts += [row[f"{column}_ru"] for column in told[2:]]
    parts += [names.get(row["zone_id"], "")]
    parts += [
        names.get(party["actor"], "")
        for party in record.rows("parties")
        if party["event_id"] == row["id"]
    ]
    return fold_words(" ".join(parts))
