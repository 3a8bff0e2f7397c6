"""The tables a proposal may change, as they stand in their files, with what holds their rows.

The form runs in the browser: it has the cells as text, the schemas of ``datapackage.json``, and the
constants of the rules that `components/frontend/src/propose/table_rules.ts` holds there.
"""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from functools import cache
from typing import Any

from components.server.assets import asset_group
from data.check_places import NO_PLACE
from data.check_references import ACTORS, CITATIONS
from data.check_translations import list_pairs
from data.check_values import CLAIM_TOLERANCE, PERIODS
from data.load import HERE, read_schemas
from data.package import read_json
from data.schema import TableSchema

GROUP, FILE = "propose", "tables.json"
# In the order in which the form offers them.
EDITABLE = (
    *("claims", "adjudications", "events", "event_sources", "parties", "death_counts"),
    *("sources", "source_references", "zones", "zone_status", "positions"),
)
# What the rows of these refer to, and what their rules and stances depend on.
READ = (
    *("countries", "organisations", "scale", "modes", "source_kinds", "source_confidence"),
    *("states", "paragraphs", "vote_layers", "untraced", "memberships"),
)
DESCRIPTOR = "datapackage.json"


@asset_group(GROUP)
def build_documents() -> dict[str, bytes]:
    """`tables.json`; UTF-8."""
    text = json.dumps(describe_tables(), ensure_ascii=False, separators=(",", ":"))
    return {FILE: text.encode("utf-8", "replace")}


@cache
def describe_tables() -> dict[str, Any]:
    """Version, schemas and cells (text) of the tables, and the constants of their rules."""
    schemas = read_schemas()
    names = (*EDITABLE, *READ)
    return {
        "version": read_json(HERE, DESCRIPTOR)["version"],
        "editable": list(EDITABLE),
        "schemas": {name: describe_schema(schemas[name]) for name in names},
        "tables": {name: read_cells(schemas[name]) for name in names},
        "rules": {
            "tolerance": CLAIM_TOLERANCE.days,
            "no_place": list(NO_PLACE),
            "periods": [name for name in PERIODS if name in names],
        },
    }


def describe_schema(schema: TableSchema) -> dict[str, Any]:
    """Columns with their constraints, keys, and which name actors, cite or are translated."""
    return {
        "fields": [asdict(field) for field in schema.fields],
        "key": list(schema.primary_key),
        "foreign": {key.column: key.reference for key in schema.foreign_keys},
        "actors": list(ACTORS.get(schema.name, ())),
        "citations": [list(pair) for pair in CITATIONS.get(schema.name, ())],
        "pairs": [list(pair) for pair in list_pairs(schema.columns)],
    }


def read_cells(schema: TableSchema) -> list[list[str]]:
    """The rows of a table as its file has them, without the header."""
    with (HERE / schema.file).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]
