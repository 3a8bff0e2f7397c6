"""The matrix of requests: what each member of the day did at each request, as plain data."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from components.core.i18n import record_locale
from data.localize import pick
from data.record import Record
from data.request_description import label_kind

TABLE = Path(__file__).parent / "answer_marks.csv"


@cache
def read_marks() -> dict[str, dict[str, str]]:
    """Mark and short name of each kind of answer: SVG paths to fill and to stroke, 16 by 16."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["kind"]: row for row in csv.DictReader(file, strict=True)}


def describe_marks(record: Record) -> dict[str, dict[str, str]]:
    """Paths, short name and label by kind of answer, the strongest first."""
    return {
        kind: {
            "fill": row["fill"],
            "stroke": row["stroke"],
            "short": pick(row, "short", record_locale()),
            "label": label_kind(record, kind, record_locale()),
        }
        for kind, row in read_marks().items()
    }


def list_columns(
    record: Record, requests: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> list[dict[str, str]]:
    """Id and name of whoever asked or was asked: states by name, then organisations."""
    found = {each["by"]["id"] for each in requests}
    found |= {came["actor"]["id"] for each in requests for came in each["came"]}
    states = {row["id"] for row in record.rows("countries")}
    order = sorted(found, key=lambda actor: (actor not in states, names[actor]))
    return [{"id": actor, "name": names[actor]} for actor in order]
