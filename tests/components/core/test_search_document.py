"""What the browser searches: everything of the record, in the same order in every language."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.search.document import build_search_documents
from components.features.sources.sections import describe_method
from data.load import read_record

LARGEST = 90_000  # bytes in gzip


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return build_search_documents(read_record())


@pytest.fixture(scope="module")
def opened(documents: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {language: json.loads(documents[f"search-{language}.json"]) for language in LANGUAGES}


def test_each_language_stays_small(documents: dict[str, bytes]) -> None:
    sizes = {name: len(gzip.compress(content, 9)) for name, content in documents.items()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_it_has_all_of_the_record(opened: dict[str, dict[str, Any]]) -> None:
    record = read_record()
    for document in opened.values():
        for table in ("events", "countries", "organisations", "zones", "requests", "sources"):
            assert len(document[table]) == len(record.rows(table))
        events = [row[0] for row in document["events"]]
        claims = {
            f"{event}-{actor}-{toward}-{number}".lower()
            for event, rows in zip(events, document["claims"], strict=True)
            for number, _date, actor, toward, *_rest in rows
        }
        assert claims == {row["id"] for row in record.rows("claims")}


def test_languages_differ_in_texts_alone(opened: dict[str, dict[str, Any]]) -> None:
    """The browser joins them by the place in the list."""
    first, *others = opened.values()
    for other in others:
        for table in ("events", "countries", "organisations", "zones", "sources"):
            assert [row[0] for row in other[table]] == [row[0] for row in first[table]]
        assert [row[:4] for row in other["requests"]] == [row[:4] for row in first["requests"]]
        assert [[row[:9] for row in rows] for rows in other["claims"]] == [
            [row[:9] for row in rows] for rows in first["claims"]
        ]
        assert len(other["speakers"]) == len(first["speakers"])
        assert [row[1:] for row in other["places"]] == [row[1:] for row in first["places"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_leads_to_pages_and_parts_that_there_are(
    opened: dict[str, dict[str, Any]], language: str
) -> None:
    with locale_context(language):
        parts = {part.anchor: part.title for part in describe_method(read_record())}
    pages = {path.stem for path in (Path(__file__).parents[3] / "pages").glob("*.py")} | {""}
    links = [row[0] for row in opened[language]["help"]]
    assert len(links) == len(opened[LANGUAGES[0]]["help"]) > 0
    for link, title, text in opened[language]["help"]:
        page, _mark, part = link.partition("?part=")
        assert page in pages
        assert title
        assert text
        if part:
            assert title == parts[part]
