"""What the page says of shapes: whose borders, how exact, under which licence."""

from __future__ import annotations

from components.document.document import Section, Table
from components.method.texts import make_section
from data.record import Record
from geodata.read import load_frame, read_decisions, read_index, read_zone_shapes

EQUAL_AREA = "EPSG:6933"


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
    """How exact each zone is, with the area and the licence of its shape."""
    names = {row["id"]: row["name_en"] for row in record.rows("zones")}
    areas = measure_zones()
    rows = [
        {
            "zone": names[row["zone_id"]],
            "precision": row["precision"],
            "area": f"{areas[row['zone_id']]:,.0f}",
            "drawn": row["drawn_from"],
            "licence": row["licence"],
            "note": row["note"],
        }
        for row in read_zone_shapes()
    ]
    columns = {
        "zone": "Zone",
        "precision": "Precision",
        "area": "Area, km²",
        "drawn": "Drawn from",
        "licence": "Licence",
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
    """Every file of shapes with its source, licence, date and what to know of it."""
    columns = {
        "title": "Shapes",
        "source": "Source",
        "licence": "Licence",
        "attribution": "Attribution",
        "vintage": "Date",
        "note": "Precision and limits",
    }
    rows = [{key: row[key] for key in columns} for row in read_index()]
    return make_section("shapes", Table(columns, rows))
