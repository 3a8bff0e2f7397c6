"""Every page beside the map in Russian: what reaches the browser is Russian, not English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.core.i18n.catalog import read_catalogue
from data.load import read_record
from tests.pages.test_pages import FRAME

PAGES = {
    "events.py": {"event": "april-war-2016", "toward": "ARM", "member": "XXX"},
    "members.py": {"panel": "ARM"},
    "cohesion.py": {"size": "vast"},
    "votes.py": {"member": "XXX"},
    "compare.py": {"event": "april-war-2016"},
    "sources.py": {"source": "nobody"},
}


def list_texts(value: Any) -> Iterator[str]:
    """Every text in a document, keys aside."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from list_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from list_texts(inner)
    elif isinstance(value, str):
        yield value


def list_plain_messages() -> set[str]:
    """English messages of two words or more, without values and context: none may be shown."""
    catalogue = read_catalogue("ru")
    assert catalogue is not None
    ids = {text for m in catalogue if not m.context for text in _list_ids(m.id)}
    return {text for text in ids if " " in text and "{" not in text}


def _list_ids(words: Any) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_russian(page: str) -> None:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    for name, value in {**PAGES[page], "lang": "ru"}.items():
        app.query_params[name] = value
    app.switch_page(page).run()
    assert not app.exception
    parts = [json.loads(part.proto.json) for part in app.get("bidi_component")]
    shown = [text for part in parts for text in list_texts(part)]
    shown += [part.proto.spec for part in app.get("vega_lite_chart")]
    shown += [element.value for element in (*app.text, *app.subheader)]
    assert any(re.search("[а-яё]", text) for text in shown)
    # Places within sources cross as the record has them; the browser words those it knows.
    record = read_record()
    locators = {row["locator"] for row in record.rows("claims")}
    locators |= {row[f"locator_{side}"] for row in record.rows("discrepancies") for side in "ab"}
    assert {text for text in shown if text in list_plain_messages()} - locators == set()
    for notice in (text for part in parts for text in part.get("notices", ())):
        assert "не учтено" in notice


@pytest.mark.parametrize(
    "page", ["events.py", "members.py", "cohesion.py", "votes.py", "sources.py"]
)
def test_findings_are_russian_sentences(page: str) -> None:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    app.query_params["lang"] = "ru"
    app.switch_page(page).run()
    parts = [json.loads(part.proto.json) for part in app.get("bidi_component")]
    found = [text for part in parts for text in _list_titles(part)]
    assert found
    for text in found:
        assert re.search("[А-Яа-яё]", text), text
        assert not re.search(r"\b(the|of|and|with|are|toward)\b", text), text


def _list_titles(value: Any) -> Iterator[str]:
    """Titles, findings and headings of our own, at any depth; sources keep their tongue."""
    if isinstance(value, dict) and "publisher" not in value:
        for name, inner in value.items():
            if name in ("title", "finding", "heading") and isinstance(inner, str) and " " in inner:
                yield inner
            yield from _list_titles(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _list_titles(inner)
