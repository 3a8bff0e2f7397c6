"""Rules between the record and what draws it: stories, shapes, colours, labels, vendored files."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.features.stories.check_views import find_bad_views
from data.errors import Problem
from data.package import Package
from data.record import Record
from data.schema import TableSchema
from data.stories import check_stories, collect_stories
from data.story_errors import StoryProblem
from data.zones import name_shape
from geodata.read import read_ids

DRAWN = {
    "zones": ("zones.topo.json", "zones-osm.topo.json"),
    "countries": ("countries.topo.json",),
}
# Tables that have every row for the light theme and for the dark one.
THEMED = ("palette", "membership", "zone", "response")
BASE = {
    *("land", "sea", "lake", "river", "border", "coast", "graticule", "label", "halo"),
    *("paper", "panel", "ink", "muted", "rule", "accent"),
}
MARKS = {"contested", "member", "hover"}
# Of an event that is chosen, and of those that are not.
EVENT_MARKS = {"selected", "quiet"}


def list_story_faults(folder: Path, record: Record | None) -> Iterator[StoryProblem | Problem]:
    """Faults of the stories; without a record their events and views are not looked at."""
    events = [row["id"] for row in record.rows("events")] if record else []
    problems = check_stories(folder, events)
    yield from problems
    stories, _problems = collect_stories(folder)
    if not stories and not problems:
        yield Problem("*.yaml", 0, "", "", "there is no story")
    if record is not None:
        rules = build_link_rules(record, read_today())
        for file, story in stories.items():
            yield from find_bad_views(story, file, rules)


def list_undrawn(record: Record, geodata: Path) -> Iterator[Problem]:
    """Zones and countries of the record without a shape, at any time."""
    needed = {
        "zones": [("zone_status", row, name_shape(row)) for row in record.rows("zone_status")],
        "countries": [("countries", row, row["id"]) for row in record.rows("countries")],
    }
    for layer, files in DRAWN.items():
        drawn = {shape for file in files for shape in read_ids(file, layer, geodata)}
        for table, row, shape in needed[layer]:
            if shape not in drawn:
                drawn.add(shape)
                rule = f"{table}.csv line {row['line']} has no shape"
                yield Problem(" or ".join(files), 0, "id", shape, rule)


def list_drawing_faults(
    record: Record, schemas: dict[str, TableSchema], drawing: Package
) -> Iterator[Problem]:
    """What the record has and the tables of drawing do not, and rows of one theme alone."""
    for table in THEMED:
        rows = drawing.tables[table]
        key = [name for name in drawing.schemas[table].primary_key if name != "theme"]
        themes: dict[tuple[str, ...], list[str]] = {}
        for row in rows:
            themes.setdefault(tuple(row[name] for name in key), []).append(row["theme"])
        for values, found in themes.items():
            if len(found) != 2:
                shown = ", ".join(values)
                yield _missing(drawing, table, ", ".join(key), shown, f"only in {found[0]}")
    patterns = {row["pattern"] for row in drawing.tables["pattern"]}
    for table in ("palette", "zone"):
        for row in drawing.tables[table]:
            if row["pattern"] not in patterns:
                yield Problem(
                    drawing.schemas[table].file,
                    row["line"],
                    "pattern",
                    row["pattern"],
                    "not in the patterns.csv",
                )
    needed: list[tuple[str, str, Collection[str]]] = [
        ("palette", "stance", [row["code"] for row in record.rows("scale")]),
        ("palette", "event", {*_values(schemas, "events", "kind"), *EVENT_MARKS}),
        ("palette", "base", BASE),
        ("palette", "mark", MARKS),
        ("zone", "", _values(schemas, "zone_status", "status")),
        ("response", "", _values(schemas, "events", "response")),
    ]
    for table, kind, codes in needed:
        column = {"palette": "code", "zone": "status", "response": "response"}[table]
        there = {row[column] for row in drawing.tables[table] if not kind or row["kind"] == kind}
        for code in sorted(set(codes) - there):
            what = f"no row of the kind {kind}" if kind else "no row"
            yield _missing(drawing, table, column, code, what)
    countries = {row["id"] for row in record.rows("countries")}
    for row in drawing.tables["label_sides"]:
        if row["country"] not in countries:
            file = drawing.schemas["label_sides"].file
            yield Problem(file, row["line"], "country", row["country"], "not in the countries")


def list_vendor_faults(table: Path) -> Iterator[Problem]:
    """Files beside a table that are missing, or not those whose path and SHA-256 it names."""
    try:
        with table.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Problem(table.name, 0, "", "", f"cannot be read: {error}")
        return
    if not rows or not {"file", "sha256"} <= rows[0].keys():
        yield Problem(table.name, 1, "", "", "has no file and sha256 in a row")
        return
    for line, row in enumerate(rows, 2):
        path = table.parent / (row["file"] or "")
        if not path.is_file():
            yield Problem(table.name, line, "file", row["file"] or "", "the file is missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            yield Problem(
                table.name, line, "sha256", row["sha256"] or "", f"not that of {path.name}"
            )


def _missing(drawing: Package, table: str, column: str, value: str, rule: str) -> Problem:
    return Problem(drawing.schemas[table].file, 0, column, value, rule)


def _values(schemas: dict[str, TableSchema], table: str, column: str) -> tuple[str, ...]:
    """The values that a column of the record may have."""
    return next(field.enum for field in schemas[table].fields if field.name == column)
