"""What a link may ask of the page of results."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from components.core.link_rules import build_link_rules
from components.features.search.query_params import (
    KINDS,
    SearchRules,
    build_search_rules,
    read_search,
)
from data.load import read_record

CONTENT = Path(__file__).parents[4] / "components" / "frontend" / "src" / "search" / "content.ts"


@pytest.fixture(scope="module")
def rules() -> SearchRules:
    record = read_record()
    return build_search_rules(record, build_link_rules(record, date(2026, 11, 30)))


def test_values_are_read_and_wrong_ones_named(rules: SearchRules) -> None:
    given = {"q": " two  words ", "kind": "claim", "member": "KAZ", "from": "1999", "to": "2020"}
    read = read_search({**given, "certainty": "quoted", "year": "x"}, rules)
    assert read.values == {**given, "q": "two words", "certainty": "quoted"}
    assert read.notices == []
    wrong = {
        "q": "x" * 81,
        "kind": "<b>",
        "member": "USA",
        "from": "1",
        "to": "x",
        "certainty": "sure",
    }
    read = read_search(wrong, rules)
    assert read.values == {}
    assert [notice.partition("=")[0] for notice in read.notices] == list(wrong)


def test_the_browser_searches_the_same_kinds() -> None:
    (listed,) = re.findall(r"KINDS = \[(.*?)\]", CONTENT.read_text(encoding="utf-8"), re.DOTALL)
    assert tuple(re.findall(r'"(\w+)"', listed)) == KINDS
