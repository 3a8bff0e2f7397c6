"""A proposal of changes to the record, as a reader sends it: read from JSON, held to its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator

from data.errors import Problem, RecordError
from data.json_file import read_json_file
from data.load import HERE
from data.schema import TableSchema

SCHEMA = HERE / "proposal.schema.json"
LARGEST = 1_000_000  # bytes of a file

Cells = Mapping[str, str]
Key = tuple[str, ...]
"""Cells of the columns of a table's key, in their order."""


@dataclass(frozen=True)
class ProposedChange:
    """One row to add (no ``before``), to withdraw (no ``after``) or to change in some cells."""

    table: str
    key: Key
    before: Cells | None
    after: Cells | None


@dataclass(frozen=True)
class Proposal:
    """Changes with their reason and the source that shows them; ``file`` is where they stand."""

    file: str
    record: str
    reason: str
    source: str
    by: str
    changes: tuple[ProposedChange, ...]


def read_proposal(path: Path, schemas: Mapping[str, TableSchema]) -> Proposal:
    """The proposal in a file; RecordError names every place at which it is none."""
    return parse_proposal(path.name, read_json_file(path, LARGEST), schemas)


def parse_proposal(file: str, found: Any, schemas: Mapping[str, TableSchema]) -> Proposal:
    """The proposal of a JSON document; RecordError names every place at which it is none."""
    problems = [
        Problem(file, 0, "/".join(map(str, error.instance_path)), "", error.message)
        for error in _read_validator().iter_errors(found)
    ]
    if not problems:
        problems = list(_find_strangers(file, found["changes"], schemas))
    if problems:
        raise RecordError(problems)
    changes = tuple(
        ProposedChange(
            change["table"],
            tuple(change["key"][column] for column in schemas[change["table"]].primary_key),
            change.get("before"),
            change.get("after"),
        )
        for change in found["changes"]
    )
    by = found.get("by", "")
    return Proposal(file, found["record"], found["reason"], found["source"], by, changes)


def _find_strangers(
    file: str, changes: Iterable[Mapping[str, Any]], schemas: Mapping[str, TableSchema]
) -> Iterable[Problem]:
    """Tables and columns that the record has not, and keys that are not those of their table."""
    for at, change in enumerate(changes):
        place = f"changes/{at}"
        schema = schemas.get(change["table"])
        if schema is None:
            yield Problem(file, 0, f"{place}/table", change["table"], "no table of the record")
            continue
        if set(change["key"]) != set(schema.primary_key):
            rule = f"the key of {schema.name} is {', '.join(schema.primary_key)}"
            yield Problem(file, 0, f"{place}/key", ", ".join(change["key"]), rule)
        for side in ("before", "after"):
            for column in sorted(set(change.get(side) or ()) - set(schema.columns)):
                rule = f"no column of {schema.name}"
                yield Problem(file, 0, f"{place}/{side}", column, rule)
            for column in sorted(set(schema.primary_key) & set(change.get(side) or ())):
                if change[side][column] != change["key"].get(column):
                    rule = "differs from the key: withdraw the row and add another"
                    yield Problem(file, 0, f"{place}/{side}/{column}", change[side][column], rule)


@cache
def _read_validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
