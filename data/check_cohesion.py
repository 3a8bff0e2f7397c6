"""`cohesion.json` names only what the record has: modes, certainties, kinds, statuses, the hub."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from data.cohesion_variants import FILE, Variant
from data.errors import Problem
from data.load import read_schemas
from data.schema import Tables

# Where the values of each key of a kind of strain are listed.
STRAIN = {
    "begins": ("memberships", "status"),
    "holds": ("memberships", "status"),
    "notes": ("membership_notes", "nuance"),
    "events": ("events", "kind"),
}
KEYS = frozenset({"hub", "variants", "strain"})
VARIANT = frozenset(each.name for each in fields(Variant))


def check_cohesion(tables: Tables, path: Path = FILE) -> Iterator[Problem]:
    """Every value that selects no row: a slip there would change the index without a word."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield Problem(path.name, 0, "", "", f"cannot be read: {error}")
        return
    if not isinstance(told, dict) or set(told) != KEYS:
        yield Problem(path.name, 0, "", "", f"must hold {', '.join(sorted(KEYS))} and no more")
        return
    members = {row["country"] for row in tables["memberships"]}
    yield from _check_values(path, "hub", [told["hub"]], members, "memberships")
    names = [row.get("name") for row in told["variants"]]
    if len(set(names)) != len(names) or names[:1] != ["index"]:
        yield Problem(path.name, 0, "variants", str(names), "must be unique names, index first")
    for row in told["variants"]:
        yield from _check_variant(path, row, tables)
    for kind, rule in told["strain"].items():
        yield from _check_values(path, f"strain.{kind}", rule, STRAIN, "kinds of rule")
        for key in rule.keys() & STRAIN.keys():
            table, column = STRAIN[key]
            known = _list_values(table, column)
            yield from _check_values(path, f"strain.{kind}.{key}", rule[key], known, table)


def _check_variant(path: Path, row: dict[str, Any], tables: Tables) -> Iterator[Problem]:
    place = f"variants.{row.get('name', '')}"
    yield from _check_values(path, place, row, VARIANT, "fields of a variant")
    modes = [mode["code"] for mode in tables["modes"]]
    yield from _check_values(path, f"{place}.modes", row.get("modes", ()), modes, "modes")
    years = {event["date_start"].year for event in tables["events"] if event["date_start"]}
    for key, known in (
        ("without_certainty", _list_values("claims", "certainty")),
        ("without_kind", _list_values("events", "kind")),
        ("without_year", years),
    ):
        if key in row:
            yield from _check_values(path, f"{place}.{key}", [row[key]], known, "the record")


def _list_values(table: str, column: str) -> Collection[str]:
    """The values that the schema allows in a column."""
    (field,) = (each for each in read_schemas()[table].fields if each.name == column)
    return field.enum


def _check_values(
    path: Path, place: str, values: Any, known: Collection[Any], where: str
) -> Iterator[Problem]:
    for value in values:
        if value not in known:
            yield Problem(path.name, 0, place, str(value), f"not in {where}")
