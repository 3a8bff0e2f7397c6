"""Parts written once are put back as they were."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import pytest

from components.outputs.static_site.compress_json import PARTS, pack_document, write_documents
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


def test_documents_share_the_parts_that_any_of_them_repeats() -> None:
    written = write_documents({"first.json": [CLAIM, "a word"], "second.json": {"of": SOURCE}})
    assert b"".join(written.values()).count(b"A title long enough") == 1
    parts = json.loads(written[PARTS])["parts"]
    first, second = (json.loads(written[name]) for name in ("first.json", "second.json"))
    assert first["parts"] == second["parts"] == PARTS
    assert join_parts({**first, "parts": parts}) == [CLAIM, "a word"]
    assert join_parts({**second, "parts": parts}) == {"of": SOURCE}


def test_the_name_of_a_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="may not use"):
        dedupe_json({"a": {"$": 1}})


def test_a_document_is_gzip_in_base64_and_the_same_each_time() -> None:
    content = "Ереван, Бишкек".encode() * 99
    text = pack_document(content)
    assert gzip.decompress(base64.b64decode(text, validate=True)) == content
    assert text == pack_document(content)
    assert len(text) < len(content) / 9
