"""What the page says of shapes: whose borders, how exact, under which licence."""

from __future__ import annotations

from functools import cache

from components.core.alt_text.dated_shapes import caption_shape
from components.core.article import Section, Table
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.number_format import format_number
from components.features.sources.content import make_section, translate_row
from data.localize import pick
from data.record import Record
from data.zones import list_shape_zones
from geodata.read import load_frame, read_decisions, read_index, read_zone_shapes

EQUAL_AREA = "EPSG:6933"


def describe_policy(record: Record) -> Section:
    """Whose view of disputed borders is drawn, and each decision it took."""
    names = {row["id"]: pick(row, "name", record_locale()) for row in record.rows("countries")}
    rows = [
        {
            "subject": name,
            "decision": format_decision(row["action"], names.get(row["target"], row["target"])),
            "reason": reason,
        }
        for row in read_decisions()
        for name, reason in [translate_row("decisions", row["code"], row["name"], row["reason"])]
    ]
    columns = {"subject": _("Subject"), "decision": _("Decision"), "reason": _("Reason")}
    return make_section("policy", Table(columns, rows))


def format_decision(action: str, country: str) -> str:
    """What was done with a territory, and to which country, if any, it went."""
    sentences = {
        "given": _("assigned to {country}", country=country)
        if country
        else _("assigned as in the source"),
        "join": _("merged with {country}", country=country),
        "fill": _("added to {country}", country=country),
        "keep": _("kept separate: {country}", country=country),
        "split": _("separated"),
        "drop": _("excluded"),
        "land": _("shown as land"),
    }
    return sentences[action]


def describe_zones(record: Record) -> Section:
    """How exact each zone is, with the area and the licence of its shape."""
    zones = list_shape_zones(record.rows("zone_status"))
    names = {row["id"]: pick(row, "name", record_locale()) for row in record.rows("zones")}
    areas = measure_zones()
    rows = [
        {
            "zone": " · ".join(filter(None, (names[zones[row["zone_id"]]], caption_shape(row)))),
            "precision": precision_label(row["precision"]),
            "area": format_number(areas[row["zone_id"]]),
            "drawn": drawn,
            "licence": licence_label(row["licence"]),
            "note": note,
        }
        for row in read_zone_shapes()
        for drawn, note in [translate_row("zones", row["zone_id"], row["drawn_from"], row["note"])]
    ]
    columns = {
        "zone": _("Zone"),
        "precision": _("Accuracy"),
        "area": _("Area, km²"),
        "drawn": _("Based on"),
        "licence": _("Licence"),
        "note": _("Note"),
    }
    return make_section("zones", Table(columns, rows))


def licence_label(licence: str) -> str:
    """The name of a licence; where there is none, that."""
    return _("public domain") if licence == "public domain" else licence


def precision_label(precision: str) -> str:
    """How exact an outline is."""
    words = {
        "surveyed": _("surveyed"),
        "approximate": _("approximate"),
        "schematic": _("schematic"),
    }
    return words[precision]


@cache
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
        "title": _("Shapes"),
        "source": _("Source"),
        "licence": _("Licence"),
        "attribution": _("Attribution"),
        "vintage": _("Date"),
        "note": _("Accuracy and limitations"),
    }
    rows = [
        {
            **{key: row[key] for key in columns},
            "title": title,
            "note": note,
            "licence": licence_label(row["licence"]),
        }
        for row in read_index()
        for title, note in [translate_row("shapes", row["file"], row["title"], row["note"])]
    ]
    return make_section("shapes", Table(columns, rows))
