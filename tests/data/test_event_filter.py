"""The filters of the events: each alone, together, and what an empty result is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.event_filter import (
    CHOICES,
    EventFilter,
    Widening,
    count_choices,
    count_responses,
    drop_filter,
    filter_events,
    find_widenings,
    fold_words,
    list_active,
    read_facts,
)
from data.load import read_record
from data.modes import READINGS
from data.record import Record
from data.timeline import order_events
from tests.data.real_record import list_ids
from tests.data.record_factory import SOUND, make_record


@pytest.fixture(scope="module")
def small() -> Record:
    """A clash of 2016 in no zone, unasked, and a plea of 2021-22 in a zone, unmet."""
    sound = {row["id"]: row for row in SOUND["events"]}
    clash, plea = sound["clash"], sound["plea"]
    tables: dict[str, Any] = {
        **SOUND,
        "parties": [row for row in SOUND["parties"] if row["event_id"] in ("clash", "plea")],
    }
    tables["events"] = [
        {**clash, "title_en": "Clash at Tälish", "title_ru": "Бой у Талыша"},
        {**plea, "date_end": "2022-01-03", "title_en": "Plea", "asked": "Article 2 invoked"},
    ]
    tables["zones"] = [{**SOUND["zones"][0], "name_en": "The border"}]
    tables["claims"] = [
        *(row for row in SOUND["claims"] if row["event_id"] in ("clash", "plea")),
        {**SOUND["claims"][0], "id": "c4", "actor": "BLR", "stance": "ND"},
    ]
    return make_record(**tables)


def find_ids(record: Record, **wanted: Any) -> list[str]:
    return [row["id"] for row in filter_events(record, EventFilter(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["clash", "plea"]),
        ({"member": "ARM"}, ["clash", "plea"]),
        ({"member": "AZE"}, ["clash"]),
        ({"member": "KAZ"}, ["plea"]),
        # That nothing is known of it does not involve a member.
        ({"member": "BLR"}, []),
        ({"kind": "crisis"}, ["plea"]),
        ({"zone": "border"}, ["plea"]),
        ({"response": "none"}, ["clash"]),
        ({"response": "unmet", "kind": "crisis"}, ["plea"]),
        ({"response": "unmet", "kind": "conflict"}, []),
        ({"first": 2017}, ["plea"]),
        ({"last": 2016}, ["clash"]),
        ({"first": 2016, "last": 2016}, ["clash"]),
        # An event belongs to every year it went on in.
        ({"first": 2022}, ["plea"]),
        ({"first": 2023}, []),
        ({"text": "CLASH"}, ["clash"]),
        ({"text": "talish"}, ["clash"]),
        ({"text": "бой"}, ["clash"]),
        ({"text": "invoked border"}, ["plea"]),
        ({"text": "invoked clash"}, []),
        ({"text": "   "}, ["clash", "plea"]),
    ],
    ids=str,
)
def test_filters(small: Record, wanted: dict[str, Any], found: list[str]) -> None:
    assert find_ids(small, **wanted) == found


def test_active_filters_can_be_dropped_one_by_one() -> None:
    wanted = EventFilter(
        member="ARM", kind="crisis", zone="border", response="met", first=2016, text="a b"
    )
    assert list_active(wanted) == ["member", "kind", "zone", "response", "period", "text"]
    for name in list_active(wanted):
        assert name not in list_active(drop_filter(wanted, name))
        assert len(list_active(drop_filter(wanted, name))) == 5
    with pytest.raises(KeyError):
        drop_filter(wanted, "colour")


def test_an_empty_result_names_the_filters_that_alone_keep_events_out(small: Record) -> None:
    wanted = EventFilter(kind="conflict", zone="border", first=2015)
    assert filter_events(small, wanted) == []
    assert find_widenings(small, wanted) == [Widening("kind", 1), Widening("zone", 1)]
    hopeless = EventFilter(kind="conflict", zone="border", text="nowhere")
    assert find_widenings(small, hopeless) == []


def test_choices_are_counted_beside_the_other_filters(small: Record) -> None:
    counts = count_choices(small, EventFilter(kind="crisis"))
    assert counts["kind"] == {"conflict": 1, "crisis": 1}
    assert counts["zone"] == {"border": 1}
    assert counts["response"] == {"asked": 1, "unmet": 1}
    assert counts["member"] == {"ARM": 1, "KAZ": 1}


def test_responses_are_counted(small: Record) -> None:
    counts = count_responses(filter_events(small, EventFilter()))
    assert (counts["none"], counts["unmet"], counts["met"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("text", "folded"), [("Türkiye", "turkiye"), ("Ёлка", "елка"), ("ÀÇ", "ac")]
)
def test_words_are_folded(text: str, folded: str) -> None:
    assert fold_words(text) == folded


def test_every_event_passes_no_filter_in_the_order_of_time() -> None:
    record = read_record()
    assert filter_events(record, EventFilter()) == order_events(record)


@pytest.mark.parametrize("name", CHOICES)
def test_counts_of_the_real_record_are_what_the_filter_finds(name: str) -> None:
    record = read_record()
    counts = count_choices(record, EventFilter())[name]
    assert counts
    for value, count in counts.items():
        choice: dict[str, Any] = {name: value}
        assert len(filter_events(record, EventFilter(**choice))) == count


@pytest.mark.parametrize("event_id", list_ids("events"))
def test_every_event_is_found_by_its_title_its_years_and_its_parties(event_id: str) -> None:
    record = read_record()
    facts = next(each for each in read_facts(record) if each.row["id"] == event_id)
    assert event_id in find_ids(record, text=facts.row["title_en"])
    assert event_id in find_ids(record, text=facts.row["title_ru"])
    start: date = facts.row["date_start"]
    assert event_id in find_ids(record, first=start.year, last=start.year)
    assert facts.involved
    for actor in facts.involved:
        assert event_id in find_ids(record, member=actor)


def test_a_kind_of_answer_keeps_events_at_which_somebody_gave_it() -> None:
    record = read_record()
    whole = {row["id"] for row in filter_events(record, EventFilter())}
    for mode, modes in READINGS.items():
        found = {row["id"] for row in filter_events(record, EventFilter(mode=mode))}
        answered = {
            row["event_id"]
            for row in record.rows("claims")
            if row["mode"] in modes and row["stance"] not in ("ND", "PTY")
        }
        assert found == answered < whole
    assert list_active(EventFilter(mode="deeds")) == ["mode"]
    assert drop_filter(EventFilter(mode="deeds"), "mode") == EventFilter()
