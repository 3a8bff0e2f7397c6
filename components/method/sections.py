"""The sections of the method page, made from the tables they speak of."""

from __future__ import annotations

from collections import Counter

from components.document.document import Section, Table
from data.cite import label_codes
from data.read import read_record
from data.record import Record
from geodata.read import load_frame, read_decisions, read_index, read_zone_shapes

EQUAL_AREA = "EPSG:6933"


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
    rows = [
        {
            "code": row["code"],
            "ordinal": "" if row["ordinal"] is None else f"{row['ordinal']:+d}",
            "label": row["label_en"],
            "definition": row["definition_en"],
        }
        for row in record.rows("scale")
    ]
    return Section(
        "The stance scale",
        [
            "A stance is read toward one reference party: the ally that was attacked, or that asked. "
            "Seven codes lie on a scale. Four do not, and are never counted as zero: reported silence, "
            "party to the event, not a member then, and no data.",
            "No data is never carried forward from another date.",
        ],
        Table(
            {"code": "Code", "ordinal": "Place", "label": "Label", "definition": "Definition"},
            rows,
        ),
    )


def describe_rule(record: Record) -> Section:
    """How claims become a stance, with the counts that show how much rests on what."""
    claims = record.rows("claims")
    counts = Counter(row["certainty"] for row in claims)
    order = ("explicit", "quoted", "inferred", "opinion", "group")
    means = {
        "explicit": "the source says so of this actor",
        "quoted": "the actor's own words, in quotation marks and attributed",
        "inferred": "the reader has to put two sentences together",
        "opinion": "the author's, an analyst's or a single lawmaker's judgement",
        "group": "several states named together",
    }
    rows = [{"name": name, "means": means[name], "count": str(counts[name])} for name in order]
    return Section(
        "How claims become a stance",
        [
            f"The record holds {len(claims)} claims: what one source says of one actor's stance toward "
            "one reference party at one event, with a paragraph and a certainty.",
            "A specific sentence beats a group sentence. Among specific ones, explicit and quoted beat "
            "inferred, which beats opinion. Where claims of equal certainty differ, the code nearest "
            "neutral is shown, the stance is drawn as contested, and the panel lists every reading. "
            "Where two are equally near, the less favourable is shown, so that support is never "
            "overstated. An adjudication, with its reason, may settle a case.",
        ],
        Table({"name": "Certainty", "means": "Meaning", "count": "Claims"}, rows),
    )


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
    return Section(
        "Whose borders",
        [
            "Borders follow the view of the United Nations General Assembly: Crimea is Ukraine's, "
            "Karabakh is Azerbaijan's, Abkhazia and South Ossetia are Georgia's. Who controls a place "
            "is another question; it is drawn as zones, dated and sourced, which the control view "
            "brings to the front.",
            "Where the data behind the shapes joined or split what this view does not, the decision is "
            "listed here.",
        ],
        Table({"subject": "Subject", "decision": "Decision", "reason": "Reason"}, rows),
    )


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
    return Section(
        "How exact each zone is",
        [
            "Surveyed lines come from published boundary data. Approximate ones are assembled from "
            "such data to match a description. Schematic ones only show where; their edge means "
            "nothing. Areas are those of the shapes drawn, in square kilometres.",
        ],
        Table(
            {
                "zone": "Zone",
                "precision": "Precision",
                "area": "Area, km²",
                "drawn": "Drawn from",
                "note": "Note",
            },
            rows,
        ),
    )


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
    return Section("Shapes and their licences", [], Table(columns, rows))


def describe_sources(record: Record) -> Section:
    """Every source with what it contributed."""
    claims = Counter(row["source_id"] for row in record.rows("claims"))
    rows = [
        {
            "what": ", ".join(
                part for part in (row["author"], row["title"], row["publisher"], str(row["date"])) if part
            ),
            "kind": row["kind"],
            "claims": str(claims[row["id"]]),
            "note": row["note"],
        }
        for row in sorted(record.rows("sources"), key=lambda row: (-claims[row["id"]], row["id"]))
    ]
    return Section(
        "Sources",
        ["The five articles, and what else the record cites. A claim of an article names its paragraph."],
        Table({"what": "Source", "kind": "Kind", "claims": "Claims", "note": "Note"}, rows),
    )


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
    return Section(
        "Where sources disagree",
        ["Both sides are kept. Codes named here: " + ", ".join(label_codes(record, "en")) + "."],
        Table(
            {"topic": "On", "event": "Event", "a": "One says", "b": "Another", "handling": "Handling"},
            rows,
        ),
    )
