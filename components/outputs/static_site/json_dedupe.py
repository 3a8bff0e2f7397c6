"""Parts that documents repeat, written once: the record names the same source a hundred times.

`embedded_data.ts` puts them back. gzip alone does not find them, as it looks back only 32 kB, and
within one document: without this the documents of the site weigh 800 kB more.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

REFERENCE = "$"
# Characters of JSON; below it the reference costs more than is saved.
SMALLEST = 20


def dedupe_json(content: Any) -> dict[str, Any]:
    """The content with references, and the parts they mean; each refers only to those before it.

    ValueError for content that uses the name of a reference itself.
    """
    parts, contents = dedupe_documents({"": content})
    return {"content": contents[""], "parts": parts}


def dedupe_documents(contents: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The parts that any of the documents repeat, and each document with references to them.

    ValueError as of `dedupe_json`.
    """
    counts: Counter[str] = Counter()
    for content in contents.values():
        _count(content, counts)
    parts: list[Any] = []
    places: dict[str, int] = {}

    def refer(value: Any) -> Any:
        text = _write(value)
        if text is None or counts[text] < 2:
            return fill(value)
        if text not in places:
            part = fill(value)
            places[text] = len(parts)
            parts.append(part)
        return {REFERENCE: places[text]}

    def fill(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: refer(each) for name, each in value.items()}
        return [refer(each) for each in value] if isinstance(value, list | tuple) else value

    filled = {name: fill(content) for name, content in contents.items()}
    return parts, filled


def _count(value: Any, counts: Counter[str]) -> None:
    """Count every part; what is within a part that was met before is not looked at again."""
    if isinstance(value, dict) and REFERENCE in value:
        raise ValueError(f"a document may not use the name {REFERENCE!r}")
    text = _write(value)
    if text is not None:
        counts[text] += 1
        if counts[text] > 1:
            return
    for each in _list_within(value):
        _count(each, counts)


def _list_within(value: Any) -> list[Any]:
    """The values within a value."""
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []


def _write(value: Any) -> str | None:
    """A value as the text that tells equal ones, None for one too small to be shared."""
    if not isinstance(value, dict | list | tuple | str):
        return None
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) >= SMALLEST else None
