"""Checks the tables of geodata and the files they describe, without reading geometry."""

from collections.abc import Iterator
from dataclasses import dataclass

from geodata.read import (
    SHAPES,
    hash_bytes,
    read_decisions,
    read_ids,
    read_index,
    read_labels,
    read_places,
    read_relief,
    read_zone_shapes,
)

LICENCES = {"public domain", "CC0 1.0", "MIT", "CC BY 4.0", "ODbL 1.0"}
PRECISIONS = {"surveyed", "approximate", "schematic"}
ACTIONS = {"given", "join", "keep", "fill", "split", "land", "drop"}
KINDS = {"capital", "town", "frontier"}
ZONE_FILES = ("zones.topo.json", "zones-osm.topo.json")
BOX = (-30, -12, 190, 83)  # west, south, east, north, degrees


@dataclass(frozen=True)
class Problem:
    """One thing wrong: where, in which row, with which value, against which rule."""

    file: str
    row: str
    value: str
    rule: str


def find_problems() -> list[Problem]:
    """All problems of the index, zones, places, labels, decisions and relief."""
    checks = (check_index, check_zones, check_places, check_labels, check_decisions, check_relief)
    return [problem for check in checks for problem in check()]


def check_index() -> Iterator[Problem]:
    """Each file listed once, with the bytes and the hash it has, a known licence, a credit."""
    rows = read_index()
    listed = {row["file"] for row in rows}
    for path in sorted(SHAPES.iterdir()):
        if path.name not in listed:
            yield Problem("shapes.csv", path.name, "", "every file of shapes/ has a row")
    for row in rows:
        path = SHAPES / row["file"]
        if not path.exists():
            yield Problem("shapes.csv", row["file"], "", "the file exists")
            continue
        content = path.read_bytes()
        if row["bytes"] != str(len(content)):
            yield Problem("shapes.csv", row["file"], row["bytes"], f"bytes is {len(content)}")
        if row["sha256"] != hash_bytes(content):
            yield Problem("shapes.csv", row["file"], row["sha256"], "sha256 is that of the file")
        if row["licence"] not in LICENCES:
            yield Problem("shapes.csv", row["file"], row["licence"], "the licence is known")
        if not row["attribution"]:
            yield Problem("shapes.csv", row["file"], "", "the attribution is filled in")


def check_zones() -> Iterator[Problem]:
    """Each zone has one shape, a known precision and licence; ODbL stays in its own file."""
    files = {zone: file for file in ZONE_FILES for zone in read_ids(file, "zones")}
    drawn = [zone for file in ZONE_FILES for zone in read_ids(file, "zones")]
    rows = {row["zone_id"]: row for row in read_zone_shapes()}
    for zone in sorted(set(drawn) | set(rows)):
        if zone not in rows or drawn.count(zone) != 1:
            yield Problem("zone_shapes.csv", zone, "", "a zone has one row and one shape")
            continue
        row = rows[zone]
        if row["precision"] not in PRECISIONS:
            yield Problem("zone_shapes.csv", zone, row["precision"], "the precision is known")
        if row["licence"] not in LICENCES:
            yield Problem("zone_shapes.csv", zone, row["licence"], "the licence is known")
        if (row["licence"] == "ODbL 1.0") != (files[zone] == "zones-osm.topo.json"):
            yield Problem("zone_shapes.csv", zone, row["licence"], "ODbL has its own file")
        if not row["drawn_from"]:
            yield Problem("zone_shapes.csv", zone, "", "drawn_from is filled in")


def check_places() -> Iterator[Problem]:
    """Ids once each, names in both languages, a country of the map, a point inside the box."""
    countries = set(read_ids("countries.topo.json", "countries"))
    seen: set[str] = set()
    for place in read_places():
        name, country = place["id"], place["country"]
        if name in seen:
            yield Problem("places.json", name, name, "an id stands once")
        seen.add(name)
        if not place["name_en"] or not place["name_ru"]:
            yield Problem("places.json", name, "", "names in English and Russian")
        if country not in countries:
            yield Problem("places.json", name, country, "the country is on the map")
        if place["kind"] not in KINDS:
            yield Problem("places.json", name, place["kind"], "the kind is known")
        if not (BOX[0] <= place["lon"] <= BOX[2] and BOX[1] <= place["lat"] <= BOX[3]):
            yield Problem("places.json", name, f"{place['lon']} {place['lat']}", "inside the box")


def check_labels() -> Iterator[Problem]:
    """One label for each country of the map."""
    countries, labels = set(read_ids("countries.topo.json", "countries")), set(read_labels())
    for country in sorted(countries ^ labels):
        yield Problem("labels.json", country, "", "each country has one label, and no other has")


def check_decisions() -> Iterator[Problem]:
    """A known action, a reason, a target on the map."""
    countries = set(read_ids("countries.topo.json", "countries"))
    for row in read_decisions():
        if row["action"] not in ACTIONS:
            yield Problem("decisions.csv", row["code"], row["action"], "the action is known")
        if not row["reason"]:
            yield Problem("decisions.csv", row["code"], "", "the reason is filled in")
        if row["target"] and row["target"] not in countries:
            yield Problem("decisions.csv", row["code"], row["target"], "the target is on the map")


def check_relief() -> Iterator[Problem]:
    """Images that exist, bounds the right way round, a coarse one hidden after it is shown."""
    listed = {row["file"] for row in read_index()}
    for name, image in read_relief().items():
        (south, west), (north, east) = image["bounds"]
        if image["file"] not in listed:
            yield Problem("relief.json", name, image["file"], "the image is in shapes.csv")
        if not (south < north and west < east):
            yield Problem("relief.json", name, str(image["bounds"]), "south-west before north-east")
        if image.get("until", 99) <= image["rank"]:
            yield Problem("relief.json", name, str(image["until"]), "until is above rank")
