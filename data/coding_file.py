"""A file of cells coded blind, as the page `/coding` saves it: read, and held to its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator

from data.coding_cells import CellKey, name_cell
from data.errors import Problem, RecordError
from data.json_file import read_json_file
from data.load import HERE

SCHEMA = HERE / "coding.schema.json"
LARGEST = 2_000_000  # bytes of a file


@dataclass(frozen=True)
class CodedCell:
    """One cell with what its reader decided; ``unread`` when the source could not be read."""

    key: CellKey
    stance: str
    certainty: str
    mode: str
    unread: bool
    note: str
    note_ru: str


@dataclass(frozen=True)
class Coding:
    """A drawn sample and its codes; ``core`` and ``others`` are what was asked of each period."""

    file: str
    record: str
    coder: str
    seed: int
    core: int
    others: int
    drawn_on: date
    cells: tuple[CodedCell, ...]


def read_coding(path: Path) -> Coding:
    """The coding in a file; RecordError names every place at which it is none."""
    return parse_coding(path.name, read_json_file(path, LARGEST))


def parse_coding(file: str, found: Any) -> Coding:
    """The coding of a JSON document; RecordError names every place at which it is none."""
    problems = [
        Problem(file, 0, "/".join(map(str, error.instance_path)), "", error.message)
        for error in _read_validator().iter_errors(found)
    ]
    problems = problems or list(_find_faults(file, found))
    if problems:
        raise RecordError(problems)
    cells = tuple(
        CodedCell(
            name_cell(cell),
            **{name: cell[name] for name in ("stance", "certainty", "mode", "unread")},
            note=cell["note"].strip(),
            note_ru=cell["note_ru"].strip(),
        )
        for cell in found["cells"]
    )
    told = {name: found[name] for name in ("record", "coder", "seed", "core", "others")}
    return Coding(file, **told, drawn_on=date.fromisoformat(found["drawn_on"]), cells=cells)


def _find_faults(file: str, found: dict[str, Any]) -> Iterator[Problem]:
    """What the schema cannot say: a day that is none, a cell that stands there twice."""
    try:
        date.fromisoformat(found["drawn_on"])
    except ValueError:
        yield Problem(file, 0, "drawn_on", found["drawn_on"], "not a day as 2026-11-30")
    seen: dict[CellKey, int] = {}
    for at, cell in enumerate(found["cells"]):
        first = seen.setdefault(name_cell(cell), at)
        if first != at:
            rule = f"the same cell as cells/{first}"
            yield Problem(file, 0, f"cells/{at}", ", ".join(name_cell(cell)), rule)


@cache
def _read_validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
