"""The sections of the method page, made from the tables they speak of."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from components.document.document import Section, Table
from data.read import read_record
from data.record import Record
from geodata.read import load_frame, read_decisions, read_index, read_zone_shapes

EQUAL_AREA = "EPSG:6933"


@cache
def read_texts() -> dict[str, Any]:
    """The prose of the page, from `texts.toml`."""
    return tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))


def make_section(name: str, table: Table, **values: object) -> Section:
    """A section with its prose, `values` filled in, and its table."""
    text = read_texts()[name]
    paragraphs = [paragraph.format(**values) for paragraph in text["paragraphs"]]
    return Section(text["title"], paragraphs, table)


@cache
def describe_method() -> list[Section]:
    """All sections, in the order of the page."""
    record = read_record()
    return [
        describe_scale(record),
        describe_rule(record),
        describe_policy(),
        describe_zones(record),
        describe_shapes(),
        describe_sources(record),
        describe_discrepancies(record),
    ]


def describe_scale(record: Record) -> Section:
    """The eleven codes with their definitions."""
    columns = {"code": "Code", "ordinal": "Place", "label": "Label", "definition": "Definition"}
    rows = [
        {
            "code": row["code"],
            "ordinal": "" if row["ordinal"] is None else f"{row['ordinal']:+d}",
            "label": row["label_en"],
            "definition": row["definition_en"],
        }
        for row in record.rows("scale")
    ]
    return make_section("scale", Table(columns, rows))


def describe_rule(record: Record) -> Section:
    """How claims become a stance, with the counts that show how much rests on what."""
    claims = record.rows("claims")
    counts = Counter(row["certainty"] for row in claims)
    rows = [
        {"name": name, "means": means, "count": str(counts[name])}
        for name, means in read_texts()["certainty"].items()
    ]
    table = Table({"name": "Certainty", "means": "Meaning", "count": "Claims"}, rows)
    return make_section("rule", table, claims=len(claims))


def describe_policy() -> Section:
    """Whose view of disputed borders is drawn, and each decision it took."""
    rows = [
        {
            "subject": row["name"],
            "decision": " ".join(part for part in (row["action"], row["target"]) if part),
            "reason": row["reason"],
        }
        for row in read_decisions()
    ]
    columns = {"subject": "Subject", "decision": "Decision", "reason": "Reason"}
    return make_section("policy", Table(columns, rows))


def describe_zones(record: Record) -> Section:
    """How exact each zone is, with the area of its shape."""
    names = {row["id"]: row["name_en"] for row in record.rows("zones")}
    areas = measure_zones()
    rows = [
        {
            "zone": names[row["zone_id"]],
            "precision": row["precision"],
            "area": f"{areas[row['zone_id']]:,.0f}",
            "drawn": row["drawn_from"],
            "note": row["note"],
        }
        for row in read_zone_shapes()
    ]
    columns = {
        "zone": "Zone",
        "precision": "Precision",
        "area": "Area, km²",
        "drawn": "Drawn from",
        "note": "Note",
    }
    return make_section("zones", Table(columns, rows))


def measure_zones() -> dict[str, float]:
    """Area of each zone's shape by id, in square kilometres on an equal-area projection."""
    areas: dict[str, float] = {}
    for file in ("zones.topo.json", "zones-osm.topo.json"):
        frame = load_frame(file, "zones").to_crs(EQUAL_AREA)
        areas |= dict(zip(frame["id"], frame.area / 1e6, strict=True))
    return areas


def describe_shapes() -> Section:
    """Every file of shapes with its source, licence and date."""
    columns = {
        "title": "Shapes",
        "source": "Source",
        "licence": "Licence",
        "attribution": "Attribution",
        "vintage": "Date",
    }
    rows = [{key: row[key] for key in columns} for row in read_index()]
    return make_section("shapes", Table(columns, rows))


def describe_sources(record: Record) -> Section:
    """Every source with what it contributed."""
    claims = Counter(row["source_id"] for row in record.rows("claims"))
    rows = [
        {
            "what": ", ".join(
                part
                for part in (row["author"], row["title"], row["publisher"], str(row["date"]))
                if part
            ),
            "kind": row["kind"],
            "claims": str(claims[row["id"]]),
            "note": row["note"],
        }
        for row in sorted(record.rows("sources"), key=lambda row: (-claims[row["id"]], row["id"]))
    ]
    columns = {"what": "Source", "kind": "Kind", "claims": "Claims", "note": "Note"}
    return make_section("sources", Table(columns, rows))


def describe_discrepancies(record: Record) -> Section:
    """Where sources contradict each other or the record, and how each case is handled."""
    titles = {row["id"]: row["title_en"] for row in record.rows("events")}
    rows = [
        {
            "topic": row["topic"],
            "event": titles.get(row["event_id"], ""),
            "a": row["statement_a"],
            "b": row["statement_b"],
            "handling": row["handling"],
        }
        for row in record.rows("discrepancies")
    ]
    columns = {
        "topic": "On",
        "event": "Event",
        "a": "One says",
        "b": "Another",
        "handling": "Handling",
    }
    return make_section("discrepancies", Table(columns, rows))
