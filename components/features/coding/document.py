"""The cells that can be drawn, with where they stand in their sources: no code, no words of ours.

The first reading must not reach the coder. So nothing that follows from the columns `stance`,
`certainty`, `mode`, `speaker` and `summary` of a claim is here; a test holds the document against
records in which these are others.
"""

from __future__ import annotations

import json
from typing import Any

from components.core.i18n.locale import LANGUAGES
from components.server.assets import asset_group
from data.coding_cells import ARTICLE, CodingCell, list_coding_cells
from data.intercoder_agreement import PERIODS
from data.load import HERE, read_record
from data.localize import pick
from data.package import read_json
from data.record import Record
from data.resolve import Lang
from data.stances import list_references

GROUP = "coding"
SOURCE_COLUMNS = ("author", "title", "publisher", "date", "url")


@asset_group(GROUP)
def build_documents() -> dict[str, bytes]:
    """`cells-<language>.json` by name; UTF-8."""
    record = read_record()
    return {name_file(language): write_cells(record, language) for language in LANGUAGES}


def name_file(language: str) -> str:
    """The name of the document in a language."""
    return f"cells-{language}.json"


def write_cells(record: Record, language: Lang) -> bytes:
    """`describe_cells` as JSON."""
    text = json.dumps(describe_cells(record, language), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def describe_cells(record: Record, language: Lang) -> dict[str, Any]:
    """Cells with what their ids stand for.

    A cell is event, actor, reference party, source, its places there, and whether it may be drawn.
    `openings` has the first words of each paragraph of an article, by locator.
    """
    cells = list_coding_cells(record)
    events, sources = ({cell.key[at] for cell in cells} for at in (0, 3))
    actors = {cell.key[at] for cell in cells for at in (1, 2)}
    return {
        "version": read_json(HERE, "datapackage.json")["version"],
        "periods": list(PERIODS),
        "cells": [_describe_cell(cell) for cell in cells],
        "actors": {
            row["id"]: pick(row, "name", language)
            for table in ("countries", "organisations")
            for row in record.rows(table)
            if row["id"] in actors
        },
        "events": {
            row["id"]: _describe_event(record, row, language)
            for row in record.rows("events")
            if row["id"] in events
        },
        "sources": {
            row["id"]: {
                **{name: row[name] for name in SOURCE_COLUMNS},
                "core": row["kind"] == ARTICLE,
            }
            for row in record.rows("sources")
            if row["id"] in sources
        },
        "openings": _describe_openings(record),
    }


def _describe_cell(cell: CodingCell) -> list[Any]:
    return [*cell.key, list(cell.places), not (cell.example or cell.read)]


def _describe_event(record: Record, row: Any, language: Lang) -> dict[str, Any]:
    layered = {each["event_id"] for each in record.rows("vote_layers")}
    end = row["date_end"]
    return {
        "title": pick(row, "title", language),
        "start": row["date_start"].isoformat(),
        "end": end.isoformat() if end else None,
        "toward": list_references(record, row["id"]),
        "kind": row["kind"],
        "vote": row["id"] in layered,
    }


def _describe_openings(record: Record) -> dict[str, dict[str, str]]:
    openings: dict[str, dict[str, str]] = {}
    for row in record.rows("paragraphs"):
        openings.setdefault(row["source_id"], {})[f"§{row['paragraph']}"] = row["opening"]
    return openings
