"""Parts written once are put back as they were."""

from __future__ import annotations

from typing import Any

import pytest

from components.outputs.static_site.compress_json import BITS, BITS_OF_ONE, LETTERS, write_letters
from components.outputs.static_site.json_dedupe import dedupe_json

SOURCE = {"id": "stratfor", "title": "A title long enough to be shared", "year": 2016}
CLAIM = {"source": SOURCE, "summary": "Words that come twice, and are long enough too."}
CONTENT = {"a": [CLAIM, {"other": CLAIM}], "b": SOURCE, "c": {"d": None, "e": [1, "short"] * 2}}


def join_parts(document: dict[str, Any]) -> Any:
    """What `embedded_data.ts` does."""
    parts: list[Any] = []

    def fill(value: Any) -> Any:
        if isinstance(value, list):
            return [fill(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$" in value:
            return parts[value["$"]]
        return {name: fill(each) for name, each in value.items()}

    for part in document["parts"]:
        parts.append(fill(part))
    return fill(document["content"])


def test_each_part_once_and_all_back() -> None:
    shared = dedupe_json(CONTENT)
    assert str(shared).count("Words that come twice") == 1
    assert str(shared).count("A title long enough") == 1
    assert join_parts(shared) == CONTENT


def test_the_name_of_a_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="may not use"):
        dedupe_json({"a": {"$": 1}})


def test_bytes_are_spelled_in_letters_that_a_page_takes_as_they_are() -> None:
    for size in range(40):
        content = bytes((place * 83 + size * 29) % 256 for place in range(size))
        text = write_letters(content)
        pairs = [text[place : place + 2] for place in range(0, len(text), 2)]
        held = at = 0
        for pair in pairs:
            values = [LETTERS.index(letter) for letter in pair]
            held |= (values[0] + len(LETTERS) * sum(values[1:])) << at
            at += BITS if len(pair) == 2 else BITS_OF_ONE
        assert held.to_bytes(at // 8 + 1, "little")[: at // 8] == content
    assert not {'"', "\\", "<", "\n"} & set(LETTERS)
