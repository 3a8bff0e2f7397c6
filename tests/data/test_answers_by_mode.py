"""What members said, voted and did: kinds of answer side by side, and what is in none of them."""

from __future__ import annotations

from components.features.cohesion.matrix_answers import encode_answers
from data.answers_by_mode import (
    ORDER,
    Answers,
    compare_words_and_deeds,
    list_answers,
    list_present_members,
)
from data.load import read_record
from data.modes import READINGS, select_reading
from data.resolve import SILENT, Stance
from data.stance_cells import UN_VOTE, list_layers
from data.stances import read_ordinals, resolve_event


def test_kinds_are_those_that_readers_filter_by() -> None:
    assert set(ORDER) == set(READINGS)
    record = read_record()
    answers = list_answers(record)
    seen = {kind: 0 for kind in ORDER}
    for (event, toward, actor), found in answers.items():
        for kind, stance in found.kinds.items():
            seen[kind] += 1
            assert {claim.mode for claim in stance.claims} <= set(READINGS[kind])
            assert stance == resolve_event(select_reading(record, kind), event, toward)[actor]
    assert all(seen.values())


def test_a_vote_not_cast_is_a_vote_and_silence_is_none_of_the_kinds() -> None:
    kinds = {row["id"]: row["kind"] for row in read_record().rows("events")}
    uncast = 0
    for (event, _toward, _actor), found in list_answers(read_record()).items():
        for kind, stance in found.kinds.items():
            if stance.code == SILENT:
                assert (kind, kinds[event]) == ("votes", UN_VOTE)
                uncast += 1
        if found.whole.code == SILENT and kinds[event] != UN_VOTE:
            assert not found.kinds
    assert uncast


def test_marks_of_the_present_members() -> None:
    record = read_record()
    members = list_present_members(record)
    assert len(members) == 6
    layers = {(layer.event_id, layer.toward): layer for layer in list_layers(record)}
    marks = dict(
        zip(members, encode_answers(record, layers["kazakhstan-2022", "KAZ"], members), strict=True)
    )
    assert marks["ARM"].split("|")[2] == "MAT"
    assert all(text.count("|") == len(ORDER) for text in marks.values())


def test_words_and_deeds_on_different_sides() -> None:
    def answer(**kinds: str) -> Answers:
        return Answers(Stance("ND"), {kind: Stance(code) for kind, code in kinds.items()})

    found = compare_words_and_deeds(
        [
            answer(words="DIP", deeds="MAT"),
            answer(words="DIP", deeds="HOS"),
            answer(words="NEU", deeds="MAT"),
            answer(words="TEP"),
            answer(votes="SIL"),
            answer(votes="NEU"),
        ],
        read_ordinals(read_record()),
    )
    assert found.kinds == {"words": 4, "votes": 1, "deeds": 3}
    assert (found.both, found.apart) == (3, 2)
