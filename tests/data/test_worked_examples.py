"""The worked examples show what they are meant to, from the record as it is."""

from __future__ import annotations

import json

import pytest

from data.claim_outcomes import Question, resolve_all
from data.load import read_record
from data.worked_examples import KINDS, find_examples
from tests.data.record_factory import make_record

CONTESTED: Question = ("karabakh-2020", "AZE", "KAZ")


def test_each_kind_once_and_no_question_twice() -> None:
    examples = find_examples(read_record(), {})
    kinds = [example["kind"] for example in examples]
    assert kinds == [kind for kind in KINDS if kind in kinds]
    assert {"contested", "group"} <= set(kinds)
    questions = [
        (example["event"]["id"], example["toward"]["id"], example["actor"]["id"])
        for example in examples
    ]
    assert len(set(questions)) == len(questions)
    json.dumps(examples)


def test_the_example_is_the_stance_of_the_record() -> None:
    record = read_record()
    for example in find_examples(record, {}):
        question = (example["event"]["id"], example["toward"]["id"], example["actor"]["id"])
        stance = resolve_all(record)[question]
        assert KINDS[example["kind"]](stance)
        assert (example["code"], example["contested"]) == (stance.code, stance.contested)
        assert [claim["id"] for claim in example["claims"]] == [claim.id for claim in stance.claims]


@pytest.mark.parametrize("wanted", [CONTESTED, ("no-such-event", "ARM", "KAZ")])
def test_a_preferred_question_is_taken_only_while_it_fits(wanted: Question) -> None:
    record = read_record()
    stance = resolve_all(record).get(wanted)
    (first, *_) = find_examples(record, {"contested": wanted})
    taken = (first["event"]["id"], first["toward"]["id"], first["actor"]["id"]) == wanted
    assert taken == (stance is not None and stance.contested)


def test_an_empty_record_has_no_example() -> None:
    assert find_examples(make_record(), {}) == []
